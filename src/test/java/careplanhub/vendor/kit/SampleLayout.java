package careplanhub.vendor.kit;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;

/** A synthetic layout of a care software with what each of its columns really is. */
final class SampleLayout {
  private static final Charset MS932 = Charset.forName("windows-31j");
  private static final int ROWS = 40;

  private final String name;
  private final List<String> preamble = new ArrayList<>();
  private final List<Column> columns = new ArrayList<>();
  private String charset = "MS932";
  private String separator = ",";
  private String lineEnd = "\r\n";
  private boolean header = true;
  private int rows = ROWS;

  /**
   * One column.
   *
   * @param truth the label of its meaning; empty when the standard has no place for it
   */
  private record Column(String header, String truth, Function<SyntheticVisit, String> value) {}

  SampleLayout(String name) {
    this.name = name;
  }

  SampleLayout charset(String other) {
    charset = other;
    return this;
  }

  SampleLayout separator(String other) {
    separator = other;
    return this;
  }

  SampleLayout lineEnd(String other) {
    lineEnd = other;
    return this;
  }

  SampleLayout rows(int count) {
    rows = count;
    return this;
  }

  SampleLayout headerless() {
    header = false;
    return this;
  }

  SampleLayout above(String line) {
    preamble.add(line);
    return this;
  }

  SampleLayout column(String word, String truth, Function<SyntheticVisit, String> value) {
    columns.add(new Column(word, truth, value));
    return this;
  }

  SampleLayout other(String word, Function<SyntheticVisit, String> value) {
    return column(word, "", value);
  }

  /** 31 columns; the word has a # in the place of the day. */
  SampleLayout days(String word, String use, String mark, int often) {
    for (int day = 1; day <= 31; day++) {
      int own = day;
      column(
          word.replace("#", String.valueOf(day)),
          use,
          visit ->
              own <= 30
                      && new Random(1000L * visit.number() + own + use.hashCode()).nextInt(10)
                          < often
                  ? mark
                  : "");
    }
    return this;
  }

  @Override
  public String toString() {
    return name;
  }

  String fileName() {
    return name + ".csv";
  }

  /** What the columns are, by their places; those without a place in the standard are left out. */
  Map<Integer, String> truth() {
    Map<Integer, String> truth = new LinkedHashMap<>();
    for (int column = 0; column < columns.size(); column++) {
      if (!columns.get(column).truth().isEmpty()) {
        truth.put(column, columns.get(column).truth());
      }
    }
    return truth;
  }

  byte[] bytes() {
    StringBuilder text = new StringBuilder(charset.equals("UTF-8-BOM") ? "\uFEFF" : "");
    preamble.forEach(line -> text.append(line).append(lineEnd));
    if (header) {
      line(text, columns.stream().map(Column::header).toList());
    }
    for (SyntheticVisit visit : SyntheticVisit.month(name.hashCode(), rows)) {
      line(text, columns.stream().map(column -> column.value().apply(visit)).toList());
    }
    return text.toString().getBytes(charset.equals("MS932") ? MS932 : StandardCharsets.UTF_8);
  }

  private void line(StringBuilder text, List<String> cells) {
    List<String> written =
        cells.stream().map(cell -> cell.contains(separator) ? '"' + cell + '"' : cell).toList();
    text.append(String.join(separator, written)).append(lineEnd);
  }
}
