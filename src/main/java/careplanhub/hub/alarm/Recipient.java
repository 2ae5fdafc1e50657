package careplanhub.hub.alarm;

import careplanhub.ledger.Alarm;
import careplanhub.standard.OfficeNumber;
import java.util.Arrays;
import java.util.Set;

/**
 * Who gets digests.
 *
 * @param key the same in the ledger, where no address stands in the clear
 * @param way how they go
 * @param address of a mail; empty otherwise
 * @param everything whether all alarms are told
 * @param offices else those whose alarms are told
 */
record Recipient(
    String key, Way way, String address, boolean everything, Set<OfficeNumber> offices) {
  Recipient {
    offices = Set.copyOf(offices);
  }

  /** How digests go; the route is {@code direct:alarm-WORD}. */
  enum Way {
    MAIL("mail", "メール"),
    WEBHOOK("webhook", "webhook ");

    private final String word;
    private final String japanese;

    Way(String word, String japanese) {
      this.word = word;
      this.japanese = japanese;
    }

    String word() {
      return word;
    }

    String japanese() {
      return japanese;
    }
  }

  static String keyOf(Way way, String index) {
    return way.word() + ":" + index;
  }

  /** How the digests of a key go. */
  static Way wayOf(String key) {
    return Arrays.stream(Way.values())
        .filter(way -> key.startsWith(way.word() + ":"))
        .findFirst()
        .orElse(Way.MAIL);
  }

  boolean isConcerned(Alarm alarm) {
    OfficeNumber office = alarm.raised().office();
    return everything || (office != null && offices.contains(office));
  }

  /** Addresses are nobody's business. */
  @Override
  public String toString() {
    return "Recipient[" + way.word() + "]";
  }
}
