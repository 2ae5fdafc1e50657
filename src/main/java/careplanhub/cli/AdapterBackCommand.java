package careplanhub.cli;

import careplanhub.office.ConfigurationException;
import careplanhub.office.HubSettings;
import careplanhub.store.RealFiles;
import careplanhub.vendor.kit.AdapterDraft;
import careplanhub.vendor.kit.AdapterShelf;
import careplanhub.vendor.kit.KitException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./hub adapter back}: goes back to the adapter that was there before. */
@Command(
    name = "back",
    description = "前の版（config/vendors-kept にある最も新しいもの）に戻します。今の版も残します。",
    mixinStandardHelpOptions = true)
final class AdapterBackCommand implements Callable<Integer> {
  @Parameters(paramLabel = "NAME", description = "アダプタの名前")
  private String name = "";

  @Option(names = "--config", paramLabel = "DIR", description = "設定のフォルダ。省くと、プログラムの隣の config")
  private Path config = ProgramFolder.config();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException, ConfigurationException {
    if (!AdapterDraft.isName(name)) {
      throw new WrongUse(spec.commandLine(), "アダプタの名前を書いてください。");
    }
    HubSettings settings = HubSettings.read(config.resolve("hub.yaml"));
    AdapterShelf shelf =
        new AdapterShelf(config, new RealFiles(), settings.vendors(), Clock.systemUTC());
    try {
      Optional<AdapterShelf.Placed> placed = shelf.back(name);
      if (placed.isEmpty()) {
        spec.commandLine()
            .getErr()
            .println("戻せる前の版がありません: " + config.resolve("vendors-kept").resolve(name));
        return 1;
      }
      PrintWriter screen = spec.commandLine().getOut();
      screen.println("戻しました: " + name + " 版 " + placed.get().adapter().version());
      screen.println("  アダプタの SHA-256 " + placed.get().adapter().sha256());
      screen.println("  退けた版 " + placed.get().kept());
      return 0;
    } catch (KitException e) {
      spec.commandLine().getErr().println(e.sentence());
      return 1;
    }
  }
}
