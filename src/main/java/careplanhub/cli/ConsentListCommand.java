package careplanhub.cli;

import careplanhub.hub.Books;
import careplanhub.hub.HubFolder;
import careplanhub.ledger.Consent;
import careplanhub.office.ConfigurationException;
import careplanhub.office.Directory;
import careplanhub.office.Office;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./hub consent list}: the consents that are recorded. */
@Command(name = "list", description = "記録した同意を表示します。", mixinStandardHelpOptions = true)
final class ConsentListCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "フォルダ", description = "ハブのフォルダ")
  private Path directory;

  @Override
  public Integer call() throws IOException, ConfigurationException {
    HubFolder folder = new HubFolder(directory.toAbsolutePath());
    PrintWriter out = spec.commandLine().getOut();
    int count = 0;
    try (Books books = Books.open(folder, Clock.systemUTC())) {
      for (Office office : Directory.read(folder.corporation()).offices()) {
        for (Consent consent : books.consents().of(office.number())) {
          out.println(
              String.join(
                  "  ",
                  consent.on().toString(),
                  consent.parcel(),
                  consent.user().insuredNumber(),
                  consent.pdf() == null ? "日付だけ" : consent.travels() ? "PDF（送る）" : "PDF（ここに残す）",
                  consent.by()));
          count++;
        }
      }
    }
    out.println("同意 " + count + " 件");
    return 0;
  }
}
