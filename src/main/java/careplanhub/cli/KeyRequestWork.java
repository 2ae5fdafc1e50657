package careplanhub.cli;

import careplanhub.security.KeyFolder;
import careplanhub.security.KeyKind;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Asking for a certificate, for the first time or for a renewal. */
abstract class KeyRequestWork extends KeyChangeWork {
  private final boolean renewal;

  @Parameters(index = "0", paramLabel = "フォルダ", description = "鍵のフォルダ、または keys のあるフォルダ")
  private Path folder;

  @Parameters(index = "1", paramLabel = "事業所番号", description = "10 桁の事業所番号")
  private String office;

  @Option(
      names = "--kind",
      paramLabel = "種類",
      defaultValue = "EC",
      description = "鍵の種類: ${COMPLETION-CANDIDATES}（省くと ${DEFAULT-VALUE}）。発行元が受け付けるほうを選びます")
  private KeyKind kind;

  KeyRequestWork(boolean renewal) {
    this.renewal = renewal;
  }

  @Override
  final int work(PrintWriter out) throws IOException {
    checkOffice(office);
    KeyFolder keys = folder(folder);
    return change(
        keys,
        out,
        (changes, screen) -> {
          changes.request(office, kind, renewal);
          screen.println("申請書を作りました: " + keys.request(office));
          screen.println("  発行元に渡してください。秘密鍵は渡しません（鍵ファイルの中にあります）。");
          screen.println("  証明書が届いたら: ./hub keys import " + folder + " " + office + " 証明書のファイル");
          return 0;
        });
  }
}
