package careplanhub.cli;

import careplanhub.office.DataSize;
import careplanhub.relay.RelayAdministration;
import careplanhub.standard.OfficeNumber;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./hub relay-admin}: what the administrator of a reference relay sees and sets. */
@Command(
    name = "relay-admin",
    description = "連携基盤（中継サーバー）の事業所を管理します。動かしたままで使えます。登録は ./hub relay フォルダ --register。",
    mixinStandardHelpOptions = true)
final class RelayAdminCommand implements Runnable {
  private static final String FOLDER = "連携基盤のフォルダ";
  private static final String OFFICE = "事業所番号";

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new WrongUse(spec.commandLine(), "コマンドを指定してください。");
  }

  /** What is done to one office; false when it is not registered. */
  @FunctionalInterface
  private interface Setting {
    boolean apply(RelayAdministration relay, OfficeNumber office) throws IOException;
  }

  @Command(
      name = "list",
      description = "事業所の一覧と、送った件数、預かっている量を表示します。",
      mixinStandardHelpOptions = true)
  int list(@Parameters(paramLabel = "フォルダ", description = FOLDER) Path directory)
      throws IOException {
    try (RelayAdministration relay = open(directory)) {
      PrintWriter out = spec.commandLine().getOut();
      out.println("事業所番号\t名称\t状態\t利用期間\tワンタイムパスワード\t今日の送信/上限\t預かり中のバイト数/上限\t受け取り待ち");
      relay.offices().forEach(office -> out.println(line(office)));
      return 0;
    }
  }

  private static String line(RelayAdministration.OfficeLine office) {
    return String.join(
        "\t",
        office.number().value(),
        office.name(),
        office.refusal().isEmpty() ? "利用中" : office.refusal(),
        day(office.licenceFrom()) + "〜" + day(office.licenceUntil()),
        office.asksOneTimePassword() ? "要る" : "要らない",
        office.sentToday() + "/" + office.parcelsPerDay(),
        office.storedBytes() + "/" + office.storedBytesAllowed(),
        String.valueOf(office.waiting()));
  }

  private static String day(@Nullable LocalDate day) {
    return day == null ? "" : day.toString();
  }

  @Command(
      name = "licence",
      description = "利用できる期間（両端の日を含む）を決めます。書かない端は期限なしになります。",
      mixinStandardHelpOptions = true)
  int licence(
      @Parameters(paramLabel = "フォルダ", description = FOLDER) Path directory,
      @Parameters(paramLabel = "事業所番号", description = OFFICE) String office,
      @Option(names = "--from", paramLabel = "年-月-日", description = "最初の日（例 2026-12-01）")
          @Nullable String from,
      @Option(names = "--until", paramLabel = "年-月-日", description = "最後の日（例 2027-11-30）")
          @Nullable String until)
      throws IOException {
    LocalDate first = date(from);
    LocalDate last = date(until);
    if (first != null && last != null && last.isBefore(first)) {
      throw new WrongUse(spec.commandLine(), "--until には --from 以後の日を書いてください。");
    }
    return set(directory, office, (relay, number) -> relay.license(number, first, last));
  }

  @Command(name = "lock", description = "事業所の利用を止めます。", mixinStandardHelpOptions = true)
  int lock(
      @Parameters(paramLabel = "フォルダ", description = FOLDER) Path directory,
      @Parameters(paramLabel = "事業所番号", description = OFFICE) String office)
      throws IOException {
    return set(directory, office, RelayAdministration::lock);
  }

  @Command(
      name = "unlock",
      description = "止めた事業所、またはパスワードの誤りで止まった事業所を、使えるようにします。",
      mixinStandardHelpOptions = true)
  int unlock(
      @Parameters(paramLabel = "フォルダ", description = FOLDER) Path directory,
      @Parameters(paramLabel = "事業所番号", description = OFFICE) String office)
      throws IOException {
    return set(directory, office, RelayAdministration::unlock);
  }

  @Command(
      name = "quota",
      description = "事業所の上限を決めます。書かないものは relay.yaml のとおりに戻ります。",
      mixinStandardHelpOptions = true)
  int quota(
      @Parameters(paramLabel = "フォルダ", description = FOLDER) Path directory,
      @Parameters(paramLabel = "事業所番号", description = OFFICE) String office,
      @Option(names = "--parcels-per-day", paramLabel = "件数", description = "1 日に送れる件数")
          @Nullable Long parcels,
      @Option(names = "--stored", paramLabel = "大きさ", description = "預けられる大きさ（例 500MB、20GB）")
          @Nullable String stored)
      throws IOException {
    Long bytes =
        stored == null
            ? null
            : Long.valueOf(
                DataSize.parse(stored)
                    .orElseThrow(
                        () -> new WrongUse(spec.commandLine(), "--stored は 500MB のように書いてください。"))
                    .bytes());
    if (parcels != null && parcels < 0) {
      throw new WrongUse(spec.commandLine(), "--parcels-per-day は 0 以上の数を書いてください。");
    }
    return set(directory, office, (relay, number) -> relay.allow(number, parcels, bytes));
  }

  @Command(
      name = "one-time-password",
      description = "ログインにワンタイムパスワードを求めます。秘密は一度だけ表示します。",
      mixinStandardHelpOptions = true)
  int oneTimePassword(
      @Parameters(paramLabel = "フォルダ", description = FOLDER) Path directory,
      @Parameters(paramLabel = "事業所番号", description = OFFICE) String office,
      @Option(names = "--off", description = "求めるのをやめる") boolean off)
      throws IOException {
    return set(
        directory,
        office,
        (relay, number) -> {
          if (off) {
            return relay.releaseOneTimePassword(number);
          }
          String secret = relay.requireOneTimePassword(number);
          if (secret != null) {
            PrintWriter out = spec.commandLine().getOut();
            out.println("秘密（認証アプリに登録します。この画面にだけ表示します）: " + secret);
            out.println(
                "otpauth://totp/careplan-hub:"
                    + number
                    + "?secret="
                    + secret
                    + "&issuer=careplan-hub");
          }
          return secret != null;
        });
  }

  private int set(Path directory, String office, Setting setting) throws IOException {
    if (!OfficeNumber.isValid(office)) {
      throw new WrongUse(spec.commandLine(), "事業所番号は数字10桁で書いてください。");
    }
    try (RelayAdministration relay = open(directory)) {
      if (!setting.apply(relay, new OfficeNumber(office))) {
        spec.commandLine()
            .getErr()
            .println("事業所 " + office + " は登録されていません。./hub relay-admin list で確かめてください。");
        return 1;
      }
      spec.commandLine().getOut().println("事業所 " + office + " の設定を変えました。");
      return 0;
    }
  }

  private RelayAdministration open(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      throw new WrongUse(spec.commandLine(), "フォルダがありません: " + directory);
    }
    return RelayAdministration.open(directory, Clock.systemUTC());
  }

  private @Nullable LocalDate date(@Nullable String text) {
    try {
      return text == null ? null : LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new WrongUse(spec.commandLine(), "日付は 2026-12-01 のように書いてください: " + text);
    }
  }
}
