package careplanhub.lab;

import careplanhub.standard.Standard;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.chrono.JapaneseDate;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * The サービス実態 layout of a home help program: MS932, CRLF, a header, 24 columns, one row a visit. It
 * knows neither the support office nor the monthly additions.
 */
final class JittaiExport {
  private static final List<String> HEADER =
      List.of(
          "日付",
          "時間",
          "利用者名",
          "サービス内容",
          "担当職員",
          "サービス種類コード",
          "サービス内容コード",
          "利用者コード",
          "職員コード",
          "職員EMAIL",
          "保険単位数",
          "自費金額",
          "利用者名カナ",
          "開始時間",
          "終了時間",
          "実施時間",
          "保険者番号",
          "施設所在保険者番号",
          "被保険者番号",
          "要介護度",
          "同一建物減算",
          "障害者受給者番号",
          "サービス提供責任者",
          "西暦日付");
  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy/MM/dd");
  private static final DateTimeFormatter ERA_DATE =
      DateTimeFormatter.ofPattern("GGGGy年M月d日", Locale.JAPAN);
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

  private JittaiExport() {}

  private record Line(SyntheticUser user, Visit visit) {
    LocalTime start() {
      return Objects.requireNonNull(visit.start());
    }

    LocalTime end() {
      return Objects.requireNonNull(visit.end());
    }
  }

  /** The visits of an office whose services all have times, in the order of their days. */
  static GeneratedFile of(SyntheticOffice office, YearMonth month, List<SyntheticUser> users) {
    List<Line> lines =
        users.stream()
            .flatMap(
                user ->
                    Visits.given(user, month, office).stream()
                        .filter(visit -> visit.start() != null)
                        .map(visit -> new Line(user, visit)))
            .sorted(
                Comparator.comparing((Line line) -> line.visit().date())
                    .thenComparing(Line::start)
                    .thenComparing(line -> line.user().index()))
            .toList();
    String name = "jittai_" + office.number() + "_" + RowDraft.month(month) + ".csv";
    return new GeneratedFile(name, written(lines), lines.size());
  }

  private static byte[] written(List<Line> lines) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (CsvWriter writer =
        CsvWriter.builder()
            .lineDelimiter(LineDelimiter.CRLF)
            .build(new OutputStreamWriter(bytes, Charset.forName("windows-31j").newEncoder()))) {
      writer.writeRecord(HEADER);
      lines.forEach(line -> writer.writeRecord(values(line)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static List<String> values(Line line) {
    SyntheticUser user = line.user();
    Visit visit = line.visit();
    Dice dice = user.dice("staff " + visit.date());
    LocalDate day = visit.date();
    String start = line.start().format(TIME);
    String end = line.end().format(TIME);
    int staff = dice.between(1, 9);
    return List.of(
        ERA_DATE.format(JapaneseDate.from(day)),
        start + "～" + end,
        user.name(),
        visit.service().item().name(),
        SyntheticNames.staff(dice),
        visit.code().substring(0, 2),
        visit.code().substring(2),
        String.format("U%05d", user.index() + 1),
        String.format("S%03d", staff),
        "staff" + staff + "@example.invalid",
        String.valueOf(visit.units()),
        "0",
        user.kana(),
        start,
        end,
        String.valueOf(Duration.between(line.start(), line.end()).toMinutes()),
        user.identity().insurerNumber(),
        user.identity().insurerNumber(),
        user.identity().insuredNumber(),
        Standard.data().codes("careLevel").getOrDefault(user.careLevel(), ""),
        "",
        "",
        SyntheticNames.staff(user.dice("in charge")),
        day.format(DATE));
  }
}
