package careplanhub.vendor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import careplanhub.vendor.form.UnreadableException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.camel.dataformat.bindy.annotation.CsvRecord;
import org.apache.camel.dataformat.bindy.annotation.DataField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cells come through Bindy as they are, and what its annotations refuse is told by the column. */
class BindyBindingTest {
  private final BindyBinding<Visit> binding = BindyBinding.of(Visit.class);

  /** A record with a required text, a number and an optional text. */
  @CsvRecord(separator = BindyBinding.SEPARATOR, quote = "")
  public static final class Visit {
    @DataField(pos = 1, columnName = "利用者名", required = true)
    String user = "";

    @DataField(pos = 2, columnName = "回数")
    Integer count = 0;

    @DataField(pos = 3, columnName = "備考")
    String note = "";
  }

  /** Bindy would split at commas. */
  @CsvRecord(separator = ",")
  public static final class Splitting {
    @DataField(pos = 1)
    String user = "";
  }

  /** A user's month. */
  @CsvRecord(separator = BindyBinding.SEPARATOR, quote = "")
  public static final class Month {
    @DataField(pos = 1, columnName = "利用者名")
    String user = "";

    @DataField(pos = 2, columnName = "予{day}")
    String days = DayCells.NONE;

    @DataField(pos = 3, columnName = "備考")
    String note = "";
  }

  /** There is no second column. */
  @CsvRecord(separator = BindyBinding.SEPARATOR, quote = "")
  public static final class Gap {
    @DataField(pos = 1)
    String user = "";

    @DataField(pos = 3)
    String note = "";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a,b", "\"\"", "\"", "一行目\r\n二行目", " 前後 ", "\\\"", "=1+1", "髙﨑①", "\t", ""})
  void aCellIsNeverChanged(String cell) throws Exception {
    Visit visit = binding.bind(List.of("試験 太郎", "3", cell));
    assertEquals(3, visit.count);
    assertEquals(List.of("試験 太郎", "3", cell), List.of(binding.writing().of(visit)));
  }

  @Test
  void anEmptyCellOfARequiredFieldIsRefusedByItsColumn() {
    UnreadableException refusal =
        assertThrows(UnreadableException.class, () -> binding.bind(List.of("", "3", "")));
    assertEquals("利用者名", refusal.place());
    assertTrue(refusal.advice().startsWith("空です"), refusal.advice());
    assertTrue(binding.isRequired(0));
    assertFalse(binding.isRequired(2));
  }

  @Test
  void aCellOfAnotherTypeIsRefusedByItsColumnAndNeverQuoted() {
    UnreadableException refusal =
        assertThrows(UnreadableException.class, () -> binding.bind(List.of("太郎", "三回", "")));
    assertEquals("回数", refusal.place());
    assertFalse(refusal.advice().contains("三回"), refusal.advice());
  }

  @Test
  void aValueWithTheSeparatorIsNotCut() throws Exception {
    List<String> cells = List.of("太郎", "", "a" + BindyBinding.SEPARATOR + "b");
    assertEquals(cells, List.of(binding.writing().of(binding.bind(cells))));
  }

  @Test
  void theDaysOfAMonthAreOneField() throws Exception {
    BindyBinding<Month> month = BindyBinding.of(Month.class);
    assertEquals(33, month.columns().size());
    assertEquals(List.of("利用者名", "予1"), month.columns().subList(0, 2));
    assertEquals(List.of("予31", "備考"), month.columns().subList(31, 33));
    List<String> cells = new ArrayList<>(Collections.nCopies(33, ""));
    assertEquals(DayCells.NONE, month.bind(cells).days);

    cells.set(0, "太郎");
    cells.set(1, "○ ");
    cells.set(31, "１");
    cells.set(32, "備考");
    Month bound = month.bind(cells);
    assertEquals("○ ", DayCells.of(bound.days).get(0));
    assertEquals(cells, List.of(month.writing().of(bound)));
    bound.days = DayCells.with(bound.days, 5, "1");
    assertEquals("1", month.writing().of(bound)[5]);
    assertFalse(DayCells.isEmpty(bound.days, 5));
    assertTrue(DayCells.isEmpty(bound.days, 4));
    for (int day : new int[] {1, 31}) {
      String changed = DayCells.with(DayCells.NONE, day, "○");
      assertEquals("○", DayCells.of(changed).get(day - 1));
      assertEquals(DayCells.NONE, DayCells.with(changed, day, ""));
      assertFalse(DayCells.isEmpty(changed, day));
    }
    bound.days += "\u001E";
    assertThrows(UnreadableException.class, () -> month.writing().of(bound));

    cells.set(2, "\u001E");
    assertThrows(UnreadableException.class, () -> month.bind(cells));
  }

  @Test
  void aRecordThatBindyWouldSplitOrThatLacksAColumnIsRefused() {
    assertNotNull(
        assertThrows(IllegalArgumentException.class, () -> BindyBinding.of(Splitting.class))
            .getMessage());
    assertThrows(IllegalArgumentException.class, () -> BindyBinding.of(Gap.class));
    assertThrows(IllegalArgumentException.class, () -> BindyBinding.of(String.class));
    assertThrows(IllegalArgumentException.class, () -> binding.bind(List.of("太郎")));
  }
}
