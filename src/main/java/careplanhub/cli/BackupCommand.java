package careplanhub.cli;

import careplanhub.store.Backup;
import careplanhub.store.BackupException;
import careplanhub.store.RealFiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./hub backup}: copies ledger, vault and keys. */
@Command(
    name = "backup",
    description = {
      "台帳・保管庫・鍵・設定・ルートの控えを新しいフォルダに作ります。ハブを止める必要はありません。",
      "鍵は暗号化されたまま入ります。鍵のパスワードは、--with-password を付けない限り入りません。",
      "事業所のフォルダ（offices）は入りません。やり取りした内容は保管庫にあります。"
    },
    mixinStandardHelpOptions = true)
final class BackupCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "フォルダ", description = "ハブのフォルダ")
  private Path hub;

  @Parameters(index = "1", paramLabel = "控え", description = "作るフォルダ。まだ無いか、空のフォルダ")
  private Path target;

  @Option(
      names = "--with-password",
      description = "鍵のパスワードのファイル（keys/password）も入れます。控えを手にした人は中身を全部読めます")
  private boolean withPassword;

  @Override
  public Integer call() throws IOException {
    Backup.Copied copied;
    try {
      copied = new Backup(new RealFiles()).write(hub, target, withPassword);
    } catch (BackupException e) {
      return BackupFailure.explain(spec, e);
    } catch (IOException e) {
      return BackupFailure.unwritable(spec, target);
    }
    PrintWriter out = spec.commandLine().getOut();
    out.printf("控えを作りました: %s（%d ファイル、%d バイト）%n", target, copied.files(), copied.bytes());
    out.println(
        withPassword
            ? "鍵のパスワードも入っています。鍵のかかる場所に保管してください。"
            : "鍵のパスワードは入っていません。パスワード（keys/password）は別の場所に控えてください。無いと復元しても読めません。");
    return 0;
  }
}
