package careplanhub.cli;

import careplanhub.office.ConfigurationException;
import careplanhub.office.HubSettings;
import careplanhub.security.KeyFolder;
import careplanhub.security.OfficeKey;
import careplanhub.security.Receipts;
import careplanhub.store.DurableFiles;
import careplanhub.store.RealFiles;
import careplanhub.vendor.Adapter;
import careplanhub.vendor.kit.KitException;
import careplanhub.vendor.kit.PackSource;
import careplanhub.vendor.kit.PackWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code ./hub adapter pack}: makes the one file that hands an adapter over, after its scenarios
 * have proved right. Exit codes: 0 made, 1 not, 2 wrong use.
 */
@Command(
    name = "pack",
    description = {
      "アダプタを 1 つのファイル（パック）にまとめ、署名します。シナリオが 1 つでも期待と違えば作りません。",
      "鍵は ./hub keys publisher で作ります。パスワードは環境変数 "
          + KeyFolder.PASSWORD_VARIABLE
          + "、無ければ鍵の隣の password ファイルから取ります。"
    },
    mixinStandardHelpOptions = true)
final class AdapterPackCommand implements Callable<Integer> {
  @Parameters(paramLabel = "ADAPTER", description = "アダプタの名前（config/vendors の下のフォルダ）か、フォルダ")
  private String named = "";

  @Option(names = "--key", required = true, paramLabel = "FILE", description = "署名する鍵（.p12）")
  private Path key = Path.of("");

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "作るファイル。省くと、今のフォルダの NAME-VERSION.pack.zip")
  private @Nullable Path out;

  @Option(names = "--config", paramLabel = "DIR", description = "設定のフォルダ。省くと、プログラムの隣の config")
  private Path config = ProgramFolder.config();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException, ConfigurationException {
    HubSettings settings = HubSettings.read(config.resolve("hub.yaml"));
    Path folder =
        AdapterPlace.folder(named, config)
            .orElseThrow(() -> new WrongUse(spec.commandLine(), "アダプタがありません: " + named));
    PrintWriter screen = spec.commandLine().getOut();
    PrintWriter errors = spec.commandLine().getErr();
    if (!new ScenarioRun(settings, screen).isGreen(folder)) {
      errors.println("シナリオが期待どおりでないので、パックを作りませんでした。");
      return 1;
    }
    try {
      Adapter adapter = AdapterPlace.load(folder, settings);
      Map<String, byte[]> files = PackSource.read(folder, settings.kit());
      OfficeKey signing = signingKey();
      byte[] pack =
          PackWriter.pack(
              adapter.name(),
              adapter.version(),
              adapter.title(),
              files,
              manifest -> Receipts.sign(signing, manifest));
      if (pack.length > settings.kit().maximumPackSize().bytes()) {
        errors.println("パックの大きさが設定 kit.maximumPackSize を超えるので、作りませんでした。");
        return 1;
      }
      Path target = target(adapter);
      new DurableFiles(new RealFiles()).writeWhole(target, pack);
      screen.println("パックを作りました: " + target);
      screen.println("  アダプタの SHA-256 " + adapter.sha256());
      screen.println("  署名した鍵の証明書の SHA-256 " + signing.fingerprint());
      return 0;
    } catch (KitException e) {
      errors.println(e.sentence());
      return 1;
    } catch (FileAlreadyExistsException e) {
      errors.println("同じ名前のファイルがあるので書きませんでした: " + e.getFile());
      return 1;
    }
  }

  private OfficeKey signingKey() throws IOException {
    if (!Files.isRegularFile(key)) {
      throw new WrongUse(spec.commandLine(), "鍵のファイルがありません: " + key);
    }
    Path beside = key.toAbsolutePath().getParent();
    KeyFolder keys = new KeyFolder(beside == null ? Path.of("") : beside);
    return OfficeKey.load(key, keys.password(System.getenv()));
  }

  private Path target(Adapter adapter) {
    if (out != null) {
      return out;
    }
    String version = adapter.version().replaceAll("[^0-9A-Za-z.-]", "_");
    return Path.of(adapter.name() + "-" + version + ".pack.zip");
  }
}
