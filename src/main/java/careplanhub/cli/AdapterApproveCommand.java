package careplanhub.cli;

import careplanhub.office.ConfigurationException;
import careplanhub.office.HubSettings;
import careplanhub.office.VendorSettings;
import careplanhub.store.DurableFiles;
import careplanhub.store.RealFiles;
import careplanhub.vendor.Adapter;
import careplanhub.vendor.Adapters;
import careplanhub.vendor.ApprovedAdapters;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./hub adapter approve}: lets a hub use an adapter as its files are now. */
@Command(
    name = "approve",
    description = {
      "アダプタの今の内容を承認します。設定 vendors.approvedOnly が true のハブは、承認されたものだけを使います。",
      "内容（adapter.yaml、表、ルート）が変わったら、もう一度承認が要ります。動いているハブは、承認されるとすぐに使い始めます。"
    },
    mixinStandardHelpOptions = true)
final class AdapterApproveCommand implements Callable<Integer> {
  private static final int LONGEST_NAME = 100;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "名前", description = "アダプタの名前（config/vendors の下のフォルダ）")
  private String name;

  @Option(names = "--by", required = true, paramLabel = "承認者", description = "承認する人の名前")
  private String by;

  @Option(
      names = "--config",
      paramLabel = "DIR",
      description = "設定のフォルダ（ハブのフォルダの下の config）。省くと、プログラムの隣の config")
  private Path config = ProgramFolder.config();

  @Override
  public Integer call() throws IOException, ConfigurationException {
    if (by.isBlank() || by.length() > LONGEST_NAME) {
      throw new WrongUse(spec.commandLine(), "--by には承認する人の名前を " + LONGEST_NAME + " 文字までで書いてください。");
    }
    Path vendors = config.resolve("vendors");
    VendorSettings limits = HubSettings.read(config.resolve("hub.yaml")).vendors();
    Adapter adapter =
        Adapters.load(vendors, name, limits)
            .orElseThrow(
                () -> new WrongUse(spec.commandLine(), "アダプタがありません: " + vendors.resolve(name)));
    ApprovedAdapters before = ApprovedAdapters.read(vendors);
    ApprovedAdapters after = before.with(adapter, by.strip(), Clock.systemUTC().instant());
    PrintWriter out = spec.commandLine().getOut();
    out.println(adapter.name() + "（" + adapter.title() + "） 版 " + adapter.version());
    out.println("SHA-256 " + adapter.sha256());
    if (after.equals(before)) {
      out.println("この内容はすでに承認されています。");
      return 0;
    }
    new DurableFiles(new RealFiles()).replaceWhole(ApprovedAdapters.fileOf(vendors), after.bytes());
    out.println("承認しました: " + ApprovedAdapters.fileOf(vendors));
    return 0;
  }
}
