package careplanhub.cli;

import careplanhub.security.KeyFolder;
import careplanhub.security.OfficeKey;
import careplanhub.security.TestAuthority;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./hub keys authority}: makes a test authority. */
@Command(
    name = "authority",
    description = "試験用の認証局を作ります（鍵 authority.p12、証明書 authority.crt、失効リスト authority.crl）。",
    mixinStandardHelpOptions = true)
final class KeysAuthorityCommand extends KeyWork {
  @Parameters(paramLabel = "フォルダ", description = "鍵のフォルダ、または keys のあるフォルダ")
  private Path folder;

  @Option(
      names = "--name",
      paramLabel = "名前",
      defaultValue = "ケアプラン連携ハブ試験用認証局",
      description = "認証局の名前（省くと ${DEFAULT-VALUE}）")
  private String name;

  @Override
  int work(PrintWriter out) throws IOException {
    KeyFolder keys = folder(folder);
    if (Files.exists(keys.authority())) {
      return refuse("認証局がすでにあります。作り直すと、発行した証明書がすべて使えなくなります: " + keys.authority());
    }
    TestAuthority authority = TestAuthority.create(name, Clock.systemUTC());
    keys.store(authority, password(keys), this::write);
    out.println("認証局を作りました: " + keys.authority());
    out.println("  SHA-256 " + OfficeKey.fingerprint(authority.certificate()));
    return 0;
  }
}
