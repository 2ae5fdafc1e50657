package careplanhub.channel.client;

import java.text.Normalizer;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a person may write as 送信済: a date and time, a date, or 済. Safe for every thread. */
final class SentWord {
  static final String HELP = "送信した日時（例 2026/12/03 14:05）か「済」と書いてください。";

  private static final Set<String> DONE = Set.of("済", "済み", "送信済", "送信済み");
  private static final List<DateTimeFormatter> MOMENTS =
      List.of(strict("u/M/d H:m"), strict("u/M/d H:m:s"));
  private static final DateTimeFormatter DAY = strict("u/M/d");
  private static final int FIRST_YEAR = 2000;

  private final Clock clock;
  private final Duration tolerance;

  SentWord(Clock clock, Duration tolerance) {
    this.clock = clock;
    this.tolerance = tolerance;
  }

  /** A word that cannot be taken; the message is Japanese. */
  static final class WrongWord extends Exception {
    private static final long serialVersionUID = 1L;

    WrongWord(String japanese) {
      super(japanese);
    }

    String japanese() {
      return String.valueOf(getMessage());
    }
  }

  /**
   * When the file was sent; where only a day or 済 is said, the latest moment it can have been.
   *
   * @param madeAt nothing of a folder was sent before it was made
   */
  Instant read(String text, Instant madeAt) throws WrongWord {
    String word = Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
    Instant now = clock.instant();
    if (DONE.contains(word)) {
      return now;
    }
    Instant sentAt = moment(word).or(() -> endOfDay(word, now)).orElseThrow(SentWord::unreadable);
    if (sentAt.isAfter(now.plus(tolerance))) {
      throw new WrongWord("「送信済」の日時が先の日時です。送信してから書いてください。");
    }
    if (sentAt.isBefore(madeAt.minus(tolerance))) {
      throw new WrongWord(
          "「送信済」の日時が、フォルダーを作った日時（" + Checklist.time(madeAt) + "）より前です。確かめて書き直してください。");
    }
    return sentAt;
  }

  private static WrongWord unreadable() {
    return new WrongWord("「送信済」を読めません。" + HELP);
  }

  private static Optional<Instant> moment(String word) {
    String plain =
        slashes(word).replaceAll("日 ?", " ").replaceAll("時", ":").replaceAll("分$", "").strip();
    return MOMENTS.stream()
        .flatMap(format -> parsed(plain, format).stream())
        .filter(moment -> moment.getYear() >= FIRST_YEAR)
        .map(moment -> moment.atZone(Checklist.JAPAN).toInstant())
        .findFirst();
  }

  private static Optional<LocalDateTime> parsed(String plain, DateTimeFormatter format) {
    try {
      return Optional.of(LocalDateTime.parse(plain, format));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<Instant> endOfDay(String word, Instant now) {
    try {
      LocalDate day = LocalDate.parse(slashes(word).replace("日", ""), DAY);
      Instant end = day.atTime(LocalTime.MAX).atZone(Checklist.JAPAN).toInstant();
      boolean today = day.equals(now.atZone(Checklist.JAPAN).toLocalDate());
      return day.getYear() < FIRST_YEAR ? Optional.empty() : Optional.of(today ? now : end);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static String slashes(String word) {
    return word.replaceAll("[-.年月]", "/").replaceAll(" +", " ");
  }

  private static DateTimeFormatter strict(String pattern) {
    return DateTimeFormatter.ofPattern(pattern).withResolverStyle(ResolverStyle.STRICT);
  }
}
