package careplanhub.cli;

import careplanhub.office.KeySettings;
import careplanhub.security.CertificateStatus;
import careplanhub.security.KeyFileException;
import careplanhub.security.KeyFolder;
import careplanhub.security.KeyListing;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./hub keys list}: the certificates of a folder and how long they hold. */
@Command(
    name = "list",
    description = {
      "鍵と証明書、申請中のもの、失効リストを、期限と残り日数とともに一覧にします。秘密鍵は出しません。",
      "期限の切れたもの（代わりのあるもの、失効したものを除く）や、読めない鍵ファイルがあれば終了コードは 1 です。"
    },
    mixinStandardHelpOptions = true)
final class KeysListCommand extends KeyChangeWork {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyy-MM-dd").withZone(ZoneId.systemDefault());

  @Parameters(paramLabel = "フォルダ", description = "鍵のフォルダ、または keys のあるフォルダ")
  private Path folder;

  @Option(names = "--json", description = "JSON で出力します")
  private boolean json;

  /** One line of the JSON form. */
  private record Row(
      String file,
      String office,
      String subject,
      String serial,
      String from,
      String to,
      long daysLeft,
      String state,
      String sha256) {
    static Row of(CertificateStatus status) {
      return new Row(
          String.valueOf(status.file().getFileName()),
          isOffice(status) ? status.name() : "",
          status.subject(),
          status.serial(),
          status.from().toString(),
          status.expiry().notAfter().toString(),
          status.expiry().daysLeft(),
          status.state().name().toLowerCase(Locale.ROOT).replace('_', '-'),
          status.fingerprint());
    }
  }

  @Override
  int work(PrintWriter out) throws IOException {
    KeyFolder keys = folder(folder);
    if (!Files.isDirectory(keys.directory())) {
      return refuse("フォルダがありません: " + keys.directory());
    }
    KeySettings settings = settings(keys);
    Instant now = Instant.now();
    KeyListing listing = KeyListing.of(keys, passwordOrNone(keys), now, settings.warnBefore());
    if (json) {
      out.println(
          JsonMapper.builder()
              .enable(SerializationFeature.INDENT_OUTPUT)
              .build()
              .writeValueAsString(listing.statuses().stream().map(Row::of).toList()));
    } else {
      out.println("期限        残り日数  ファイル              状態");
      listing.statuses().forEach(status -> print(status, out));
    }
    listing.unreadable().forEach(failure -> refuse(sentence(failure)));
    boolean over =
        listing.covers(now, settings.warnBefore()).values().stream()
            .anyMatch(
                cover ->
                    !cover.goodNow() && cover.newest().state() == CertificateStatus.State.EXPIRED);
    return over || staleList(listing) || !listing.unreadable().isEmpty() ? 1 : 0;
  }

  private static boolean staleList(KeyListing listing) {
    return listing.statuses().stream()
        .anyMatch(status -> status.state() == CertificateStatus.State.STALE_LIST);
  }

  private static char @Nullable [] passwordOrNone(KeyFolder keys) throws IOException {
    try {
      return keys.password(System.getenv());
    } catch (KeyFileException e) {
      return null;
    }
  }

  private static void print(CertificateStatus status, PrintWriter out) {
    out.println(
        "%s  %8d  %-20s  %s"
            .formatted(
                DAY.format(status.expiry().notAfter()),
                status.expiry().daysLeft(),
                status.file().getFileName(),
                state(status) + advice(status)));
    out.println(
        "    "
            + status.subject()
            + (status.serial().isEmpty() ? "" : "  シリアル番号 " + status.serial())
            + "  "
            + DAY.format(status.from())
            + " から");
    if (!status.fingerprint().isEmpty()) {
      out.println("    SHA-256 " + status.fingerprint());
    }
  }

  private static String state(CertificateStatus status) {
    return switch (status.state()) {
      case CURRENT -> isOffice(status) ? "使用中" : "有効";
      case NEXT -> "次に使う（接続先が受け付けたら替わります）";
      case EARLIER -> "前の証明書（期限まで有効）";
      case NOT_YET_VALID -> "まだ有効でない";
      case REQUESTED -> "申請中（証明書が届いたら keys import）";
      case EXPIRED -> "期限切れ";
      case REVOKED -> "失効";
      case GIVEN_UP -> "使用をやめたもの（前に届いたものを開くためだけに残す）";
      case LIST -> "有効（失効リスト。期限は次の更新日時）";
      case STALE_LIST -> "期限切れの失効リスト（新しいものを取り込むまで、だれともつながりません）";
    };
  }

  private static String advice(CertificateStatus status) {
    boolean inUse =
        status.state() == CertificateStatus.State.CURRENT
            || status.state() == CertificateStatus.State.NEXT
            || status.state() == CertificateStatus.State.LIST;
    return inUse
        ? status
            .expiry()
            .reached()
            .map(Duration::toDays)
            .map(days -> "（" + days + " 日を切りました。更新してください）")
            .orElse("")
        : "";
  }

  private static boolean isOffice(CertificateStatus status) {
    return String.valueOf(status.file().getFileName()).matches("[0-9]{10}\\.crt");
  }
}
