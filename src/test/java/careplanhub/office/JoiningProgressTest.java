package careplanhub.office;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where each partner stands, how many stand where month by month, and who is next. */
class JoiningProgressTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

  @TempDir Path folder;

  private JoiningProgress progress(LocalDate day, int months) throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("corporation.yaml"),
            """
            corporation: 架空法人ひばり会
            offices:
              - { number: "9970000001", name: ひばり, serviceTypes: ["43"] }
            partners:
              - { number: "9980000001", name: 一, serviceTypes: ["43"],
                  joining: { 案内済: 2026-09-01, 準備中: 2026-09-20, 試験済: 2026-10-15, 運用中: 2026-11-01 } }
              - { number: "9980000002", name: 二, serviceTypes: ["43"] }
              - { number: "9980000003", name: 三, serviceTypes: ["43"], joining: { 案内済: 2026-11-10 } }
              - { number: "9980000004", name: 四, serviceTypes: ["43"], joining: { 案内済: 2026-10-10, 準備中: 2026-12-01 } }
              - { number: "9980000005", name: 五, serviceTypes: ["43"], joining: { 試験済: 2026-11-20 } }
            """);
    return JoiningProgress.of(Directory.read(file).partners(), day, months);
  }

  @Test
  void everyPartnerStandsAtTheLastStageWhoseDayHasCome() throws Exception {
    JoiningProgress.Standing planned = progress(TODAY, 12).standings().get(3);
    assertEquals(JoiningStage.INVITED, planned.stage());
    assertEquals(LocalDate.of(2026, 10, 10), planned.since());
    assertEquals(45, planned.days());
    assertEquals(LocalDate.of(2026, 12, 1), planned.planned());
    assertEquals(List.of(1L, 2L, 0L, 1L, 1L), List.copyOf(progress(TODAY, 12).counts().values()));
  }

  @Test
  void monthsBeginWithTheFirstDayThatIsWritten() throws Exception {
    JoiningProgress progress = progress(TODAY, 12);
    assertEquals(
        List.of(YearMonth.of(2026, 9), YearMonth.of(2026, 10), YearMonth.of(2026, 11)),
        List.copyOf(progress.months().keySet()));
    assertEquals(
        List.of(4L, 0L, 1L, 0L, 0L),
        List.copyOf(progress.months().get(YearMonth.of(2026, 9)).values()));
    assertEquals(
        List.of(3L, 1L, 0L, 1L, 0L),
        List.copyOf(progress.months().get(YearMonth.of(2026, 10)).values()));
    assertEquals(1, progress(TODAY, 1).months().size());
  }

  @Test
  void theNextAreThoseWhoHaveComeFurthestAndWaitLongest() throws Exception {
    assertEquals(
        List.of("五", "四", "三", "二"),
        progress(TODAY, 12).waiting().stream().map(each -> each.partner().name()).toList());
  }
}
