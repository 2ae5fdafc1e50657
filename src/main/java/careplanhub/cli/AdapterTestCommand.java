package careplanhub.cli;

import careplanhub.office.ConfigurationException;
import careplanhub.office.HubSettings;
import careplanhub.vendor.Adapters;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code ./hub adapter test}: runs the scenarios in the folders of adapters. Exit codes: 0 all are
 * as expected, 1 one is not, an adapter does not load or has no scenario, 2 wrong use.
 */
@Command(
    name = "test",
    description = {
      "アダプタのフォルダにあるシナリオ（scenarios）を試します。",
      "標準仕様へ、標準仕様から、往復を比べ、違いを示します。シナリオの無いアダプタは合格としません。"
    },
    mixinStandardHelpOptions = true)
final class AdapterTestCommand implements Callable<Integer> {
  @Parameters(
      arity = "0..*",
      paramLabel = "ADAPTER",
      description = "アダプタの名前（config/vendors の下のフォルダ）か、フォルダ")
  private List<String> adapters = List.of();

  @Option(names = "--all", description = "config/vendors のアダプタをすべて試します。")
  private boolean all;

  @Option(names = "--config", paramLabel = "DIR", description = "設定のフォルダ。省くと、プログラムの隣の config")
  private Path config = ProgramFolder.config();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException, ConfigurationException {
    if (all != adapters.isEmpty()) {
      throw new WrongUse(spec.commandLine(), "アダプタの名前か --all のどちらか一方を指定してください。");
    }
    HubSettings settings = HubSettings.read(config.resolve("hub.yaml"));
    ScenarioRun run = new ScenarioRun(settings, spec.commandLine().getOut());
    boolean green = true;
    for (Path folder : folders()) {
      green &= run.isGreen(folder);
    }
    spec.commandLine().getOut().flush();
    return green ? 0 : 1;
  }

  private List<Path> folders() throws IOException {
    if (all) {
      List<Path> folders = Adapters.folders(config.resolve("vendors"));
      if (folders.isEmpty()) {
        throw new WrongUse(spec.commandLine(), "アダプタがありません: " + config.resolve("vendors"));
      }
      return folders;
    }
    List<Path> folders = new ArrayList<>();
    for (String named : adapters) {
      folders.add(
          AdapterPlace.folder(named, config)
              .orElseThrow(
                  () ->
                      new WrongUse(
                          spec.commandLine(),
                          "アダプタがありません（adapter.yaml のあるフォルダか、config/vendors の名前）: " + named)));
    }
    return folders;
  }
}
