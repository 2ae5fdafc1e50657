package careplanhub.standard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The values that everything else is made of. */
class ValuesTest {
  private static final Layout LAYOUT =
      Standard.data().layout(StandardVersion.V4_1, "DLT1KYO").orElseThrow();

  @Test
  void anOfficeNumberHasTenDigitsAndAnOrder() {
    assertTrue(OfficeNumber.isValid("1370000001"));
    for (String wrong : List.of("137000001", "13700000011", "137000000A", "１３７０００００１１")) {
      assertFalse(OfficeNumber.isValid(wrong), wrong);
      assertThrows(IllegalArgumentException.class, () -> new OfficeNumber(wrong), wrong);
    }
    assertTrue(new OfficeNumber("1370000001").compareTo(new OfficeNumber("1370000002")) < 0);
    assertTrue(new OfficeNumber("1370000002").compareTo(new OfficeNumber("1370000001")) > 0);
    assertEquals("1370000001", new OfficeNumber("1370000001").toString());
  }

  @Test
  void aServiceTypeCodeHasTwoLettersOrDigits() {
    assertTrue(ServiceTypeCode.isValid("2A"));
    for (String wrong : List.of("2", "2AA", "2a", "２Ａ", "")) {
      assertFalse(ServiceTypeCode.isValid(wrong), wrong);
      assertThrows(IllegalArgumentException.class, () -> new ServiceTypeCode(wrong), wrong);
    }
    assertEquals("2A", new ServiceTypeCode("2A").toString());
  }

  @Test
  void aSerialIsTheMomentItsDigitsSay() {
    LocalDateTime moment = LocalDateTime.of(2025, 4, 25, 9, 30, 15);

    assertEquals(new Serial("20250425093015"), Serial.of(moment));
    assertEquals(moment, new Serial("20250425093015").moment());
    assertTrue(new Serial("20250425093015").compareTo(new Serial("20250425093016")) < 0);
    assertEquals("20250425093015", new Serial("20250425093015").toString());
  }

  @Test
  void aRowIsReadByPositionAndKeyAndShowsNoValue() {
    Row row = Row.of(LAYOUT, List.of("202407", "999901", "9900000001", "20250420"));

    assertEquals("20250420", row.get("planDate"));
    assertEquals("20250420", row.value(3));
    assertEquals("20250420", row.value(LAYOUT.field("planDate")));
    assertEquals(new UserIdentity("999901", "9900000001"), row.user());
    assertEquals(List.of("202407", "999901", "9900000001", "20250420"), row.values());
    assertEquals(0, row.line());
    assertEquals(0, row.record());
    assertEquals(LAYOUT, row.layout());
    assertFalse(row.toString().contains("9900000001"));
    assertEquals("20250421", row.with("planDate", "20250421").get("planDate"));
    assertEquals("20250420", row.get("planDate"));
    assertThrows(IllegalArgumentException.class, () -> row.get("units"));
    assertThrows(IllegalArgumentException.class, () -> Row.of(LAYOUT, List.of("202407")));
  }

  @Test
  void aLayoutKnowsItsColumns() {
    assertEquals(4, LAYOUT.width());
    assertTrue(LAYOUT.has("planDate"));
    assertFalse(LAYOUT.has("units"));
    assertEquals(3, LAYOUT.position("planDate"));
    assertEquals("居宅サービス計画１表_削除", LAYOUT.japaneseName());
    assertEquals(StandardVersion.V4_1, LAYOUT.version());
    assertEquals("DLT1KYO 4.1", LAYOUT.toString());
    assertThrows(IllegalArgumentException.class, () -> LAYOUT.field("units"));
  }

  @Test
  void theStandardHasItsListsAndNothingElse() {
    assertEquals(17, Standard.data().layoutsOf(StandardVersion.V4_1).size());
    assertEquals(9, Standard.data().layoutsOf(StandardVersion.V3_2).size());
    assertTrue(Standard.data().layout(StandardVersion.V3_2, "UP3KYO").isEmpty());
    assertEquals("男性", Standard.data().codes("sex").get("1"));
    assertThrows(IllegalArgumentException.class, () -> Standard.data().codes("colour"));
    assertEquals("訪問介護", Standard.data().serviceType("11").orElseThrow().name());
    assertTrue(Standard.data().serviceType("99").isEmpty());
    assertEquals(63, Standard.data().serviceTypes().size());
    assertEquals("202208", StandardVersion.V3_2.csvVersion());
    assertEquals("202407", StandardVersion.V4_1.csvVersion());
    assertThrows(IllegalStateException.class, () -> Standard.tree("nothing.yaml"));
  }

  @Test
  void boundsAreAtLeastOne() {
    assertThrows(
        IllegalArgumentException.class, () -> new ReadOptions(Severity.WARNING, 0, 10, 10));
    assertThrows(
        IllegalArgumentException.class, () -> new ReadOptions(Severity.WARNING, 10, 9, 10));
    assertThrows(
        IllegalArgumentException.class, () -> new ReadOptions(Severity.WARNING, 10, 10, 0));
    assertEquals(1, new ReadOptions(Severity.WARNING, 1, 1, 1).findings());
    ReadOptions reading = ReadOptions.tolerant();
    assertThrows(IllegalArgumentException.class, () -> new CheckOptions(reading, 0, 1, 1));
    assertThrows(IllegalArgumentException.class, () -> new CheckOptions(reading, 1, 0, 1));
    assertThrows(IllegalArgumentException.class, () -> new CheckOptions(reading, 1, 1, 0));
    assertEquals(1, new CheckOptions(reading, 1, 1, 1).comparedKeys());
    assertEquals(Severity.ERROR, CheckOptions.strict().reading().tolerated());
    assertEquals(Severity.WARNING, CheckOptions.tolerant().reading().tolerated());
  }
}
