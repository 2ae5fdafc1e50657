package careplanhub.cli;

import careplanhub.security.KeyFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./hub keys revoke}: puts an office's certificates on the revocation list. */
@Command(
    name = "revoke",
    description = "事業所の証明書を失効させます（失効リスト authority.crl に載せます。動いているリレーは新しい接続から断ります）。",
    mixinStandardHelpOptions = true)
final class KeysRevokeCommand extends KeyWork {
  @Parameters(index = "0", paramLabel = "フォルダ", description = "認証局のある鍵のフォルダ、または keys のあるフォルダ")
  private Path folder;

  @Parameters(index = "1", paramLabel = "事業所番号", description = "10 桁の事業所番号")
  private String office;

  @Option(names = "--old", description = "更新する前の証明書だけを失効させ、いちばん新しいものは残します")
  private boolean keepNewest;

  @Override
  int work(PrintWriter out) throws IOException {
    checkOffice(office);
    KeyFolder keys = folder(folder);
    int revoked =
        keepNewest
            ? keys.revokeEarlier(authority(keys), office, this::write)
            : keys.revoke(authority(keys), office, this::write);
    out.println(office + " の証明書 " + revoked + " 枚を失効させました: " + keys.revocationList());
    return 0;
  }
}
