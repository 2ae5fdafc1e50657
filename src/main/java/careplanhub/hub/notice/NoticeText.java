package careplanhub.hub.notice;

import careplanhub.office.Licence;
import careplanhub.security.Expiry;
import careplanhub.security.KeyFileException;
import careplanhub.security.KeyListing;
import careplanhub.security.OfficeKeys;
import careplanhub.standard.OfficeNumber;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** What notices say: what is the matter, until when, and what to do. */
final class NoticeText {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuu/MM/dd").withZone(ZoneId.of("Asia/Tokyo"));
  private static final int SHOWN_DIGITS = 16;

  private NoticeText() {}

  static String ofCertificate(String subject, KeyListing.Cover cover) {
    String what = nameOf(subject);
    if (cover.goodNow()) {
      return what + "は " + when(cover.end()) + "に切れます。" + renewal(subject);
    }
    String why =
        switch (cover.newest().state()) {
          case EXPIRED -> "は " + day(cover.newest().expiry().notAfter()) + " に期限が切れました。";
          case REVOKED -> "は失効しています（失効リストに載っています）。";
          case NOT_YET_VALID -> "は " + day(cover.newest().from()) + " まで有効になりません。";
          default -> "に使えるものがありません。";
        };
    return what + why + (isOffice(subject) ? "この事業所は連携基盤につながりません。" : "") + renewal(subject);
  }

  static String ofList(Expiry end) {
    return end.isOver()
        ? "失効リスト（authority.crl）の期限が "
            + day(end.notAfter())
            + " に過ぎました。相手の証明書を確かめられないので、つながりません。新しい失効リストを認証局から受け取り、./hub keys import で取り込んでください。"
        : "失効リスト（authority.crl）の期限は "
            + when(end)
            + "です。過ぎるとつながらなくなります。新しい失効リストを認証局から受け取り、./hub keys import で取り込んでください。";
  }

  static String ofUnreadable(String file, KeyFileException.Reason reason) {
    String why =
        switch (reason) {
          case WRONG_PASSWORD -> "を、ハブのパスワードで開けません。";
          case MISSING -> "がありません。";
          case NO_KEY -> "に秘密鍵が入っていません。";
          default -> "を読めません。";
        };
    return "keys の " + file + " " + why + "動いているハブは、前に読めた鍵で続けています。控えから戻すか、取り込み直してください。";
  }

  static String ofRefusal(OfficeKeys.Use use) {
    return "事業所 "
        + use.officeNumber()
        + " の証明書（SHA-256 "
        + use.fingerprint().substring(0, SHOWN_DIGITS)
        + "…）を接続先（"
        + use.channel()
        + "）が受け付けません。接続先に証明書の指紋を登録してください。ほかに使える証明書があれば、それで続けています。";
  }

  static String ofLicence(OfficeNumber office, Licence licence, boolean early, Expiry end) {
    String what = "事業所 " + office + " の連携基盤の利用許可（ライセンス）";
    if (early) {
      return what + "は " + licence.from() + " からです。それまで連携基盤は受け付けません。";
    }
    return what
        + (end.isOver()
            ? "は " + licence.to() + " に終わりました。"
            : "は " + licence.to() + " までです（残り " + end.daysLeft() + " 日）。")
        + "更新を申し込み、config/corporation.yaml の licence を直してください。";
  }

  private static String nameOf(String subject) {
    return switch (subject) {
      case "hub.crt" -> "証跡の封印に使う証明書（hub.crt）";
      case "authority.crt" -> "認証局の証明書（authority.crt）";
      case "relay.crt" -> "連携基盤のサーバーの証明書（relay.crt）";
      case "publisher.crt" -> "アダプタの発行者の証明書（publisher.crt）";
      default -> isOffice(subject) ? "事業所 " + subject + " の証明書" : "証明書 " + subject + " ";
    };
  }

  private static String renewal(String subject) {
    return isOffice(subject)
        ? "./hub keys renew で申し込み、届いた証明書を ./hub keys import で取り込んでください。"
        : "新しいものに取り替えてください（docs/keys-and-backup.md）。";
  }

  private static boolean isOffice(String subject) {
    return subject.matches("[0-9]{10}");
  }

  private static String when(Expiry end) {
    return day(end.notAfter()) + "（残り " + end.daysLeft() + " 日）";
  }

  private static String day(Instant instant) {
    return DAY.format(instant);
  }
}
