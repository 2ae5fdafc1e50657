package careplanhub.vendor.kit;

import java.util.List;
import java.util.regex.Pattern;

/** Finds the columns of days in a sample: by their names, else by what they hold. */
final class DayMarks {
  private static final Pattern MARK = Pattern.compile("[0-9]|[○◯●◎〇◇◆△▲□■✓✔*xX×レ済]|[0-9]回");
  private static final double MOST = 0.95;

  private DayMarks() {}

  static DayColumns in(Sample sample) {
    if (sample.hasHeader()) {
      DayColumns named = DayColumns.ofNames(sample.header());
      DayColumns told =
          new DayColumns(named.groups().stream().map(group -> withUse(group, sample)).toList());
      return named.isSilentPair() && !told.isToldPair() ? named.ordered() : told;
    }
    boolean[] marks = new boolean[sample.width()];
    for (ColumnProfile column : ColumnProfile.of(sample)) {
      marks[column.column()] =
          column.isEmpty() || column.share(value -> MARK.matcher(value).matches()) >= MOST;
    }
    return DayColumns.ofMarks(marks).ordered();
  }

  /** The words above the header tell a use that the header does not. */
  private static DayColumns.Group withUse(DayColumns.Group group, Sample sample) {
    if (group.use() != DayColumns.Use.UNKNOWN) {
      return group;
    }
    for (List<String> line : sample.preamble()) {
      int column = group.columns().get(0);
      for (int place = Math.min(column, line.size() - 1); place >= 0; place--) {
        if (!line.get(place).isBlank()) {
          DayColumns.Use above = DayColumns.useOf(Text.plain(line.get(place)));
          if (above != DayColumns.Use.UNKNOWN && line.size() >= column) {
            return group.as(above);
          }
          break;
        }
      }
    }
    return group;
  }
}
