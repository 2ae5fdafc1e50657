package careplanhub.cli;

import careplanhub.store.BackupException;
import java.nio.file.Path;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;

/** What a backup or restore that failed says, and how it ends. */
final class BackupFailure {
  private BackupFailure() {}

  static int explain(CommandSpec spec, BackupException failure) {
    spec.commandLine().getErr().println(sentence(failure));
    return switch (failure.reason()) {
      case NO_LEDGER, TARGET_NOT_EMPTY, NO_MANIFEST -> ExitCode.USAGE;
      case FILE_MISSING, FILE_CHANGED -> ExitCode.SOFTWARE;
    };
  }

  /** What a full disk or a folder without permissions makes of it. */
  static int unwritable(CommandSpec spec, Path target) {
    spec.commandLine()
        .getErr()
        .println(
            "途中で読み書きができなくなりました。書き込み先の空きが足りないか、権限がありません: "
                + target
                + "。途中のものは消しました。空きを作ってから、もう一度行ってください。");
    return ExitCode.SOFTWARE;
  }

  private static String sentence(BackupException failure) {
    String file = failure.file();
    return switch (failure.reason()) {
      case NO_LEDGER -> "ハブのフォルダではありません（" + file + " がありません）。";
      case TARGET_NOT_EMPTY -> "作る先に、すでに何かあります: " + file + "。まだ無いフォルダを指定してください。";
      case NO_MANIFEST -> "控えではありません（" + file + " が無いか、読めません）。";
      case FILE_MISSING -> "控えのファイルが足りません: " + file + "。別の控えを使ってください。何も戻していません。";
      case FILE_CHANGED -> "控えのファイルが壊れているか、変えられています: " + file + "。別の控えを使ってください。何も戻していません。";
    };
  }
}
