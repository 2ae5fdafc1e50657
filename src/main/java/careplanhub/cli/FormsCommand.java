package careplanhub.cli;

import careplanhub.fax.forms.FormContent;
import careplanhub.fax.forms.FormDocument;
import careplanhub.fax.forms.FormException;
import careplanhub.fax.forms.FormKind;
import careplanhub.fax.forms.FormPictures;
import careplanhub.fax.forms.FormRows;
import careplanhub.fax.forms.Forms;
import careplanhub.fax.forms.OfficeNames;
import careplanhub.office.ConfigurationException;
import careplanhub.office.HubSettings;
import careplanhub.standard.FileName;
import careplanhub.standard.Finding;
import careplanhub.standard.Layout;
import careplanhub.standard.Row;
import careplanhub.standard.RowReader;
import careplanhub.standard.Standard;
import careplanhub.standard.StandardVersion;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code ./hub forms}: prints the official forms that files of the standard have rows for. Exit
 * codes: 0 printed, 1 something could not be read, or not be printed as it was sent, 2 wrong use.
 */
@Command(
    name = "forms",
    description = "標準仕様のファイル（同じ送信単位のものを一緒に）から、第１～３表、第６・７表などの様式を PDF にします。",
    mixinStandardHelpOptions = true)
final class FormsCommand implements Callable<Integer> {
  @Option(
      names = "--to",
      required = true,
      paramLabel = "DIR",
      description = "PDF を書き出すフォルダ。同じ名前のファイルは書き直します。")
  private Path to;

  @Option(names = "--png", description = "ページごとの画像（PNG）も書き出します。")
  private boolean png;

  @Option(names = "--config", paramLabel = "DIR", description = "設定のフォルダ。省くと、プログラムの隣の config")
  private Path config = ProgramFolder.config();

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "CSV ファイル")
  private List<Path> files;

  @Spec private CommandSpec spec;

  private boolean whole = true;

  @Override
  public Integer call() throws IOException, ConfigurationException {
    HubSettings settings = HubSettings.read(config.resolve("hub.yaml"));
    List<Row> rows = new ArrayList<>();
    for (Path file : files) {
      read(file, settings, rows);
    }
    Files.createDirectories(to);
    Forms forms = Forms.of(settings.forms(), OfficeNames.NONE);
    for (FormKind kind : FormKind.values()) {
      if (kind != FormKind.COVER) {
        print(forms, FormRows.of(rows), kind, settings);
      }
    }
    return whole ? 0 : 1;
  }

  private void read(Path file, HubSettings settings, List<Row> rows) throws IOException {
    Layout layout =
        FileName.kindOf(file.getFileName().toString())
            .flatMap(kind -> Standard.data().layout(StandardVersion.V4_1, kind))
            .orElseThrow(
                () -> new WrongUse(spec.commandLine(), "標準仕様の CSV ファイルの名前ではありません: " + file));
    if (!Files.isRegularFile(file)) {
      throw new WrongUse(spec.commandLine(), "ファイルがありません: " + file);
    }
    try (RowReader reader =
        RowReader.open(
            Files.newInputStream(file),
            layout,
            settings.check().tolerant().reading(),
            finding -> tell(file, finding))) {
      for (Row row = reader.next(); row != null; row = reader.next()) {
        rows.add(row);
      }
    }
  }

  private void tell(Path file, Finding finding) {
    if (finding.isError()) {
      whole = false;
      spec.commandLine().getErr().println(FindingLine.of(file.toString(), finding));
    }
  }

  private void print(Forms forms, FormRows rows, FormKind kind, HubSettings settings)
      throws IOException {
    PrintWriter screen = spec.commandLine().getOut();
    try {
      List<FormContent> contents = forms.contents(rows, kind);
      if (contents.isEmpty()) {
        return;
      }
      FormDocument document = forms.print(UUID.randomUUID(), contents);
      Path file = to.resolve(kind.title() + ".pdf");
      Files.write(file, document.bytes());
      if (png) {
        new FormPictures(settings.forms())
            .write(document, page -> to.resolve(kind.title() + "-" + page + ".png"));
      }
      screen.println(file + "（" + document.pages() + " ページ）");
      document.missing().forEach(missing -> tell(missing.message()));
    } catch (FormException e) {
      tell(kind.title() + ": " + e.getMessage());
    }
    screen.flush();
  }

  private void tell(String message) {
    whole = false;
    spec.commandLine().getErr().println(message);
  }
}
