package careplanhub.cli;

import careplanhub.security.KeyFolder;
import careplanhub.security.OfficeKey;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./hub keys server}: issues the relay's server certificate. */
@Command(
    name = "server",
    description = "リレーのサーバーの鍵と証明書を作ります（relay.p12、localhost 用、2 年間有効）。",
    mixinStandardHelpOptions = true)
final class KeysServerCommand extends KeyWork {
  @Parameters(paramLabel = "フォルダ", description = "認証局のある鍵のフォルダ、または keys のあるフォルダ")
  private Path folder;

  @Option(names = "--renew", description = "すでにある鍵を新しい鍵に取り替えます")
  private boolean renew;

  @Override
  int work(PrintWriter out) throws IOException {
    KeyFolder keys = folder(folder);
    if (!renew && Files.exists(keys.relay())) {
      return refuse("鍵がすでにあります。取り替えるには --renew を付けてください: " + keys.relay());
    }
    OfficeKey key = authority(keys).issueServer();
    keys.store(keys.relay(), key, password(keys), this::write);
    out.println("サーバーの鍵を作りました: " + keys.relay());
    out.println("  SHA-256 " + key.fingerprint());
    return 0;
  }
}
