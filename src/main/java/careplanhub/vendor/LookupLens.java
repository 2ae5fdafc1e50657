package careplanhub.vendor;

import careplanhub.office.ConfigurationException;
import careplanhub.standard.Field;
import careplanhub.vendor.form.CodeForm;
import careplanhub.vendor.form.Form;
import careplanhub.vendor.form.UnreadableException;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code lookup}: the vendor's words are fields by a table that the office keeps, or one that comes
 * with the adapter; a hyphen instead of the first field says that such records are not exchanged.
 * On the way back the first field finds the words.
 */
final class LookupLens implements Lens {
  private static final String NOT_EXCHANGED = "-";

  private final int[] columns;
  private final List<Field> fields;
  private final String table;
  private final List<CodeForm> codes;
  private final List<String> names;
  private final List<String> defaults;

  /**
   * What the mapping says.
   *
   * @param columns the vendor's, whose words are looked up together
   * @param fields the standard's that the table tells; the first finds the words again
   * @param table its name: the file {@code <table>.csv}
   * @param codes lengths of the columns' cells that are, one after another, the first field itself
   *     and need no table
   * @param defaults for each field what it is where the table has no value
   */
  record Parameters(
      @JsonProperty(required = true) List<String> columns,
      @JsonProperty(required = true) List<String> fields,
      @JsonProperty(required = true) String table,
      @Nullable List<Integer> codes,
      @Nullable List<String> defaults) {}

  private LookupLens(
      int[] columns, List<Field> fields, List<CodeForm> codes, Parameters parameters) {
    this.columns = columns;
    this.fields = fields;
    this.table = parameters.table();
    this.codes = codes;
    this.names = List.copyOf(parameters.columns());
    this.defaults =
        parameters.defaults() == null
            ? Collections.nCopies(fields.size(), "")
            : List.copyOf(parameters.defaults());
  }

  static Lens create(MappingPart part) throws ConfigurationException {
    Parameters parameters = part.bind(Parameters.class);
    int[] columns = part.columns("columns", parameters.columns());
    List<Field> fields = part.fields("fields", parameters.fields());
    if (columns.length == 0 || fields.isEmpty()) {
      throw part.error("", "columns と fields に 1 つ以上を並べてください。");
    }
    if (!parameters.table().matches("[a-z][a-z0-9-]{0,39}")) {
      throw part.error("table", "表の名前を英小文字・数字・- で書いてください（例 services → services.csv）。");
    }
    List<Integer> codes = parameters.codes() == null ? List.of() : parameters.codes();
    boolean fits =
        codes.size() == columns.length
            && codes.stream().allMatch(length -> length > 0)
            && codes.stream().mapToInt(Integer::intValue).sum() == fields.get(0).length();
    if (!codes.isEmpty() && !fits) {
      throw part.error(
          "codes", "columns と同じ数の桁数を、合計が項目の桁数（" + fields.get(0).length() + "）になるように並べてください。");
    }
    if (parameters.defaults() != null && parameters.defaults().size() != fields.size()) {
      throw part.error("defaults", "fields と同じ数の値を並べてください。");
    }
    return new LookupLens(
        columns, fields, codes.stream().map(CodeForm::ofLength).toList(), parameters);
  }

  /** The table that it asks. */
  TableNeed need() {
    return new TableNeed(table, names, List.of(fields.get(0).key()));
  }

  /** Whether cells that are the first field themselves need no table. */
  boolean takesCodes() {
    return !codes.isEmpty();
  }

  @Override
  public int[] columns() {
    return columns.clone();
  }

  @Override
  public List<Field> fields() {
    return fields;
  }

  @Override
  public List<Field> keeps() {
    return fields.subList(0, 1);
  }

  @Override
  public void get(StandardDraft draft) throws UnreadableException {
    String[] cells = new String[columns.length];
    for (int i = 0; i < columns.length; i++) {
      cells[i] = draft.cell(columns[i]);
    }
    List<String> words = List.of(cells);
    Map<List<String>, List<String>> known = draft.facts().valuesOf(this);
    List<String> values = known.get(words);
    if (values == null) {
      values = values(draft, words);
      known.put(words, values);
    }
    if (values.get(0).equals(NOT_EXCHANGED)) {
      draft.leaveBehind();
      return;
    }
    for (int i = 0; i < values.size(); i++) {
      draft.set(fields.get(i), values.get(i));
    }
  }

  /** The fields' values for these words. */
  private List<String> values(StandardDraft draft, List<String> words) throws UnreadableException {
    if (words.stream().allMatch(String::isBlank) && !fields.get(0).required()) {
      return Collections.nCopies(fields.size(), "");
    }
    TableLookup lookup = draft.facts().lookup(this, () -> tables(draft.facts().tables(table)));
    List<String> values = new ArrayList<>(defaults);
    Optional<List<String>> found = lookup.valuesOf(words);
    for (int i = 0; i < fields.size(); i++) {
      String value = found.isEmpty() ? "" : found.get().get(i);
      values.set(i, value.isEmpty() ? defaults.get(i) : value);
    }
    if (found.isEmpty()) {
      values.set(0, code(draft, words, lookup));
    }
    return values;
  }

  /** The code that the cells are themselves. */
  private String code(StandardDraft draft, List<String> words, TableLookup lookup)
      throws UnreadableException {
    StringBuilder code = new StringBuilder(wholeCode(words));
    for (int i = 0; i < codes.size() && code.length() < fields.get(0).length(); i++) {
      String part = partOrEmpty(codes.get(i), words.get(i));
      if (part.isEmpty()) {
        code.setLength(0);
        break;
      }
      code.append(part);
    }
    if (code.isEmpty()) {
      throw new UnreadableException(
              lookup.isComplete()
                  ? "事業所の表 " + table + ".csv に無い語か、2 つの答えがある語です。表に 1 行加えるか、直してください。"
                  : "事業所の表 "
                      + table
                      + ".csv がないか、列（"
                      + String.join("、", names)
                      + "）がありません。表を作ってください。")
          .at(draft.name(columns[columns.length - 1]));
    }
    return code.toString();
  }

  /** The last cell, where it is the whole code and goes on from the others; else empty. */
  private String wholeCode(List<String> words) {
    int last = words.size() - 1;
    String whole =
        codes.isEmpty() || last == 0
            ? ""
            : partOrEmpty(CodeForm.ofLength(fields.get(0).length()), words.get(last));
    boolean exact = whole.length() == words.get(last).strip().length();
    String begin = last == 0 || codes.isEmpty() ? "" : partOrEmpty(codes.get(0), words.get(0));
    return exact && whole.startsWith(begin) ? whole : "";
  }

  private static String partOrEmpty(Form form, String word) {
    try {
      return form.read(word, ignored -> {});
    } catch (UnreadableException e) {
      return "";
    }
  }

  @Override
  public void put(VendorDraft draft) throws UnreadableException {
    String value = draft.value(fields.get(0));
    if (value.isEmpty()) {
      return;
    }
    TableLookup lookup = draft.facts().lookup(this, () -> tables(draft.facts().tables(table)));
    List<String> words = lookup.wordsOf(value).orElseGet(() -> cut(value));
    if (words.isEmpty()) {
      throw new UnreadableException("事業所の表 " + table + ".csv に無いので書けません。表に 1 行加えてください。")
          .at(fields.get(0).key());
    }
    for (int i = 0; i < columns.length; i++) {
      draft.set(columns[i], words.get(i));
    }
    fields.subList(1, fields.size()).forEach(draft::lose);
  }

  private List<String> cut(String value) {
    List<String> parts = new ArrayList<>();
    int begin = 0;
    for (CodeForm form : codes) {
      int end = begin + form.length();
      if (end > value.length()) {
        return List.of();
      }
      parts.add(value.substring(begin, end));
      begin = end;
    }
    return begin == value.length() ? parts : List.of();
  }

  private TableLookup tables(List<OfficeTable> tables) {
    return new TableLookup(
        tables, names, fields.stream().map(f -> new String[] {f.japaneseName(), f.key()}).toList());
  }
}
