package careplanhub.cli;

import careplanhub.security.KeyFolder;
import careplanhub.store.VaultException;
import careplanhub.store.VaultKey;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./hub keys vault}: shows the vault's key for safekeeping, takes it back, rotates it. */
@Command(
    name = "vault",
    description = {"保管庫の鍵の控えを表示します。この控えがあれば、パスワードがなくても保管庫を読めます。", "紙に写して、鍵のかかる場所に置いてください。"},
    mixinStandardHelpOptions = true)
final class KeysVaultCommand extends KeyWork {
  private static final int MOST_BYTES = 1 << 20;

  @Parameters(paramLabel = "フォルダ", description = "鍵のフォルダ、または keys のあるフォルダ")
  private Path folder;

  @ArgGroup private Change change = new Change();

  /** What is done to the key; nothing without an option. */
  static final class Change {
    @Option(names = "--rotate", description = "新しい鍵を足し、これから保管するものに使います。ハブを止めてから行い、控えも取り直してください")
    private boolean rotate;

    @Option(names = "--recover", description = "控えの行を標準入力から読み、なくした鍵ファイルを作り直します")
    private boolean recover;
  }

  @Override
  int work(PrintWriter out) throws IOException {
    KeyFolder keys = folder(folder);
    if (change.recover) {
      return recover(keys, out);
    }
    if (!Files.exists(keys.vault())) {
      return refuse("保管庫の鍵がありません: " + keys.vault());
    }
    char[] password = keys.password(System.getenv());
    VaultKey key;
    try {
      key = VaultKey.load(keys.vault(), password);
    } catch (VaultException e) {
      return refuse("読めません。パスワードが違うか、壊れています: " + keys.vault());
    }
    out.print((change.rotate ? key.rotate(keys.vault(), password) : key).recoveryText());
    out.flush();
    return 0;
  }

  private int recover(KeyFolder keys, PrintWriter out) throws IOException {
    if (Files.exists(keys.vault())) {
      return refuse("保管庫の鍵がすでにあります。上書きはしません: " + keys.vault());
    }
    char[] password = password(keys);
    InputStream typed = System.in;
    String text = new String(typed.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
    try {
      VaultKey.recover(keys.vault(), password, text);
    } catch (VaultException e) {
      return refuse("控えの行が足りないか、打ち間違いがあります。「vault-1: …」の行を、そのとおりに入力してください。");
    }
    out.println("保管庫の鍵を作り直しました: " + keys.vault());
    return 0;
  }
}
