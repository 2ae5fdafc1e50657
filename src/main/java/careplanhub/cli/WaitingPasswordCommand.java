package careplanhub.cli;

import careplanhub.channel.OneTimePasswords;
import careplanhub.hub.HubFolder;
import careplanhub.standard.OfficeNumber;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code ./hub waiting password}: gives the one-time password that a login waits for. It is asked
 * for or read from standard input, so that it stands in no list of processes.
 */
@Command(
    name = "password",
    description = "連携基盤へのログインが待っているワンタイムパスワードを入力します。動いているハブがすぐに使います。",
    mixinStandardHelpOptions = true)
final class WaitingPasswordCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "フォルダ", description = "ハブのフォルダ")
  private Path directory;

  @Parameters(index = "1", paramLabel = "事業所番号", description = "./hub waiting list が示す事業所")
  private String office;

  @Override
  public Integer call() throws IOException {
    if (!OfficeNumber.isValid(office)) {
      throw new WrongUse(spec.commandLine(), "事業所番号は数字10桁で書いてください。");
    }
    OfficeNumber number = new OfficeNumber(office);
    OneTimePasswords passwords =
        new OneTimePasswords(new HubFolder(directory.toAbsolutePath()).logins());
    if (passwords.waiting().stream().noneMatch(login -> login.office().equals(number))) {
      spec.commandLine()
          .getErr()
          .println("事業所 " + office + " はワンタイムパスワードを待っていません。./hub waiting list で確かめてください。");
      return 1;
    }
    String password = asked();
    if (password == null || !OneTimePasswords.isPossible(password.strip())) {
      throw new WrongUse(spec.commandLine(), "ワンタイムパスワードを 1 行で入力してください。");
    }
    passwords.give(number, password.strip());
    spec.commandLine().getOut().println("受け取りました。数秒でログインします。結果は ./hub waiting list で確かめてください。");
    return 0;
  }

  private @Nullable String asked() throws IOException {
    spec.commandLine().getOut().println("ワンタイムパスワードを入力してください:");
    return new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
  }
}
