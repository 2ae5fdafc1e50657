package careplanhub.vendor.kit;

import careplanhub.office.ConfigurationException;
import careplanhub.vendor.Adapter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A drafted adapter: its YAML, which loads, and what was guessed of each column. Holds nothing of
 * the sample but its header's words. Immutable.
 *
 * @param adapter as it loads
 * @param yaml the file's text
 * @param lines one for each column or group of days
 * @param notes Japanese: what the integrator has to look at
 */
public record AdapterDraft(Adapter adapter, String yaml, List<Line> lines, List<String> notes) {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,39}");
  private static final Pattern REFUSED_LENS = Pattern.compile("lenses\\[(\\d+)\\].*");
  private static final int MOST_TRIES = 80;

  public AdapterDraft {
    lines = List.copyOf(lines);
    notes = List.copyOf(notes);
  }

  /**
   * What was guessed of a column.
   *
   * @param number its place, 1 for the first
   * @param name what the adapter calls it
   * @param meaning Japanese: what it probably is
   * @param field the standard's field; empty when a lens needs several columns or it has none
   * @param percent how sure the guess is; 0 when nothing could be guessed
   * @param connected whether a lens connects it
   * @param reason Japanese: what speaks for it
   */
  public record Line(
      int number,
      String name,
      String meaning,
      String field,
      int percent,
      boolean connected,
      String reason) {}

  /** Whether a text can be an adapter's name. */
  public static boolean isName(String text) {
    return NAME.matcher(text).matches();
  }

  /** A name of the ASCII letters and digits of a file's name; {@code draft} when there are none. */
  public static String nameOf(String fileName) {
    String own =
        fileName
            .toLowerCase(Locale.ROOT)
            .replaceFirst("\\.[a-z]+$", "")
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^[^a-z]+|-+$", "");
    String shortened = own.substring(0, Math.min(own.length(), 40)).replaceAll("-+$", "");
    return isName(shortened) ? shortened : "draft";
  }

  /**
   * Drafts an adapter.
   *
   * @param name see {@link #isName}
   * @param kind the file of the standard where the sample has no columns of days, such as UPJSK
   */
  public static AdapterDraft of(String name, Sample sample, String kind) throws KitException {
    List<ColumnGuess> guesses = Guessing.of(sample);
    ColumnNames names = new ColumnNames(sample, guesses);
    Set<Integer> refused = new HashSet<>();
    for (int tries = 0; tries < MOST_TRIES; tries++) {
      LensPlan plan = new LensPlan(sample, names, guesses, refused, kind);
      String yaml = new DraftYaml(name, sample, guesses, names, plan).write();
      try {
        Adapter adapter = Adapter.parse("adapter.yaml", yaml.getBytes(StandardCharsets.UTF_8));
        return new AdapterDraft(adapter, yaml, lines(guesses, names, plan), plan.notes());
      } catch (ConfigurationException e) {
        if (!refused.addAll(columnsOf(e, plan))) {
          throw new KitException("下書きを作れませんでした。" + e.getMessage());
        }
      }
    }
    throw new KitException("下書きを作れませんでした。");
  }

  /** The columns of the lens that the loader refuses. */
  private static Set<Integer> columnsOf(ConfigurationException refusal, LensPlan plan) {
    Matcher lens = REFUSED_LENS.matcher(String.valueOf(refusal.field()));
    return lens.matches() ? plan.lenses().get(Integer.parseInt(lens.group(1))).columns() : Set.of();
  }

  private static List<Line> lines(List<ColumnGuess> guesses, ColumnNames names, LensPlan plan) {
    Set<Integer> connected = plan.connected();
    Set<String> seen = new HashSet<>();
    List<Line> lines = new ArrayList<>();
    for (ColumnGuess guess : guesses) {
      String name = names.of(guess.column());
      if (names.isLeftOut(guess.column()) || (guess.day() != null && !seen.add(name))) {
        continue;
      }
      boolean used = connected.contains(guess.column());
      String field = Vocabulary.shipped().field(guess.meaning());
      lines.add(
          new Line(
              guess.column() + 1,
              name,
              guess.day() != null
                  ? "日ごとの列"
                  : guess.isUnknown() ? "分からない" : Vocabulary.shipped().title(guess.meaning()),
              guess.day() != null ? "serviceDate, serviceCount" : field == null ? "" : field,
              guess.percent(),
              used,
              guess.reason()));
    }
    return lines;
  }
}
