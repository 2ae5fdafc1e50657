package careplanhub.standard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What rules remember of a file, and the findings they make of it. */
class ComparingTest {
  private static final Layout LAYOUT =
      Standard.data().layout(StandardVersion.V4_1, "DLT1KYO").orElseThrow();
  private static final int MANY = 10_000;

  @Test
  void aTableKeepsEveryKeyInItsOrder() {
    KeyTable table = new KeyTable();
    for (int i = 0; i < MANY; i++) {
      assertEquals(-1, table.indexOf(KeyTable.keyOf("key " + i)));
      assertEquals(i, table.put(KeyTable.keyOf("key " + i)));
    }
    for (int i = 0; i < MANY; i++) {
      long key = KeyTable.keyOf("key " + i);
      assertEquals(i, table.indexOf(key));
      assertEquals(i, table.put(key));
      assertEquals(key, table.key(i));
    }
    assertEquals(MANY, table.size());
  }

  @Test
  void aKeyIsMadeOfAllValuesAndTheirBorders() {
    long ab = KeyTable.keyOf(row("a", "b"), new int[] {1, 2});

    assertEquals(ab, KeyTable.keyOf(row("a", "b"), new int[] {1, 2}));
    assertNotEquals(ab, KeyTable.keyOf(row("ab", ""), new int[] {1, 2}));
    assertNotEquals(ab, KeyTable.keyOf(row("b", "a"), new int[] {1, 2}));
    assertNotEquals(KeyTable.keyOf("a"), KeyTable.keyOf(KeyTable.keyOf("a"), ""));
    assertNotEquals(KeyTable.keyOf(1L, "a"), KeyTable.keyOf(2L, "a"));
  }

  @Test
  void aPlaceIsThatOfTheFirstRowAndTheTableEndsAtItsLimit() {
    PlaceTable places = new PlaceTable(200);
    for (int i = 0; i < 200; i++) {
      assertTrue(places.add(i + 1_000L, placed(i + 10, i + 1)));
    }
    assertFalse(places.isFull());
    assertFalse(places.add(1_000L, placed(99, 99)));
    assertFalse(places.isFull());
    assertFalse(places.add(5L, placed(999, 999)));
    assertTrue(places.isFull());
    assertFalse(places.contains(5L));
    assertTrue(places.contains(1_199L));
    assertEquals(200, places.size());
    for (int i = 0; i < 200; i++) {
      int index = places.indexOf(i + 1_000L);
      assertEquals(i + 10, places.line(index));
      assertEquals(i + 1, places.record(index));
      assertEquals(i + 1_000L, places.key(index));
    }
    List<Finding> told = new ArrayList<>();
    places.tellWhenFull(told::add);
    assertEquals(List.of("FILE-87"), told.stream().map(Finding::code).toList());
  }

  @Test
  void aTableThatIsNotFullTellsNothing() {
    List<Finding> told = new ArrayList<>();
    new PlaceTable(1).tellWhenFull(told::add);
    assertEquals(List.of(), told);
  }

  @Test
  void theKeyOfTheRowBeforeIsKept() {
    RowKey key = new RowKey(1, 2);

    assertFalse(key.isOf(row("a", "b")));
    long first = key.take(row("a", "b"));
    assertTrue(key.isOf(row("a", "b")));
    assertFalse(key.isOf(row("a", "c")));
    assertFalse(key.isOf(row("c", "b")));
    assertEquals(first, key.take(row("a", "b")));
    assertNotEquals(first, key.take(row("a", "c")));
    assertTrue(key.isOf(row("a", "c")));
  }

  @Test
  void findingsStandByLineAndColumnAndThoseOfTheFileFirst() {
    FindingList findings = new FindingList(10);
    findings.accept(FindingCode.MONTH.at(2, 2, LAYOUT.fields().get(1)));
    findings.accept(FindingCode.DATE.at(2, 2, LAYOUT.fields().get(0)));
    findings.accept(FindingCode.LENGTH.at(1, 1, LAYOUT.fields().get(3)));
    findings.accept(FindingCode.UNIT_MONTH.of("UPPLAN"));

    assertEquals(
        List.of("UNIT-17", "FIELD-80", "FIELD-83", "FIELD-82"),
        findings.toList().stream().map(Finding::code).toList());
  }

  @Test
  void aCodeIsListedUpToItsLimitAndTheRestIsCounted() {
    FindingList findings = new FindingList(2);
    for (int i = 1; i <= 5; i++) {
      findings.accept(FindingCode.NEEDED_EMPTY.at(i, i, LAYOUT.fields().get(3)));
    }
    assertEquals("ほかに3件の注意があります。", sentenceOfLast(findings));
    for (int i = 1; i <= 3; i++) {
      findings.accept(FindingCode.DATE.at(i, i, LAYOUT.fields().get(3)));
    }
    assertEquals("ほかに4件の指摘があります（うち誤り1件）。", sentenceOfLast(findings));
    assertEquals(5, findings.toList().size());

    findings.withdraw(FindingCode.DATE);
    assertEquals("ほかに3件の注意があります。", sentenceOfLast(findings));
    assertEquals(3, findings.toList().size());
    findings.withdraw(FindingCode.NEEDED_EMPTY);
    assertEquals(List.of(), findings.toList());
  }

  @Test
  void amountsAreAddedWithoutOverflowAndAnEmptyOneIsNoZero() {
    Amounts none = Amounts.none(2);
    assertFalse(none.isFilled(0));
    Layout layout = Standard.data().layout(StandardVersion.V4_1, "UPSIKYU").orElseThrow();
    Field[] columns = {layout.field("serviceUnits"), layout.field("managedUnits")};
    Amounts amounts = Amounts.of(breakdown(layout, "999999999", "-5"), columns);
    for (int i = 0; i < 3; i++) {
      amounts.add(amounts);
    }
    assertTrue(amounts.equalsIn(1, Amounts.of(breakdown(layout, "", "-40"), columns)));
    amounts.add(breakdown(layout, "-999999999", ""), columns);
    assertTrue(amounts.isFilled(0));
    assertFalse(amounts.equalsIn(0, Amounts.of(breakdown(layout, "7", ""), columns)));
    for (String noNumber : List.of("1234567890", "1/", "1:", "", "a")) {
      assertFalse(Amounts.of(breakdown(layout, noNumber, ""), columns).isFilled(0), noNumber);
    }
    Amounts filled = Amounts.of(breakdown(layout, "", "7"), columns).orElse(amounts);
    assertTrue(filled.equalsIn(0, amounts));
    assertTrue(filled.equalsIn(1, Amounts.of(breakdown(layout, "", "7"), columns)));
    assertFalse(none.orElse(null).isFilled(1));
  }

  private static String sentenceOfLast(FindingList findings) {
    List<Finding> all = findings.toList();
    String message = all.get(all.size() - 1).message();
    return message.substring(0, message.indexOf('。') + 1);
  }

  private static Row row(String insurer, String insured) {
    return Row.of(LAYOUT, List.of("202407", insurer, insured, "20250420"));
  }

  private static Row placed(long line, long record) {
    return new Row(LAYOUT, new String[] {"", "", "", ""}, line, record);
  }

  private static Row breakdown(Layout layout, String units, String managed) {
    return Row.of(layout, java.util.Collections.nCopies(layout.width(), ""))
        .with("serviceUnits", units)
        .with("managedUnits", managed);
  }
}
