package careplanhub.cli;

import careplanhub.fax.page.PageRefusedException;
import careplanhub.lab.fax.Degradation;
import careplanhub.lab.fax.FaxDegrader;
import careplanhub.lab.fax.MissingProgramException;
import careplanhub.lab.fax.PagePictures;
import careplanhub.office.ConfigurationException;
import careplanhub.office.HubSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code ./hub fax degrade}: makes pages look as after a FAX. Exit codes: 0 written, 1 the file or
 * a program is not what it should be, 2 wrong use.
 */
@Command(
    name = "degrade",
    description = {
      "PDF・TIFF・PNG のページを、FAX で届いたときのように劣化させた TIFF にします。",
      "ImageMagick（convert）と libtiff（tiffcp）を使います。"
    },
    mixinStandardHelpOptions = true)
final class FaxDegradeCommand implements Callable<Integer> {
  private static final double PERCENT = 100;

  @Parameters(paramLabel = "FILE", description = "劣化させるファイル。A4 のページ")
  private Path file;

  @Option(names = "--to", required = true, paramLabel = "TIFF", description = "書き出すファイル")
  private Path to;

  @Option(
      names = "--rows",
      paramLabel = "行",
      defaultValue = "98",
      description = "縦の細かさ、1 インチあたり（既定 ${DEFAULT-VALUE}。98、196、391）。横は 204")
  private int rows;

  @Option(
      names = "--shrink",
      paramLabel = "%",
      defaultValue = "89",
      description = "縮小（既定 ${DEFAULT-VALUE}）")
  private double shrink;

  @Option(
      names = "--skew",
      paramLabel = "度",
      defaultValue = "2",
      description = "傾き（既定 ${DEFAULT-VALUE}）")
  private double skew;

  @Option(
      names = "--specks",
      paramLabel = "%",
      defaultValue = "0.3",
      description = "黒白が逆になる点の割合（既定 ${DEFAULT-VALUE}）")
  private double specks;

  @Option(names = "--upside-down", description = "上下を逆に送る")
  private boolean upsideDown;

  @Option(names = "--no-header", description = "発信元の行を印字しない")
  private boolean noHeader;

  @Option(
      names = "--coding",
      defaultValue = "G4",
      description = "圧縮（既定 ${DEFAULT-VALUE}）: ${COMPLETION-CANDIDATES}")
  private Degradation.Coding coding;

  @Option(names = "--config", paramLabel = "DIR", description = "設定のフォルダ。省くと、プログラムの隣の config")
  private Path config = ProgramFolder.config();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException, ConfigurationException {
    if (!Files.isRegularFile(file)) {
      throw new WrongUse(spec.commandLine(), "ファイルがありません: " + file);
    }
    if (rows < 1 || shrink <= 0 || shrink > PERCENT || specks < 0 || specks > PERCENT) {
      throw new WrongUse(
          spec.commandLine(), "--rows は 1 以上、--shrink と --specks は 0 から 100 までにしてください。");
    }
    HubSettings settings = HubSettings.read(config.resolve("hub.yaml"));
    Path folder = Files.createTempDirectory("careplan-hub-fax-");
    try {
      FaxDegrader degrader = new FaxDegrader(folder);
      List<Path> pages = PagePictures.write(file, settings.fax(), folder);
      degrader.degrade(pages, Collections.nCopies(pages.size(), way()), to.toAbsolutePath());
      spec.commandLine().getOut().println(to + "（" + pages.size() + " ページ）");
      return 0;
    } catch (MissingProgramException | PageRefusedException e) {
      spec.commandLine().getErr().println(file + ": " + e.getMessage());
      return 1;
    } finally {
      TemporaryFolder.delete(folder);
    }
  }

  private Degradation way() {
    return new Degradation(
        rows, shrink / PERCENT, skew, upsideDown, specks / PERCENT, 55, !noHeader, 0, coding, 1);
  }
}
