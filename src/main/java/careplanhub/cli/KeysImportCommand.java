package careplanhub.cli;

import careplanhub.office.DataSize;
import careplanhub.security.KeyFolder;
import careplanhub.security.KeyImportFile;
import careplanhub.security.OfficeKey;
import careplanhub.security.OfficeKeyChanges;
import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./hub keys import}: takes a certificate, a key with its certificate or a CRL. */
@Command(
    name = "import",
    description = {
      "取り込みます。ファイルの中身で見分けます。",
      "・証明書（.crt .cer .pem .p7b）: keys request・keys renew の申請に発行されたもの",
      "・鍵と証明書（.p12 .pfx）: 発行元が鍵も作るとき",
      "・失効リスト（.crl）: 事業所番号は要りません",
      "今までの鍵は残ります。間違ったファイルやパスワードでは、何も変わりません。"
    },
    mixinStandardHelpOptions = true)
final class KeysImportCommand extends KeyChangeWork {
  /** The environment variable that holds the password of a file to be imported. */
  static final String PASSWORD_VARIABLE = "CAREPLANHUB_IMPORT_PASSWORD";

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu/MM/dd HH:mm").withZone(ZoneId.of("Asia/Tokyo"));

  @Parameters(index = "0", paramLabel = "フォルダ", description = "鍵のフォルダ、または keys のあるフォルダ")
  private Path folder;

  @Parameters(
      index = "1..*",
      arity = "1..2",
      paramLabel = "事業所番号 ファイル",
      description = "10 桁の事業所番号と、取り込むファイル。失効リストならファイルだけ")
  private String[] words;

  @Option(
      names = "--password-file",
      paramLabel = "ファイル",
      description =
          "取り込む .p12 のパスワードを 1 行目に書いたファイル。省くと、環境変数 " + PASSWORD_VARIABLE + "、無ければ画面でたずねます")
  private @Nullable Path passwordFile;

  @Override
  int work(PrintWriter out) throws IOException {
    KeyFolder keys = folder(folder);
    Path file = Path.of(words[words.length - 1]);
    if (!Files.isRegularFile(file)) {
      return refuse("ファイルがありません: " + file);
    }
    DataSize maximum = settings(keys).maximumImportSize();
    KeyImportFile read = KeyImportFile.read(file, maximum.bytes());
    X509CRL list = read.revocationList();
    if (list != null) {
      return change(keys, out, (changes, screen) -> takeList(changes, list, screen));
    }
    if (words.length != 2) {
      return refuse("事業所番号とファイルを指定してください。失効リストのほかは、事業所番号が要ります。");
    }
    String office = words[0];
    checkOffice(office);
    OfficeKey key = read.isKeyStore() ? read.keyOf(office, importPassword(file)) : null;
    return change(
        keys,
        out,
        (changes, screen) ->
            tell(
                office,
                key == null
                    ? changes.importCertificate(office, read.certificates())
                    : changes.importKey(office, key),
                screen));
  }

  private static int takeList(OfficeKeyChanges changes, X509CRL list, PrintWriter out)
      throws IOException {
    changes.importRevocationList(list);
    out.println("失効リストを取り替えました。次の更新: " + time(list.getNextUpdate()) + "（それまでに新しいものを取り込みます）");
    return 0;
  }

  private static int tell(String office, X509Certificate certificate, PrintWriter out) {
    out.println(office + " の証明書を取り込みました。動いているハブは、次の接続から使います（再起動は要りません）。");
    out.println(
        "  有効期間 " + time(certificate.getNotBefore()) + " から " + time(certificate.getNotAfter()));
    out.println("  SHA-256 " + OfficeKey.fingerprint(certificate));
    out.println("  接続先への登録が要るときは、この指紋（SHA-256）を届け出てください。登録が済むまでは、前の証明書で続けます。");
    return 0;
  }

  @SuppressWarnings(
      "SystemConsoleNull") // without a terminal nothing is typed, and that is no password
  private char[] importPassword(Path file) throws IOException {
    if (passwordFile != null) {
      return Files.readString(passwordFile, StandardCharsets.UTF_8)
          .lines()
          .findFirst()
          .orElse("")
          .toCharArray();
    }
    String fromEnvironment = System.getenv(PASSWORD_VARIABLE);
    if (fromEnvironment != null) {
      return fromEnvironment.toCharArray();
    }
    Console console = System.console();
    char[] typed = console == null ? null : console.readPassword("%s のパスワード: ", file.getFileName());
    return typed == null ? new char[0] : typed;
  }

  private static String time(Date date) {
    return TIME.format(date.toInstant());
  }
}
