package careplanhub.cli;

import careplanhub.hub.partners.CheckedList;
import careplanhub.hub.partners.Imported;
import careplanhub.hub.partners.PartnerList;
import careplanhub.office.ConfigurationException;
import careplanhub.office.Directory;
import careplanhub.office.HubSettings;
import careplanhub.store.DurableFiles;
import careplanhub.store.RealFiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code ./hub partners import}: a list of partners into {@code config/partners.yaml}. Exit codes:
 * 0 every line went in, 1 some were refused, 2 wrong use.
 */
@Command(
    name = "import",
    description = {
      "相手の一覧（CSV、UTF-8 か MS932）を config/partners.yaml に取り込みます。",
      "列は 事業所番号、事業所名、サービス種類（空白区切り）、連携基盤（有・無）です。読めない行は行番号とともに断り、ほかの行は取り込みます。",
      "動いているハブは、取り込んだ内容をそのまま使います。"
    },
    mixinStandardHelpOptions = true)
final class PartnersImportCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--config", paramLabel = "DIR", description = "設定のフォルダ。省くと、プログラムの隣の config")
  private Path config = ProgramFolder.config();

  @Option(names = "--preview", description = "何が変わるかだけを表示し、取り込みません。")
  private boolean preview;

  @Parameters(paramLabel = "FILE", description = "相手の一覧")
  private Path file = Path.of("");

  @Override
  public Integer call() throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new WrongUse(spec.commandLine(), "ファイルがありません: " + file);
    }
    PrintWriter out = spec.commandLine().getOut();
    try {
      Imported imported = imported();
      out.println(preview ? "取り込むと次のようになります。まだ取り込んでいません。" : "取り込みました。");
      imported.lines().forEach(out::println);
      return imported.refused() > 0 ? 1 : 0;
    } catch (ConfigurationException e) {
      out.println(e.getMessage());
      return 1;
    } finally {
      out.flush();
    }
  }

  private Imported imported() throws IOException, ConfigurationException {
    Path corporation = config.resolve("corporation.yaml");
    Directory directory =
        Files.exists(corporation) ? Directory.read(corporation) : Directory.empty();
    PartnerList list =
        new PartnerList(
            config,
            directory,
            HubSettings.read(config.resolve("hub.yaml")).partnerList(),
            new DurableFiles(new RealFiles()));
    CheckedList checked = list.check(list.bind(list.split(file)));
    return preview ? new Imported(list.preview(checked), checked.findings()) : list.store(checked);
  }
}
