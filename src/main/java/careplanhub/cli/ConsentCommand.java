package careplanhub.cli;

import careplanhub.hub.Books;
import careplanhub.hub.Consenting;
import careplanhub.hub.HubFolder;
import careplanhub.office.ConfigurationException;
import careplanhub.office.Directory;
import careplanhub.office.HubSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./hub consent}: records a user's consent with a plan or slip that was sent. */
@Command(
    name = "consent",
    description = "送った計画や提供票への利用者の同意（日付、PDF）を記録します。PDF は、取り決めた相手にだけ送ります。",
    mixinStandardHelpOptions = true,
    subcommands = ConsentListCommand.class)
final class ConsentCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(index = "0", arity = "0..1", paramLabel = "フォルダ", description = "ハブのフォルダ")
  private @Nullable Path directory;

  @Parameters(index = "1", arity = "0..1", paramLabel = "受付番号", description = "送信一覧の受付番号")
  private @Nullable String parcel;

  @Option(names = "--user", paramLabel = "被保険者番号", description = "同意した利用者")
  private @Nullable String user;

  @Option(names = "--on", paramLabel = "日付", description = "同意の日（例 2026-04-01）")
  private @Nullable LocalDate on;

  @Option(names = "--by", paramLabel = "名前", description = "記録した人")
  private String by = "";

  @Option(names = "--pdf", paramLabel = "ファイル", description = "同意の PDF")
  private @Nullable Path pdf;

  @Override
  public Integer call() throws IOException, ConfigurationException {
    if (directory == null || parcel == null || user == null || on == null) {
      throw new WrongUse(spec.commandLine(), "フォルダ、受付番号、--user、--on を指定してください。");
    }
    HubFolder folder = new HubFolder(directory.toAbsolutePath());
    HubSettings settings = HubSettings.read(folder.settings());
    try (Books books = Books.open(folder, Clock.systemUTC())) {
      Consenting.Recorded recorded =
          new Consenting(books, settings, Directory.read(folder.corporation()))
              .record(new Consenting.Said(parcel, user, on, by, pdf), "person:command-line");
      if (!recorded.refusal().isEmpty()) {
        throw new WrongUse(spec.commandLine(), recorded.refusal());
      }
      spec.commandLine().getOut().println("同意を記録しました。" + pdfSentence(recorded.travels()));
      return 0;
    }
  }

  private String pdfSentence(boolean travels) {
    if (pdf == null) {
      return "日付だけの同意は送りません。";
    }
    return travels ? "PDF は、動いているハブが相手に添付として送ります。" : "PDF を送る取り決めがない相手なので、PDF はここに残しました。";
  }
}
