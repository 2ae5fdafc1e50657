package careplanhub.standard;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * How one receiver wants the files of the standard written, where its software takes less than the
 * standard says. {@link #STANDARD} is the standard itself. A dialect changes how a value is
 * written, never what it means: {@link RowReader} reads the same rows from it, but for their order,
 * the width of kana and the text of CSVバージョン, which are as asked for. Immutable.
 *
 * @param quoting which fields stand in quotes
 * @param zeros whether ids keep their leading zeros
 * @param times how the hours and minutes are written
 * @param kana the width of the フリガナ columns' kana
 * @param order keys of the columns by which rows are sorted, the first counting most; empty for the
 *     order they have. It holds for the kinds whose rows stand each for itself ({@link #sorts})
 * @param extension the case of .CSV in names; pictures keep theirs, since rows name them
 * @param csvVersion the CSVバージョン of V4.1's records: 202407, or one of those that are seen for it
 * @param header whether the columns' 日本語名称 stand above the first record
 */
public record Dialect(
    Quoting quoting,
    Zeros zeros,
    Times times,
    Kana kana,
    List<String> order,
    Extension extension,
    String csvVersion,
    boolean header) {

  /** Which fields stand in quotes. */
  public enum Quoting {
    /** Texts, and only they (別紙). */
    STANDARD,
    /** Every field. */
    ALL,
    /** Texts with a comma, a quote or a line break, which nothing else can keep. */
    NEEDED
  }

  /** Whether ids and codes keep their leading zeros; dropped only where a reader puts them back. */
  public enum Zeros {
    KEPT,
    DROPPED
  }

  /** How the hours and minutes of nine thirty in the morning are written; 9999 stays. */
  public enum Times {
    /** 0930 (別紙). */
    HHMM,
    /** 930. */
    DROPPED,
    /** 9:30. */
    CLOCK
  }

  /** The width of the kana in the フリガナ columns. */
  public enum Kana {
    /** As the sender wrote them. */
    KEPT,
    FULL,
    /** ヮ, ヰ, ヱ, ヵ and ヶ have no half-width form and stay. */
    HALF
  }

  /** The case of a CSV file's extension. */
  public enum Extension {
    UPPER,
    LOWER
  }

  /** What a CSVバージョン of V4.1 may be written as. */
  public static final Set<String> CSV_VERSIONS = Set.of("202407", "202410", "202504");

  /** As the standard says. */
  public static final Dialect STANDARD =
      new Dialect(
          Quoting.STANDARD,
          Zeros.KEPT,
          Times.HHMM,
          Kana.KEPT,
          List.of(),
          Extension.UPPER,
          StandardVersion.V4_1.csvVersion(),
          false);

  /** In the other kinds a row repeats the one above, or the order is that of the printed sheet. */
  private static final Set<String> SORTED_KINDS =
      Set.of("UPHOSOKU", "UPPLAN", "UPJSK", "DLT1KYO", "DLTPLAN", "DLTJSK", "DLTKIHON", "DLTYOBO");

  /**
   * @throws IllegalArgumentException when the csvVersion is none that means V4.1, or no layout that
   *     is sorted has a column of a key
   */
  public Dialect {
    order = List.copyOf(order);
    if (!CSV_VERSIONS.contains(csvVersion) || !order.stream().allMatch(Dialect::isSortKey)) {
      throw new IllegalArgumentException("No reader would know this dialect.");
    }
  }

  /** Whether a layout whose rows may be sorted has a column of this key. */
  public static boolean isSortKey(String key) {
    return Standard.data().layoutsOf(StandardVersion.V4_1).values().stream()
        .anyMatch(layout -> SORTED_KINDS.contains(layout.kind()) && layout.has(key));
  }

  public boolean isStandard() {
    return equals(STANDARD);
  }

  /** The name of a file as the receiver wants it. */
  public String fileName(FileName name) {
    String text = name.format();
    return extension == Extension.UPPER || name.isImage()
        ? text
        : text.substring(0, text.lastIndexOf('.')) + ".csv";
  }

  /** The CSVバージョン that records of this version of the standard get. */
  public String csvVersion(StandardVersion version) {
    return version == StandardVersion.V4_1 ? csvVersion : version.csvVersion();
  }

  /** Whether rows of this layout are put in the order asked for. */
  public boolean sorts(Layout layout) {
    return SORTED_KINDS.contains(layout.kind()) && order.stream().anyMatch(layout::has);
  }

  /** The rows of one layout in the order asked for; equal ones keep theirs. */
  public List<Row> sorted(Layout layout, List<Row> rows) {
    if (!sorts(layout)) {
      return rows;
    }
    List<Row> sorted = new ArrayList<>(rows);
    sorted.sort(comparator(layout));
    return sorted;
  }

  /** What differs from the standard, such as {@code quoting=all header=true}; for evidence. */
  public String differences() {
    List<String> differences = new ArrayList<>();
    note(differences, "quoting", quoting, STANDARD.quoting);
    note(differences, "zeros", zeros, STANDARD.zeros);
    note(differences, "times", times, STANDARD.times);
    note(differences, "kana", kana, STANDARD.kana);
    note(differences, "order", String.join("+", order), "");
    note(differences, "extension", extension, STANDARD.extension);
    note(differences, "csvVersion", csvVersion, STANDARD.csvVersion);
    note(differences, "header", header, STANDARD.header);
    return String.join(" ", differences);
  }

  private static void note(List<String> differences, String name, Object value, Object usual) {
    if (!value.equals(usual)) {
      String text =
          value instanceof Enum<?> ? value.toString().toLowerCase(Locale.ROOT) : "" + value;
      differences.add(name + "=" + text);
    }
  }

  private Comparator<Row> comparator(Layout layout) {
    return order.stream()
        .filter(layout::has)
        .map(layout::position)
        .map(position -> Comparator.comparing((Row row) -> row.value(position)))
        .reduce(Comparator::thenComparing)
        .orElseThrow();
  }
}
