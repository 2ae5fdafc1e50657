package careplanhub.fax.forms;

import careplanhub.standard.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * 第２表: equal needs and goals are printed once and span their rows. Public for the templates only.
 */
public record NeedSheet(FormValues record, FormValues supplement, List<Line> lines) {
  /** What may be printed once for several rows, each only within the one before it. */
  private static final List<String> SPANNING =
      List.of("need", "longTermGoal", "longTermPeriod", "shortTermGoal", "shortTermPeriod");

  static NeedSheet of(FormSource source, Characters characters) {
    List<FormValues> rows =
        source.main().stream().map((Row row) -> new FormValues(row, characters)).toList();
    int[][] spans = spans(source.main());
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      lines.add(new Line(Arrays.stream(spans[i]).boxed().toList(), rows.get(i)));
    }
    return new NeedSheet(rows.get(0), source.other("UPHOSOKU", characters), lines);
  }

  /** How many rows each spanning cell has; 0 where the one above is still going on. */
  private static int[][] spans(List<Row> rows) {
    int[][] spans = new int[rows.size()][SPANNING.size()];
    int[] starts = new int[SPANNING.size()];
    for (int i = 0; i < rows.size(); i++) {
      boolean open = i > 0;
      for (int column = 0; column < SPANNING.size(); column++) {
        open = open && repeats(rows.get(i - 1), rows.get(i), rows.get(starts[column]), column);
        if (!open) {
          starts[column] = i;
        }
        spans[starts[column]][column]++;
      }
    }
    return spans;
  }

  /** An empty cell repeats the one above (as senders write it) when it is of the same number. */
  private static boolean repeats(Row above, Row row, Row start, int column) {
    String number = column == 0 ? "needNo" : "goalNo";
    boolean sameNumber = row.get(number).isEmpty() || row.get(number).equals(above.get(number));
    String value = row.get(SPANNING.get(column));
    return sameNumber && (value.isEmpty() || value.equals(start.get(SPANNING.get(column))));
  }

  /** A row; spans are those of 課題, 長期目標, its 期間, 短期目標 and its 期間. */
  public record Line(List<Integer> spans, FormValues values) {}
}
