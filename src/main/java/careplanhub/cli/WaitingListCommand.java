package careplanhub.cli;

import careplanhub.channel.OneTimePasswords;
import careplanhub.channel.client.HandOverAnswers;
import careplanhub.hub.Books;
import careplanhub.hub.HubFolder;
import careplanhub.hub.WaitingFolders;
import careplanhub.ledger.Answers;
import careplanhub.ledger.Question;
import careplanhub.office.ConfigurationException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./hub waiting list}: the open questions. */
@Command(name = "list", description = "確認を待っているものの一覧を表示します。", mixinStandardHelpOptions = true)
final class WaitingListCommand implements Callable<Integer> {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu/MM/dd HH:mm").withZone(ZoneId.of("Asia/Tokyo"));

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "フォルダ", description = "ハブのフォルダ")
  private Path directory;

  @Override
  public Integer call() throws IOException, ConfigurationException {
    HubFolder folder = new HubFolder(directory.toAbsolutePath());
    List<OneTimePasswords.Waiting> logins = new OneTimePasswords(folder.logins()).waiting();
    logins.forEach(this::print);
    try (Books books = Books.open(folder, Clock.systemUTC())) {
      List<Question> open = books.questions().open();
      open.forEach(this::print);
      List<HandOverAnswers.Waiting> folders =
          WaitingFolders.of(folder, Clock.systemUTC()).waiting();
      folders.forEach(this::print);
      spec.commandLine()
          .getOut()
          .println("確認待ち " + (open.size() + folders.size() + logins.size()) + " 件");
    }
    return 0;
  }

  private void print(HandOverAnswers.Waiting folder) {
    PrintWriter out = spec.commandLine().getOut();
    out.println("[" + folder.id() + "] 連携クライアントで送るフォルダー  " + folder.madeAt());
    out.println("  " + folder.lines() + " 件のうち " + folder.open().size() + " 件が、まだ送信済みになっていません。");
    folder.open().forEach(line -> out.println("  " + line));
    out.println("  回答: " + HandOverAnswers.help());
    out.println();
  }

  private void print(OneTimePasswords.Waiting login) {
    PrintWriter out = spec.commandLine().getOut();
    out.println("[ログイン] 事業所 " + login.office() + "  " + TIME.format(login.since()));
    out.println("  連携基盤へのログインが、ワンタイムパスワードの入力を待っています。その間、この事業所の送受信は止まります。");
    out.println("  入力: ./hub waiting password フォルダ " + login.office());
    out.println();
  }

  private void print(Question question) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(
        "["
            + question.id()
            + "] 事業所 "
            + question.office()
            + "  "
            + TIME.format(question.askedAt()));
    question.text().lines().forEach(line -> out.println("  " + line));
    int number = 1;
    for (Question.Line line : question.lines()) {
      out.println(
          "  "
              + number++
              + ". "
              + line.text()
              + (line.answer() == null ? "" : " → " + line.answer()));
    }
    out.println("  回答: " + Answers.help(question.kind()));
    out.println();
  }
}
