package careplanhub.cli;

import careplanhub.hub.Administrators;
import careplanhub.hub.HubFolder;
import careplanhub.hub.HubSetUp;
import careplanhub.lab.DemoWorld;
import careplanhub.store.DurableFiles;
import careplanhub.store.RealFiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Scanner;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./hub init}: makes a hub's folder, and has the person keep what would be lost with it. */
@Command(name = "init", description = "ハブのフォルダを作ります。", mixinStandardHelpOptions = true)
final class InitCommand implements Callable<Integer> {
  private static final String ADMINISTRATOR = "admin";

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "フォルダ", description = "作る場所。まだハブが無いフォルダ")
  private Path directory;

  @Option(names = "--demo-partner", description = "試すために、架空の事業所と、同じ機械で動く連携基盤と相手法人も作る")
  private boolean demoPartner;

  @Option(
      names = "--recovery-file",
      paramLabel = "ファイル",
      description = "保管庫の鍵の控えを書き出す先（ハブのフォルダの外）。画面で答えられないときに使う")
  private @Nullable Path recoveryFile;

  @Override
  public Integer call() throws IOException {
    if (Files.exists(new HubFolder(directory).keys())) {
      throw new WrongUse(spec.commandLine(), "このフォルダにはすでにハブがあります。別のフォルダを指定してください。");
    }
    if (demoPartner) {
      return demo();
    }
    if (recoveryFile == null && !isPersonThere()) {
      throw new WrongUse(spec.commandLine(), "保管庫の鍵の控えを残す必要があります。--recovery-file で書き出す先を指定してください。");
    }
    if (recoveryFile != null && Files.exists(recoveryFile)) {
      throw new WrongUse(spec.commandLine(), "--recovery-file のファイルがすでにあります。別の名前にしてください。");
    }
    DurableFiles files = new DurableFiles(new RealFiles());
    String recoveryText =
        new HubSetUp(ProgramFolder.path(), files, Clock.systemUTC()).create(directory);
    char[] password = Administrators.renew(new HubFolder(directory).keys(), ADMINISTRATOR, files);
    keep(recoveryText, files);
    PrintWriter out = spec.commandLine().getOut();
    out.println("ハブのフォルダを作りました: " + directory.toAbsolutePath());
    out.println("Hawtio のログイン名: " + ADMINISTRATOR + "  パスワード: " + String.valueOf(password));
    out.println("  （ここにしか表示されません。控えてください。）");
    out.println("次にすること:");
    out.println("  1. config/corporation.yaml に法人と事業所を書く（見本は原本の config/corporation.example.yaml）");
    out.println("  2. config/hub.yaml に連携基盤のアドレスを書く");
    out.println("  3. keys/ に事業所ごとの証明書（事業所番号.p12）とログインパスワード（事業所番号.relay-password）を置く");
    out.println("  4. ./hub run " + directory);
    return 0;
  }

  private void keep(String recoveryText, DurableFiles files) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    if (recoveryFile != null) {
      files.replaceSecret(
          recoveryFile.toAbsolutePath(), (recoveryText + "\n").getBytes(StandardCharsets.UTF_8));
      out.println("保管庫の鍵の控えを書き出しました: " + recoveryFile);
      out.println("  別の場所（金庫など）に移してください。鍵も控えも失うと、保管した内容は二度と読めません。");
      return;
    }
    out.println("保管庫の鍵の控え。紙に写して別の場所に保管してください。鍵も控えも失うと、保管した内容は二度と読めません。");
    out.println();
    out.println("  " + recoveryText);
    out.println();
    out.flush();
    try (Scanner typed = new Scanner(System.in, Charset.defaultCharset())) {
      out.println("写した控えを入力してください:");
      out.flush();
      while (typed.hasNextLine() && !isCopied(typed.nextLine(), recoveryText)) {
        out.println("控えと違います。もう一度確かめてください:");
        out.flush();
      }
    }
  }

  /**
   * Whether what is typed comes from a terminal; from JDK 22 on there is a console without one too.
   */
  @SuppressWarnings(
      "SystemConsoleNull") // a console without a terminal reads an ended input, and the copy is
  // asked in vain
  private static boolean isPersonThere() {
    return System.console() != null && System.getenv("TERM") != null;
  }

  private static boolean isCopied(String typed, String recoveryText) {
    return letters(typed).equalsIgnoreCase(letters(recoveryText));
  }

  private static String letters(String text) {
    return text.replaceAll("[^0-9A-Za-z]", "");
  }

  private int demo() throws IOException {
    DemoWorld world = DemoWorld.around(directory.toAbsolutePath());
    DemoWorld.Passwords passwords =
        world.create(ProgramFolder.path(), DemoWorld.Pace.OFFICE, Clock.systemUTC());
    PrintWriter out = spec.commandLine().getOut();
    out.println("架空の法人のハブを作りました: " + world.first());
    out.println("相手法人のハブ: " + world.second());
    out.println("連携基盤: " + world.relay());
    out.println("事業所のフォルダ: offices/事業所番号/（outbox に入れると送られ、inbox に届きます）");
    out.println("Hawtio のログイン名: " + DemoWorld.ADMINISTRATOR + "  パスワード: " + passwords.first());
    out.println("動かす: ./hub run " + directory);
    out.println("試すデータ: ./hub generate --users 20 --month YYYY-MM --seed 1 --out フォルダ");
    return 0;
  }
}
