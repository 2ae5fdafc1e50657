package careplanhub.cli;

import careplanhub.store.Backup;
import careplanhub.store.BackupException;
import careplanhub.store.RealFiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./hub restore}: puts a backup into a new folder. */
@Command(
    name = "restore",
    description = "控えを確かめて、新しいフォルダに戻します。中身のあるフォルダには戻しません。",
    mixinStandardHelpOptions = true)
final class RestoreCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "控え", description = "backup で作ったフォルダ")
  private Path backup;

  @Parameters(index = "1", paramLabel = "フォルダ", description = "戻す先。まだ無いか、空のフォルダ")
  private Path hub;

  @Override
  public Integer call() throws IOException {
    Backup.Copied copied;
    try {
      copied = new Backup(new RealFiles()).restore(backup, hub);
    } catch (BackupException e) {
      return BackupFailure.explain(spec, e);
    }
    PrintWriter out = spec.commandLine().getOut();
    out.printf("控えを戻しました: %s（%d ファイル、%d バイト）%n", hub, copied.files(), copied.bytes());
    if (!Files.exists(hub.resolve("keys").resolve("password"))) {
      out.println("鍵のパスワードは控えに入っていません。keys/password に書くか、環境変数 CAREPLANHUB_KEY_PASSWORD に入れてください。");
    }
    out.println("次に ./hub verify " + hub + " で証跡を確かめてください。");
    out.println("控えを作った後にやり取りした分は戻りません。相手に送った分・届いた分を、連携基盤の一覧と見比べてください。");
    return 0;
  }
}
