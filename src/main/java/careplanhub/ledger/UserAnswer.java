package careplanhub.ledger;

import careplanhub.standard.UserIdentity;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** How a person says who is meant: 保険者番号 and 被保険者番号 with anything between them. */
final class UserAnswer {
  private static final Pattern INSURER = Pattern.compile("(?!0{6})[0-9]{6}");
  private static final Pattern INSURED = Pattern.compile("(?!0{10})([0-9]{10}|H[0-9]{9})");

  private UserAnswer() {}

  /**
   * The user of an answer; empty when the numbers do not have the standard's form, or are another
   * user's than the words tell. A number that lost a zero is no number: nothing is guessed.
   */
  static Optional<UserIdentity> parse(String answer, UserWords words) {
    List<String> numbers =
        Arrays.stream(
                Normalizer.normalize(answer, Normalizer.Form.NFKC)
                    .toUpperCase(Locale.ROOT)
                    .split("[^0-9A-Z]+"))
            .filter(number -> !number.isEmpty())
            .toList();
    boolean alone = numbers.size() == 1 && !words.insuredNumber().isEmpty();
    if (numbers.size() != 2 && !alone) {
      return Optional.empty();
    }
    String insured = alone ? words.insuredNumber() : numbers.get(1);
    boolean told = words.insuredNumber().isEmpty() || words.insuredNumber().equals(insured);
    return INSURER.matcher(numbers.get(0)).matches() && INSURED.matcher(insured).matches() && told
        ? Optional.of(new UserIdentity(numbers.get(0), insured))
        : Optional.empty();
  }
}
