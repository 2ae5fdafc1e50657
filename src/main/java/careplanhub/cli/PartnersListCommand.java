package careplanhub.cli;

import careplanhub.office.ChannelName;
import careplanhub.office.ConfigurationException;
import careplanhub.office.Confirmation;
import careplanhub.office.Directory;
import careplanhub.office.Partner;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code ./hub partners list}: the partners as they are known. Exit codes: 0, or 1 when unreadable.
 */
@Command(
    name = "list",
    description = "登録されている相手（corporation.yaml と取り込んだもの）を表示します。",
    mixinStandardHelpOptions = true)
final class PartnersListCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--config", paramLabel = "DIR", description = "設定のフォルダ。省くと、プログラムの隣の config")
  private Path config = ProgramFolder.config();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    try {
      Directory directory = Directory.read(config.resolve("corporation.yaml"));
      directory.partners().forEach(partner -> out.println(line(partner)));
      out.println("相手 " + directory.partners().size() + " 件");
      return 0;
    } catch (ConfigurationException e) {
      out.println(e.getMessage());
      return 1;
    } finally {
      out.flush();
    }
  }

  private static String line(Partner partner) {
    return partner.number()
        + " "
        + partner.name()
        + " "
        + String.join(" ", partner.serviceTypes().stream().map(type -> type.value()).toList())
        + " 連携基盤 "
        + (partner.usesRelay() ? "有" : "無")
        + " 経路 "
        + channel(partner)
        + " 段階 "
        + partner.joining().stage().japanese()
        + partner.joining().stageSince().map(day -> " " + day).orElse("")
        + " 電話確認 "
        + confirmed(partner.confirmed());
  }

  private static String channel(Partner partner) {
    ChannelName chosen = partner.channels().chosen();
    return chosen == null ? "規則" : chosen.word();
  }

  private static String confirmed(@Nullable Confirmation confirmation) {
    return confirmation == null ? "なし" : confirmation.on() + " " + confirmation.by();
  }
}
