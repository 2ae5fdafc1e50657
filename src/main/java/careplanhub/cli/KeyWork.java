package careplanhub.cli;

import careplanhub.security.KeyFileException;
import careplanhub.security.KeyFolder;
import careplanhub.security.KeyRefusedException;
import careplanhub.security.TestAuthority;
import careplanhub.standard.OfficeNumber;
import careplanhub.store.DurableFiles;
import careplanhub.store.RealFiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What the commands about keys have in common: the folder, the password, and how failures read. */
abstract class KeyWork implements Callable<Integer> {
  @Spec private CommandSpec spec;

  private final DurableFiles files = new DurableFiles(new RealFiles());

  @Override
  public final Integer call() throws IOException {
    try {
      return work(spec.commandLine().getOut());
    } catch (KeyFileException e) {
      return refuse(sentence(e));
    } catch (KeyRefusedException e) {
      return refuse(e.reason().messageJapanese() + " 何も変えていません。");
    }
  }

  abstract int work(PrintWriter out) throws IOException;

  final int refuse(String sentence) {
    spec.commandLine().getErr().println(sentence);
    return ExitCode.SOFTWARE;
  }

  /** Goes on only when this is the number of an office. */
  final void checkOffice(String number) {
    if (!OfficeNumber.isValid(number)) {
      throw new WrongUse(spec.commandLine(), "事業所番号は半角数字 10 桁です: " + number);
    }
  }

  /** The keys of a hub's or relay's folder, or the folder itself when it is one of keys. */
  static KeyFolder folder(Path given) {
    Path inside = given.resolve("keys");
    return new KeyFolder(Files.isDirectory(inside) ? inside : given);
  }

  final char[] password(KeyFolder keys) throws IOException {
    files.createSecretDirectory(keys.directory());
    return keys.passwordOrNew(System.getenv(), this::write);
  }

  final TestAuthority authority(KeyFolder keys) throws IOException {
    return TestAuthority.load(keys.authority(), keys.password(System.getenv()), Clock.systemUTC());
  }

  final void write(Path file, byte[] bytes) throws IOException {
    files.replaceSecret(file, bytes);
  }

  /** What is the matter with a key file, and what to do. */
  static String sentence(KeyFileException failure) {
    Path file = failure.file();
    return switch (failure.reason()) {
      case MISSING -> "ファイルがありません: " + file;
      case UNREADABLE -> "読めません。壊れているか、別の種類のファイルです: " + file;
      case WRONG_PASSWORD -> "パスワードが違うので開けません: " + file;
      case NO_KEY -> "秘密鍵が入っていません: " + file;
      case NO_PASSWORD ->
          "鍵のパスワードがありません。環境変数 " + KeyFolder.PASSWORD_VARIABLE + " に入れるか、次のファイルに書いてください: " + file;
    };
  }
}
