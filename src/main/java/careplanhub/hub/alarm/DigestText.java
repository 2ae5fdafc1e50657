package careplanhub.hub.alarm;

import careplanhub.ledger.Alarm;
import careplanhub.ledger.AlarmNews;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** A digest as people read it. */
final class DigestText {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu/MM/dd HH:mm").withZone(ZoneId.of("Asia/Tokyo"));

  private DigestText() {}

  static String subject(Digest digest) {
    if (digest.test()) {
      return "【連携ハブ】知らせの試験";
    }
    AlarmNews news = digest.news();
    return "【連携ハブ】新しい知らせ "
        + news.begun().size()
        + " 件、続いているもの "
        + news.lasting().size()
        + " 件、終わったもの "
        + news.ended().size()
        + " 件";
  }

  static String body(Digest digest, String corporation) {
    StringBuilder text = new StringBuilder();
    text.append(corporation).append(" 連携ハブ  ").append(time(digest.madeAt())).append("\n\n");
    if (digest.test()) {
      text.append("これは試験です（./hub alarms test）。知らせはこのように届きます。することはありません。\n");
      return text.toString();
    }
    AlarmNews news = digest.news();
    section(text, "新しいもの", news.begun());
    section(text, "続いているもの", news.lasting());
    section(text, "終わったもの（収まったか、その期間が過ぎました）", news.ended());
    if (digest.left() > 0) {
      text.append("ほかに ").append(digest.left()).append(" 件あります。次の知らせに載せます。\n");
    }
    if (news.known() > 0) {
      text.append("前にお知らせしたもののうち ").append(news.known()).append(" 件が続いています。\n");
    }
    text.append("\n一覧: ./hub alarms list フォルダ\n");
    return text.toString();
  }

  private static void section(StringBuilder text, String title, List<Alarm> alarms) {
    if (alarms.isEmpty()) {
      return;
    }
    text.append("■ ").append(title).append('\n');
    for (Alarm alarm : alarms) {
      text.append("・［")
          .append(alarm.raised().kind().japanese())
          .append("］")
          .append(alarm.raised().sentence())
          .append("（")
          .append(time(alarm.beganAt()))
          .append(" から");
      Instant ended = alarm.endedAt();
      if (ended != null) {
        text.append(' ').append(time(ended)).append(" まで");
      }
      text.append("）\n");
    }
    text.append('\n');
  }

  private static String time(Instant instant) {
    return TIME.format(instant);
  }
}
