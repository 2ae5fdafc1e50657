package careplanhub.channel.fax;

import careplanhub.fax.forms.ResultLine;
import careplanhub.fax.read.ProposedDay;
import careplanhub.fax.read.ProposedLine;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A line of a filled in sheet, as a machine read it: a proposal.
 *
 * @param line what it stands for
 * @param page the page of the file, from 1
 * @param days whose boxes are clearly filled
 * @param doubtful whose boxes a person has to look at
 */
record SheetLine(ResultLine line, int page, List<Integer> days, List<Integer> doubtful) {
  static SheetLine of(ProposedLine read, int page) {
    return new SheetLine(
        read.line(),
        page,
        read.days().stream()
            .filter(day -> !day.isDoubtful() && day.count() > 0)
            .map(ProposedDay::day)
            .toList(),
        read.days().stream().filter(ProposedDay::isDoubtful).map(ProposedDay::day).toList());
  }

  /** A line of a sheet whose boxes were not found: every planned day is doubtful. */
  static SheetLine unread(ResultLine line, int page) {
    return new SheetLine(line, page, List.of(), planned(line));
  }

  private static List<Integer> planned(ResultLine line) {
    return IntStream.rangeClosed(1, line.planned().size())
        .filter(day -> line.planned().get(day - 1) > 0)
        .boxed()
        .toList();
  }

  /** Japanese: what a person compares with the picture. */
  String text() {
    return page
        + " ページ目　被保険者番号 "
        + line.user().insuredNumber()
        + "　"
        + time(line.service().serviceStart())
        + "～"
        + time(line.service().serviceEnd())
        + "　サービスコード "
        + line.service().serviceCode()
        + "　予定: "
        + days(planned(line))
        + "　読み取り: "
        + days(days)
        + (doubtful.isEmpty() ? "" : "　【疑わしい: " + days(doubtful) + "】");
  }

  private static String time(String digits) {
    return digits.length() == 4 ? digits.substring(0, 2) + ":" + digits.substring(2) : "";
  }

  private static String days(List<Integer> days) {
    return days.isEmpty()
        ? "なし"
        : days.stream().map(String::valueOf).collect(Collectors.joining("、")) + " 日";
  }
}
