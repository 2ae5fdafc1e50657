package careplanhub.cli;

import careplanhub.office.ConfigurationException;
import careplanhub.office.HubSettings;
import careplanhub.store.RealFiles;
import careplanhub.vendor.kit.AdapterShelf;
import careplanhub.vendor.kit.KitException;
import careplanhub.vendor.kit.PackContents;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code ./hub adapter add}: puts the adapter of a pack in its place. Exit codes: 0 done, 1 not,
 * and then nothing was changed, 2 wrong use.
 */
@Command(
    name = "add",
    description = {
      "パックの署名と中身を確かめ、アダプタを config/vendors に置きます。前の版は config/vendors-kept に残します。",
      "信じる発行者の証明書（.crt）は config/publishers に置きます。"
    },
    mixinStandardHelpOptions = true)
final class AdapterAddCommand implements Callable<Integer> {
  @Parameters(paramLabel = "PACK", description = "パックのファイル")
  private Path pack = Path.of("");

  @Option(names = "--config", paramLabel = "DIR", description = "設定のフォルダ。省くと、プログラムの隣の config")
  private Path config = ProgramFolder.config();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException, ConfigurationException {
    if (!Files.isRegularFile(pack)) {
      throw new WrongUse(spec.commandLine(), "パックのファイルがありません: " + pack);
    }
    HubSettings settings = HubSettings.read(config.resolve("hub.yaml"));
    try {
      byte[] bytes = bytes(settings.kit().maximumPackSize().bytes());
      PackContents contents =
          PackContents.open(bytes, new Publishers(config.resolve("publishers")), settings.kit());
      AdapterShelf shelf =
          new AdapterShelf(config, new RealFiles(), settings.vendors(), Clock.systemUTC());
      tell(contents, shelf.place(contents));
      return 0;
    } catch (KitException e) {
      spec.commandLine().getErr().println(pack + ": " + e.sentence());
    } catch (ConfigurationException e) {
      spec.commandLine().getErr().println(pack + ": このアダプタは読み込めないので入れませんでした。" + e.getMessage());
    }
    return 1;
  }

  private byte[] bytes(long most) throws IOException {
    try (InputStream in = Files.newInputStream(pack)) {
      return in.readNBytes((int) Math.min(Integer.MAX_VALUE - 16, most + 1));
    }
  }

  private void tell(PackContents contents, AdapterShelf.Placed placed) {
    PrintWriter screen = spec.commandLine().getOut();
    screen.println(
        "入れました: "
            + placed.adapter().name()
            + "（"
            + placed.adapter().title()
            + "） 版 "
            + placed.adapter().version());
    screen.println("  場所 " + placed.folder());
    screen.println(
        "  発行者 " + contents.publisher() + "（証明書の SHA-256 " + contents.fingerprint() + "）");
    screen.println("  アダプタの SHA-256 " + placed.adapter().sha256());
    if (placed.kept() != null) {
      screen.println(
          "  前の版 " + placed.kept() + "（戻すときは ./hub adapter back " + placed.adapter().name() + "）");
    }
    screen.println(
        "使い始めるには、別の人が ./hub adapter approve " + placed.adapter().name() + " --by 名前 で承認してください。");
  }
}
