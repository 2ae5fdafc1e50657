package careplanhub.cli;

import careplanhub.security.KeyFolder;
import careplanhub.security.OfficeKey;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./hub keys publisher}: makes the key with which packs of adapters are signed. */
@Command(
    name = "publisher",
    description = "アダプタのパックに署名する鍵と証明書を作ります（publisher.p12 と publisher.crt、10 年間有効）。",
    mixinStandardHelpOptions = true)
final class KeysPublisherCommand extends KeyWork {
  @Parameters(paramLabel = "フォルダ", description = "鍵を置くフォルダ、または keys のあるフォルダ")
  private Path folder;

  @Option(names = "--name", required = true, paramLabel = "名前", description = "発行者の名前（証明書に入ります）")
  private String name;

  @Override
  int work(PrintWriter out) throws IOException {
    KeyFolder keys = folder(folder);
    Path file = keys.directory().resolve("publisher.p12");
    if (Files.exists(file)) {
      return refuse("鍵がすでにあります: " + file);
    }
    if (name.isBlank()) {
      return refuse("--name に発行者の名前を書いてください。");
    }
    OfficeKey key = OfficeKey.selfSigned(name.strip(), Clock.systemUTC());
    keys.store(file, key, password(keys), this::write);
    out.println("発行者の鍵を作りました: " + file);
    out.println("  証明書 " + keys.certificateBeside(file) + "（パックを受け取る人に渡します）");
    out.println("  SHA-256 " + key.fingerprint());
    return 0;
  }
}
