package careplanhub.cli;

import picocli.CommandLine.Command;

/** {@code ./hub keys request}: makes a key and asks for its certificate. */
@Command(
    name = "request",
    description = {
      "事業所の新しい鍵と、証明書の申請書（PKCS#10、<事業所番号>.csr）を作ります。",
      "秘密鍵は鍵ファイルの中だけにあり、外に出ません。発行された証明書は keys import で取り込みます。"
    },
    mixinStandardHelpOptions = true)
final class KeysRequestCommand extends KeyRequestWork {
  KeysRequestCommand() {
    super(false);
  }
}
