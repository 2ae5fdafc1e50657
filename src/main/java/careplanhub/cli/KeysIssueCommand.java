package careplanhub.cli;

import careplanhub.security.Certificates;
import careplanhub.security.KeyFolder;
import careplanhub.security.OfficeKey;
import careplanhub.security.SigningRequest;
import careplanhub.security.TestAuthority;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./hub keys issue}: the authority's answer to a request. */
@Command(
    name = "issue",
    description = "認証局のある機械で、申請書（.csr）に証明書を発行します（2 年間有効）。",
    mixinStandardHelpOptions = true)
final class KeysIssueCommand extends KeyWork {
  @Parameters(index = "0", paramLabel = "フォルダ", description = "認証局のある鍵のフォルダ、または keys のあるフォルダ")
  private Path folder;

  @Parameters(index = "1", paramLabel = "申請書", description = "keys request か keys renew が作った .csr")
  private Path requestFile;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "ファイル",
      description = "証明書を書き出す先（申請した人に渡します。秘密ではありません）")
  private Path target;

  @Override
  int work(PrintWriter out) throws IOException {
    KeyFolder keys = folder(folder);
    if (!Files.isRegularFile(requestFile)) {
      return refuse("ファイルがありません: " + requestFile);
    }
    if (Files.exists(target)) {
      return refuse("同じ名前のファイルがあります。上書きはしません: " + target);
    }
    TestAuthority authority = authority(keys);
    SigningRequest request = SigningRequest.read(requestFile);
    checkOffice(request.officeNumber());
    X509Certificate certificate = authority.issue(request);
    keys.addCertificate(keys.office(request.officeNumber()), certificate, this::write);
    String text = Certificates.toPem(certificate) + Certificates.toPem(authority.certificate());
    Files.write(target, text.getBytes(StandardCharsets.US_ASCII));
    out.println(request.officeNumber() + " の証明書を発行しました: " + target);
    out.println("  SHA-256 " + OfficeKey.fingerprint(certificate));
    return 0;
  }
}
