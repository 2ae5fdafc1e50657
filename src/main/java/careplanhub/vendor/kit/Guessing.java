package careplanhub.vendor.kit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Guesses what each column of a sample is: by the words of its header, the shapes of its values and
 * what the columns say of one another. Each meaning is given once, to the column that it fits best.
 */
final class Guessing {
  private static final double ENOUGH = 0.42;
  private static final double FITS = 0.5;
  private static final double WORD_ALONE = 0.7;
  private static final double WORD = 0.4;
  private static final double SHAPE = 0.6;
  private static final double WRONG_SHAPE = 0.25;
  private static final double KNOWN_OTHER = 0.75;
  private static final double UNKNOWN_WORD = 0.8;
  private static final double NEXT_TO_OWN_USE = 0.03;

  /** How much a shape alone tells, without any word. */
  private static final Map<Meaning, Double> SHAPES_ALONE = new EnumMap<>(Meaning.class);

  static {
    SHAPES_ALONE.put(Meaning.TAIS_CODE, 0.9);
    SHAPES_ALONE.put(Meaning.PRORATED_DAYS, 0.95);
    SHAPES_ALONE.put(Meaning.TIMES, 0.85);
    SHAPES_ALONE.put(Meaning.WEEKDAY, 0.9);
    SHAPES_ALONE.put(Meaning.SERVICE_CODE, 0.75);
    SHAPES_ALONE.put(Meaning.INSURED_NUMBER, 0.5);
    SHAPES_ALONE.put(Meaning.SERVICE_DATE, 0.5);
    SHAPES_ALONE.put(Meaning.TARGET_MONTH, 0.5);
    SHAPES_ALONE.put(Meaning.SERVICE_START, 0.4);
    SHAPES_ALONE.put(Meaning.SERVICE_END, 0.39);
    SHAPES_ALONE.put(Meaning.INSURER_NUMBER, 0.4);
    SHAPES_ALONE.put(Meaning.SERVICE_OFFICE_NUMBER, 0.35);
    SHAPES_ALONE.put(Meaning.SUPPORT_OFFICE_NUMBER, 0.33);
    SHAPES_ALONE.put(Meaning.SERVICE_TYPE, 0.35);
    SHAPES_ALONE.put(Meaning.SERVICE_ITEM, 0.1);
    SHAPES_ALONE.put(Meaning.UNITS, 0.2);
    SHAPES_ALONE.put(Meaning.MINUTES, 0.1);
    SHAPES_ALONE.put(Meaning.USER_KANA, 0.8);
  }

  private final Sample sample;
  private final List<ColumnProfile> profiles;
  private final Evidence evidence;
  private final DayColumns days;
  private final Vocabulary words = Vocabulary.shipped();

  private Guessing(Sample sample, DayColumns days) {
    this.sample = sample;
    this.profiles = ColumnProfile.of(sample);
    this.evidence = new Evidence(profiles);
    this.days = days;
  }

  /** The guess of each column, from the first to the last. */
  static List<ColumnGuess> of(Sample sample) {
    return new Guessing(sample, DayMarks.in(sample)).guesses();
  }

  /** One possible meaning of a column. */
  private record Candidate(int column, Meaning meaning, double score, double word) {}

  private List<ColumnGuess> guesses() {
    boolean[] covered = days.covered(sample.width());
    List<Candidate> candidates = new ArrayList<>();
    for (ColumnProfile profile : profiles) {
      if (!covered[profile.column()]) {
        for (Meaning meaning : possible()) {
          candidates.add(candidate(profile, meaning));
        }
      }
    }
    candidates.removeIf(candidate -> candidate.score() < ENOUGH);
    candidates.sort(Comparator.comparingDouble(Candidate::score).reversed());
    ColumnGuess[] guesses = new ColumnGuess[sample.width()];
    Set<Meaning> given = new HashSet<>();
    for (Candidate candidate : candidates) {
      boolean free = candidate.meaning() == Meaning.OTHER || !given.contains(candidate.meaning());
      if (guesses[candidate.column()] == null && free) {
        given.add(candidate.meaning());
        guesses[candidate.column()] = guess(candidate);
      }
    }
    return filled(guesses);
  }

  private List<ColumnGuess> filled(ColumnGuess[] guesses) {
    for (DayColumns.Group group : days.groups()) {
      for (int column : group.columns()) {
        guesses[column] = new ColumnGuess(column, Meaning.OTHER, 0.95, "1 から 31 の日の並び", group);
      }
    }
    for (int column = 0; column < guesses.length; column++) {
      if (guesses[column] == null) {
        guesses[column] = new ColumnGuess(column, Meaning.OTHER, 0, whyUnknown(column), null);
      }
    }
    return List.of(guesses);
  }

  private String whyUnknown(int column) {
    for (Meaning meaning : possible()) {
      if (words.score(profiles.get(column).name(), meaning) >= KNOWN_OTHER) {
        return "見出しは「" + words.title(meaning) + "」に見えるが、値の形が違うか、別の列のほうが合う";
      }
    }
    return profiles.get(column).isEmpty() ? "知らない語で、値も無い" : "知らない語で、値の形からも分からない";
  }

  private Set<Meaning> possible() {
    EnumSet<Meaning> possible = EnumSet.allOf(Meaning.class);
    if (days.groups().isEmpty()) {
      possible.removeAll(
          EnumSet.of(
              Meaning.PLANNED_COUNT_TOTAL,
              Meaning.DONE_COUNT_TOTAL,
              Meaning.PLANNED_UNITS_TOTAL,
              Meaning.DONE_UNITS_TOTAL));
    } else {
      possible.removeAll(
          EnumSet.of(Meaning.SERVICE_DATE, Meaning.DAY, Meaning.WEEKDAY, Meaning.SERVICE_COUNT));
    }
    return possible;
  }

  private Candidate candidate(ColumnProfile column, Meaning meaning) {
    double word = words.score(column.name(), meaning);
    double shape = Shapes.share(meaning, column);
    double other = words.score(column.name(), Meaning.OTHER);
    return new Candidate(
        column.column(), meaning, score(column, meaning, word, shape, other), word);
  }

  private double score(
      ColumnProfile column, Meaning meaning, double word, double shape, double other) {
    if (meaning == Meaning.OTHER) {
      return 0.95 * word;
    }
    double more = evidence.of(column.column(), meaning);
    if (word > 0) {
      if (column.isEmpty()) {
        return WORD_ALONE * word;
      }
      double fit = shape < FITS ? WRONG_SHAPE * word : word * (WORD + SHAPE * shape);
      return fit + 0.1 * more + ownUse(column.name());
    }
    if (column.isEmpty() || shape < FITS || other >= KNOWN_OTHER) {
      return 0;
    }
    double alone = (SHAPES_ALONE.getOrDefault(meaning, 0.0) + more) * shape;
    return Math.min(0.95, alone) * (column.name().isEmpty() ? 1 : UNKNOWN_WORD);
  }

  /** Where a file has both, what was done goes before what was planned. */
  private static double ownUse(String name) {
    return switch (DayColumns.useOf(name)) {
      case DONE -> NEXT_TO_OWN_USE;
      case PLANNED -> -NEXT_TO_OWN_USE;
      case UNKNOWN -> 0;
    };
  }

  private ColumnGuess guess(Candidate candidate) {
    ColumnProfile column = profiles.get(candidate.column());
    List<String> reasons = new ArrayList<>();
    if (candidate.word() > 0) {
      reasons.add(candidate.word() == 1 ? "見出しの語" : "見出しの一部");
    }
    boolean shape =
        candidate.meaning() != Meaning.OTHER
            && !column.isEmpty()
            && Shapes.share(candidate.meaning(), column) >= FITS;
    if (shape) {
      reasons.add("値の形");
    }
    if (evidence.of(candidate.column(), candidate.meaning()) > 0) {
      reasons.add("ほかの列との関係");
    }
    if (column.isEmpty()) {
      reasons.add("値が無い");
    }
    return new ColumnGuess(
        candidate.column(),
        candidate.meaning(),
        Math.min(0.99, Math.max(0.01, candidate.score())),
        String.join("・", reasons),
        null);
  }
}
