package careplanhub.cli;

import picocli.CommandLine.Command;

/** {@code ./hub keys renew}: asks for the certificate that is to follow the present one. */
@Command(
    name = "renew",
    description = {
      "今の証明書を使い続けながら、次の鍵と証明書の申請書（<事業所番号>.csr）を作ります。",
      "発行された証明書を keys import で取り込むと、新旧の両方を持ち、接続先が受け付けたら新しいほうに替わります。"
    },
    mixinStandardHelpOptions = true)
final class KeysRenewCommand extends KeyRequestWork {
  KeysRenewCommand() {
    super(true);
  }
}
