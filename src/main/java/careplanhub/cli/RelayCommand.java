package careplanhub.cli;

import careplanhub.relay.RelayServer;
import careplanhub.relay.RelaySettings;
import careplanhub.security.KeyFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./hub relay DIR}: runs the reference relay until Ctrl-C. */
@Command(
    name = "relay",
    description = "連携基盤（中継サーバー）を動かす。Ctrl-C で終わる。",
    mixinStandardHelpOptions = true)
final class RelayCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "DIR",
      description = "連携基盤のフォルダ。keys/ に relay.p12 と authority.crt、あれば relay.yaml に設定を置く。")
  private Path directory;

  @Option(names = "--port", paramLabel = "N", description = "待ち受けるポート。0 は空いているポート。省くと設定のとおり。")
  private @Nullable Integer port;

  @Override
  public Integer call() throws Exception {
    if (!Files.isDirectory(directory)) {
      throw new ParameterException(spec.commandLine(), "フォルダがありません: " + directory);
    }
    try (RelayServer relay = RelayServer.start(settings(), directory, Clock.systemUTC())) {
      Runtime.getRuntime().addShutdownHook(new Thread(relay::close, "relay-stop"));
      String host = settings().listening().host();
      spec.commandLine()
          .getOut()
          .println("連携基盤: https://" + host + ":" + relay.port() + "/v1 （終わるには Ctrl-C）");
      new CountDownLatch(1).await();
      return 0;
    } catch (KeyFileException e) {
      spec.commandLine()
          .getErr()
          .println("鍵または証明書を使えません（" + e.reason() + "）: " + e.file() + "。./hub keys で作ってください。");
      return 1;
    }
  }

  private RelaySettings settings() throws IOException {
    RelaySettings settings = RelaySettings.load(directory);
    return port == null ? settings : settings.withPort(port);
  }
}
