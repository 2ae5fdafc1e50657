package careplanhub.vendor;

import careplanhub.office.ConfigurationException;
import careplanhub.office.YamlDocument;
import careplanhub.vendor.form.HalfWidth;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the list of columns of an adapter's file: names, or {@code name}, {@code alias}, {@code
 * at}. A name with {day}, or {dd}, stands for 31 columns.
 */
final class ColumnsLoader {
  private static final String POINTER = "/file/columns";
  private static final int MOST_COLUMNS = 1000;

  private final YamlDocument document;
  private final boolean headerless;
  private final List<VendorColumn> columns = new ArrayList<>();
  private final Map<String, int[]> indexes = new HashMap<>();

  private ColumnsLoader(YamlDocument document, boolean headerless) {
    this.document = document;
    this.headerless = headerless;
  }

  /**
   * One entry of the list.
   *
   * @param name may have {day} in it
   * @param alias other headers of the same column
   * @param at its place: a number from 1, a letter as in a spreadsheet, a range CV-DZ with {day}
   * @param optional whether a file may do without it
   */
  record Entry(
      @JsonProperty(required = true) String name,
      @Nullable List<String> alias,
      @Nullable String at,
      @Nullable Boolean optional) {}

  /**
   * @param headerless whether files have no line of names, so that every column needs its place
   */
  static VendorColumns load(YamlDocument document, List<JsonNode> entries, boolean headerless)
      throws ConfigurationException {
    return new ColumnsLoader(document, headerless).load(entries);
  }

  private VendorColumns load(List<JsonNode> entries) throws ConfigurationException {
    for (int number = 0; number < entries.size(); number++) {
      String pointer = POINTER + "/" + number;
      JsonNode entry = entries.get(number);
      add(
          pointer,
          entry.isTextual()
              ? new Entry(entry.textValue(), null, null, null)
              : document.bind(pointer, Entry.class));
    }
    checkPlaces();
    return new VendorColumns(columns, indexes);
  }

  private void add(String pointer, Entry entry) throws ConfigurationException {
    boolean days =
        entry.name().contains(VendorColumns.DAY)
            || entry.name().contains(VendorColumns.TWO_DIGIT_DAY);
    int count = days ? VendorColumns.DAYS : 1;
    int first = entry.at() == null ? VendorColumn.BY_NAME : place(pointer, entry.at(), count);
    int[] added = new int[count];
    for (int day = 1; day <= count; day++) {
      added[day - 1] = columns.size();
      int place = first == VendorColumn.BY_NAME ? first : first + day - 1;
      columns.add(
          new VendorColumn(
              onDay(entry.name(), String.valueOf(day)),
              names(entry, days ? day : 0),
              place,
              Boolean.TRUE.equals(entry.optional())));
    }
    if (entry.name().isBlank() || indexes.put(entry.name(), added) != null) {
      throw document.error(POINTER, "列の名前を 1 回ずつ並べてください。");
    }
    for (int index : added) {
      indexes.putIfAbsent(columns.get(index).name(), new int[] {index});
    }
  }

  /** The other names of a column; on a day both 1 and 01. */
  private static List<String> names(Entry entry, int day) {
    List<String> names = new ArrayList<>();
    List<String> written = new ArrayList<>(entry.alias() == null ? List.of() : entry.alias());
    if (day > 0) {
      written.add(entry.name());
    }
    for (String name : written) {
      String plain = name.replace(VendorColumns.TWO_DIGIT_DAY, VendorColumns.DAY);
      names.add(onDay(plain, String.valueOf(day)));
      names.add(onDay(plain, String.format("%02d", day)));
    }
    return names;
  }

  private static String onDay(String name, String day) {
    String twoDigits = day.length() == 1 ? "0" + day : day;
    return name.replace(VendorColumns.DAY, day).replace(VendorColumns.TWO_DIGIT_DAY, twoDigits);
  }

  private int place(String pointer, String at, int count) throws ConfigurationException {
    String[] ends = at.split("-", -1);
    int first = ColumnLetters.place(ends[0]);
    int last = ends.length == 2 ? ColumnLetters.place(ends[1]) : first;
    boolean right = ends.length <= 2 && first >= 0 && last < MOST_COLUMNS;
    if (!right || last - first + 1 != count) {
      throw document.error(
          pointer + "/at",
          count == 1 ? "列の番号（1 から）か BZ のような列の文字を書いてください。" : "31 列の範囲を CV-DZ のように書いてください。");
    }
    return first;
  }

  private void checkPlaces() throws ConfigurationException {
    long placed = columns.stream().filter(c -> c.place() != VendorColumn.BY_NAME).count();
    if (columns.isEmpty() || columns.size() > MOST_COLUMNS) {
      throw document.error(POINTER, "列の名前を 1 回ずつ並べてください（1 から " + MOST_COLUMNS + " 列まで）。");
    }
    if (placed != 0 && placed != columns.size()) {
      throw document.error(POINTER, "at は、すべての列に書くか、どの列にも書かないでください。");
    }
    if (headerless && placed == 0) {
      throw document.error(POINTER, "見出しの無いファイルでは、すべての列に at（列の番号か文字）を書いてください。");
    }
    Set<Integer> places = new HashSet<>();
    Map<String, String> headers = new LinkedHashMap<>();
    for (VendorColumn column : columns) {
      if (placed != 0 && !places.add(column.place())) {
        throw document.error(POINTER, "「" + column.name() + "」の at は別の列でも使われています。");
      }
      if (headers.put(HalfWidth.key(column.name()), column.name()) != null) {
        throw document.error(POINTER, "列の名前を 1 回ずつ並べてください。");
      }
    }
    checkOtherNames(headers);
  }

  private void checkOtherNames(Map<String, String> headers) throws ConfigurationException {
    for (VendorColumn column : columns) {
      for (String other : column.otherNames()) {
        String owner = headers.putIfAbsent(HalfWidth.key(other), column.name());
        if (owner != null && !owner.equals(column.name())) {
          throw document.error(
              POINTER, "別名「" + other + "」は「" + owner + "」と「" + column.name() + "」の両方にあります。");
        }
      }
    }
  }
}
