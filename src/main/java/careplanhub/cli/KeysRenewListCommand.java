package careplanhub.cli;

import careplanhub.security.KeyFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code ./hub keys renew-list}: gives the revocation list a new date. */
@Command(
    name = "renew-list",
    description = "失効リストを新しい日付で作り直します（1 年間有効）。期限が過ぎると、リレーは誰の接続も受けません。",
    mixinStandardHelpOptions = true)
final class KeysRenewListCommand extends KeyWork {
  @Parameters(paramLabel = "フォルダ", description = "認証局のある鍵のフォルダ、または keys のあるフォルダ")
  private Path folder;

  @Override
  int work(PrintWriter out) throws IOException {
    KeyFolder keys = folder(folder);
    keys.renewRevocationList(authority(keys), List.of(), this::write);
    out.println("失効リストを作り直しました: " + keys.revocationList());
    return 0;
  }
}
