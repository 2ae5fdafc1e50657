package careplanhub.ledger;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * One fact to be added to the evidence: who did what to what.
 *
 * @param actor who: {@code hub}, {@code person:<id>}, an office number; at most 200 characters
 * @param action what, a word or words joined by hyphens, such as {@code parcel-accepted}; at most
 *     100 characters
 * @param subject the id of the arrival, parcel, reception or file that it is about; at most 200
 *     characters
 * @param details hashes, ids, versions and counts by name. Never a name of a person or file and
 *     nothing from a payload: evidence is kept when everything else is purged
 */
public record EvidenceEntry(
    String actor, String action, String subject, SortedMap<String, String> details) {
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_ACTION = 100;
  private static final int LONGEST_DETAIL = 4000;
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

  public EvidenceEntry {
    check(actor, LONGEST_NAME);
    check(action, LONGEST_ACTION);
    check(subject, LONGEST_NAME);
    details = Collections.unmodifiableSortedMap(new TreeMap<>(details));
    details.forEach(
        (name, value) -> {
          check(name, LONGEST_ACTION);
          check(value, LONGEST_DETAIL);
        });
  }

  /** An entry from names and values in turn: {@code of("hub", "sealed", "seal-1", "hash", h)}. */
  public static EvidenceEntry of(
      String actor, String action, String subject, String... namesAndValues) {
    if (namesAndValues.length % 2 != 0) {
      throw new IllegalArgumentException("Every name of a detail needs a value.");
    }
    SortedMap<String, String> details = new TreeMap<>();
    for (int index = 0; index < namesAndValues.length; index += 2) {
      details.put(namesAndValues[index], namesAndValues[index + 1]);
    }
    return new EvidenceEntry(actor, action, subject, details);
  }

  /** An entry with details in a map. */
  public static EvidenceEntry of(
      String actor, String action, String subject, Map<String, String> details) {
    return new EvidenceEntry(actor, action, subject, new TreeMap<>(details));
  }

  private static void check(String text, int longest) {
    if (text.length() > longest || CONTROL.matcher(text).find()) {
      throw new IllegalArgumentException(
          "A text of an evidence entry is too long or holds a control character.");
    }
  }
}
