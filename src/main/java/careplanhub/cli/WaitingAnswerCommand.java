package careplanhub.cli;

import careplanhub.channel.client.HandOverAnswers;
import careplanhub.hub.Books;
import careplanhub.hub.HubFolder;
import careplanhub.hub.WaitingFolders;
import careplanhub.ledger.Answers;
import careplanhub.ledger.Question;
import careplanhub.office.ConfigurationException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./hub waiting answer}: answers a question; a running hub goes on by itself. */
@Command(
    name = "answer",
    description = "確認待ちに答えます。動いているハブが続きを行います。",
    mixinStandardHelpOptions = true)
final class WaitingAnswerCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "フォルダ", description = "ハブのフォルダ")
  private Path directory;

  @Parameters(index = "1", paramLabel = "質問番号", description = "./hub waiting list が示す番号")
  private String id;

  @Parameters(index = "2", paramLabel = "回答", description = "./hub waiting list が示す回答")
  private String answer;

  @Option(names = "--line", paramLabel = "行", description = "何行目への回答か。省くと、まだ答えていないすべての行")
  private @Nullable Integer line;

  @Override
  public Integer call() throws IOException, ConfigurationException {
    HubFolder folder = new HubFolder(directory.toAbsolutePath());
    if (HandOverAnswers.isFolder(id)) {
      return sayItWasSent(WaitingFolders.of(folder, Clock.systemUTC()));
    }
    try (Books books = Books.open(folder, Clock.systemUTC())) {
      Question question =
          books
              .questions()
              .find(id)
              .orElseThrow(() -> new WrongUse(spec.commandLine(), "この番号の質問はありません: " + id));
      Map<Integer, String> given = given(question);
      books.questions().answer(question, given, "person:command-line");
      spec.commandLine().getOut().println(given.isEmpty() ? "この質問にはすでに答えています。" : "回答を記録しました。");
      return given.isEmpty() ? 1 : 0;
    }
  }

  private int sayItWasSent(HandOverAnswers folders) throws IOException {
    HandOverAnswers.Said said = folders.say(id, line, answer, "person:command-line");
    if (!said.refusal().isEmpty()) {
      throw new WrongUse(spec.commandLine(), said.refusal());
    }
    spec.commandLine()
        .getOut()
        .println(said.lines() == 0 ? "すでに送信済みになっています。" : said.lines() + " 件を送信済みとして記録しました。");
    return said.lines() == 0 ? 1 : 0;
  }

  /** The answer for each line that it is for. */
  private Map<Integer, String> given(Question question) {
    if (line != null && (line < 1 || line > question.lines().size())) {
      throw new WrongUse(spec.commandLine(), "--line は 1 から " + question.lines().size() + " までです。");
    }
    Map<Integer, String> given = new HashMap<>();
    for (int position = 0; position < question.lines().size(); position++) {
      boolean asked = line == null || line - 1 == position;
      if (asked && question.lines().get(position).answer() == null) {
        if (!Answers.isPossible(question, position, answer)) {
          throw new WrongUse(
              spec.commandLine(), "この質問にその回答はできません。" + Answers.help(question.kind()));
        }
        given.put(position, answer);
      }
    }
    boolean names = question.kind() == Question.Kind.WHO_IS_MEANT;
    if (names && given.size() > 1 && !answer.equals(Answers.LEAVE_OUT)) {
      throw new WrongUse(spec.commandLine(), "だれのことかは 1 行ずつ答えてください。--line で行を指定してください。");
    }
    return given;
  }
}
