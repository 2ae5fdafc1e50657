package careplanhub.cli;

import careplanhub.security.KeyFolder;
import careplanhub.security.OfficeKey;
import careplanhub.security.TestAuthority;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./hub keys office}: issues client certificates of offices. */
@Command(
    name = "office",
    description = "事業所の鍵と証明書を作ります（<事業所番号>.p12、2 年間有効）。",
    mixinStandardHelpOptions = true)
final class KeysOfficeCommand extends KeyChangeWork {
  @Parameters(index = "0", paramLabel = "フォルダ", description = "鍵を置くフォルダ、または keys のあるフォルダ")
  private Path folder;

  @Parameters(index = "1..*", arity = "1..*", paramLabel = "事業所番号", description = "10 桁の事業所番号")
  private List<String> offices;

  @Option(
      names = "--authority",
      paramLabel = "フォルダ",
      description = "認証局のフォルダ（省くと、鍵を置くフォルダ）。その証明書と失効リストも鍵の横に写します")
  private @Nullable Path authorityFolder;

  @Option(
      names = "--renew",
      description = "すでにある鍵の横に新しい鍵を加えます。前の証明書も期限まで使えます（keys revoke --old で失効）")
  private boolean renew;

  @Override
  int work(PrintWriter out) throws IOException {
    KeyFolder keys = folder(folder);
    KeyFolder issuer = authorityFolder == null ? keys : folder(authorityFolder);
    for (String office : offices) {
      checkOffice(office);
      if (!renew && Files.exists(keys.office(office))) {
        return refuse("鍵がすでにあります。新しい鍵を加えるには --renew を付けてください: " + keys.office(office));
      }
    }
    TestAuthority authority = authority(issuer);
    password(keys);
    boolean elsewhere = !issuer.directory().equals(keys.directory());
    if (elsewhere) {
      keys.trustAuthorityOf(issuer, this::write);
    }
    return change(
        keys,
        out,
        (changes, screen) -> {
          for (String office : offices) {
            OfficeKey key = authority.issueOffice(office);
            changes.importKey(office, key);
            if (elsewhere) {
              issuer.addCertificate(issuer.office(office), key.certificate(), this::write);
            }
            screen.println(office + " の鍵を作りました: " + keys.office(office));
            screen.println("  SHA-256 " + key.fingerprint());
          }
          return 0;
        });
  }
}
