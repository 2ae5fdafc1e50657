package careplanhub.cli;

import careplanhub.security.KeyFolder;
import careplanhub.security.KeyRefusedException;
import careplanhub.security.OfficeKey;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code ./hub keys revoke}: in a hub's folder gives an office's keys up, in an authority's puts
 * its certificates on the revocation list; in a folder that is both, both.
 */
@Command(
    name = "revoke",
    description = {
      "事業所の証明書を使うのをやめます。やめた鍵は、前に届いたものを開くためだけに残ります。",
      "認証局のある機械では、失効リスト authority.crl に載せます（動いているリレーは新しい接続から断ります）。",
      "認証局がほかにあるときは、発行元に伝えることを示します。"
    },
    mixinStandardHelpOptions = true)
final class KeysRevokeCommand extends KeyChangeWork {
  @Parameters(index = "0", paramLabel = "フォルダ", description = "鍵のフォルダ、または keys のあるフォルダ")
  private Path folder;

  @Parameters(index = "1", paramLabel = "事業所番号", description = "10 桁の事業所番号")
  private String office;

  @Option(names = "--old", description = "更新する前の証明書だけを失効させ、いちばん新しいものは残します")
  private boolean keepNewest;

  @Override
  int work(PrintWriter out) throws IOException {
    checkOffice(office);
    KeyFolder keys = folder(folder);
    boolean authority = Files.exists(keys.authority());
    if (!authority && !Files.exists(keys.office(office))) {
      return refuse("ファイルがありません: " + keys.office(office));
    }
    if (Files.exists(keys.office(office))) {
      giveUp(keys, authority, out);
    }
    if (authority) {
      int revoked =
          keepNewest
              ? keys.revokeEarlier(authority(keys), office, this::write)
              : keys.revoke(authority(keys), office, this::write);
      out.println(office + " の証明書 " + revoked + " 枚を失効させました: " + keys.revocationList());
    }
    return 0;
  }

  private void giveUp(KeyFolder keys, boolean authority, PrintWriter out) throws IOException {
    try {
      int unused =
          change(
              keys,
              out,
              (changes, screen) -> {
                List<X509Certificate> certificates =
                    changes.giveUp(office, (key, newest) -> !keepNewest || !newest);
                screen.println(office + " の証明書 " + certificates.size() + " 枚の使用をやめました。");
                if (!authority) {
                  certificates.forEach(certificate -> tellIssuer(certificate, screen));
                }
                return 0;
              });
    } catch (KeyRefusedException e) {
      if (!authority) {
        throw e;
      }
    }
  }

  private static void tellIssuer(X509Certificate certificate, PrintWriter out) {
    out.println("  発行元に失効を申し込み、次のことを伝えてください（鍵が漏れたおそれがあるときは、すぐに）。");
    out.println("    発行元: " + certificate.getIssuerX500Principal().getName());
    out.println("    名前: " + certificate.getSubjectX500Principal().getName());
    out.println("    シリアル番号: " + certificate.getSerialNumber().toString(16));
    out.println("    SHA-256: " + OfficeKey.fingerprint(certificate));
    out.println("  接続先（連携基盤）にも、この指紋の登録を消すよう伝えてください。");
  }
}
