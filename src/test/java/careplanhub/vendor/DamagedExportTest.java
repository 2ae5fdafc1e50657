package careplanhub.vendor;

import static careplanhub.vendor.JittaiFixture.COLUMNS;
import static careplanhub.vendor.JittaiFixture.MS932;
import static careplanhub.vendor.JittaiFixture.OTHER_USER;
import static careplanhub.vendor.JittaiFixture.SUPPORT_OFFICE;
import static careplanhub.vendor.JittaiFixture.USER;
import static careplanhub.vendor.JittaiFixture.context;
import static careplanhub.vendor.JittaiFixture.csv;
import static careplanhub.vendor.JittaiFixture.export;
import static careplanhub.vendor.JittaiFixture.utf8;
import static careplanhub.vendor.JittaiFixture.visit;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import careplanhub.standard.Finding;
import careplanhub.standard.Row;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A damaged export tells what is wrong and where, and loses no row silently. */
class DamagedExportTest {
  private final Adapter adapter = JittaiFixture.adapter();

  @Test
  void oneUnreadableRowKeepsItsUsersOtherRowsBack() throws IOException {
    Translated translated =
        adapter.toStandard(
            export(
                visit(),
                visit("被保険者番号", OTHER_USER.insuredNumber()),
                visit("被保険者番号", OTHER_USER.insuredNumber(), "西暦日付", "x")),
            context(SupportOfficeLookup.always(SUPPORT_OFFICE)));
    assertEquals(List.of(USER), only(translated).rows().stream().map(Row::user).toList());
    assertEquals(OTHER_USER, translated.held().get(0).user());
    assertEquals(1, translated.held().get(0).rows().size());
    assertTrue(translated.othersAreWhole());
  }

  @Test
  void aMissingColumnIsNamed() throws IOException {
    List<String> columns = new ArrayList<>(COLUMNS);
    columns.remove("被保険者番号");
    columns.remove("担当職員");
    Translated translated = adapter.toStandard(utf8(csv(columns, visit())), context());
    assertEquals(1, translated.findings().size());
    assertEquals("被保険者番号", translated.findings().get(0).field());
    assertTrue(translated.hasErrors());
    assertEquals(List.of(), translated.files());
  }

  @Test
  void anUnknownColumnIsAWarning() throws IOException {
    String text =
        csv(COLUMNS, visit()).replaceFirst("\r\n", ",備考\r\n").replaceFirst("/01\r\n", "/01,x\r\n");
    Translated translated = adapter.toStandard(utf8(text), context());
    assertEquals("VENDOR-04", translated.findings().get(0).code());
    assertEquals(25, translated.findings().get(0).column());
    assertFalse(translated.hasErrors());
    assertEquals(1, only(translated).rows().size());
  }

  @Test
  void aColumnThatStandsTwiceIsAnError() throws IOException {
    String text = csv(COLUMNS, visit()).replaceFirst("日付,", "西暦日付,");
    Translated translated = adapter.toStandard(utf8(text), context());
    assertEquals("VENDOR-03", translated.findings().get(0).code());
    assertTrue(translated.hasErrors());
  }

  @Test
  void aRowOfAnotherWidthIsAnErrorOfThatRow() throws IOException {
    String text = csv(COLUMNS, visit(), visit("利用者名", "試験,太郎"), visit("西暦日付", "2025/04/03"));
    Translated translated = adapter.toStandard(utf8(text), context());
    assertEquals("VENDOR-07", translated.findings().get(0).code());
    assertEquals(3L, translated.findings().get(0).line());
    assertFalse(translated.othersAreWhole());
    assertEquals(2, only(translated).rows().size());
  }

  @Test
  void bytesThatAreNoCharacterAreAnErrorOfTheirRow() throws IOException {
    byte[] bytes = csv(COLUMNS, visit("利用者名", "XY"), visit()).getBytes(MS932);
    for (int index = 0; index < bytes.length; index++) {
      if (bytes[index] == 'X' && bytes[index + 1] == 'Y') {
        bytes[index] = (byte) 0x85;
        bytes[index + 1] = (byte) 0xFF;
      }
    }
    Translated translated = adapter.toStandard(JittaiFixture.bytes(bytes), context());
    Finding error = translated.findings().get(0);
    assertEquals("VENDOR-08", error.code());
    assertEquals(2L, error.line());
    assertEquals("利用者名", error.field());
    assertEquals(List.of(), translated.files());
    assertEquals(USER, translated.held().get(0).user());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\r\n", "a,b,c\r\n1,2,3\r\n", "PK\u0003\u0004", "\0\0\0\0"})
  void anotherFileIsToldAsSuch(String text) throws IOException {
    Translated translated = adapter.toStandard(utf8(text), context());
    assertEquals("VENDOR-01", translated.findings().get(0).code());
    assertTrue(translated.hasErrors());
    assertFalse(adapter.recognises(utf8(text)));
  }

  @Test
  void anUnclosedQuoteIsToldWithTheLineBeforeIt() throws IOException {
    String text = csv(COLUMNS, visit(), visit("利用者名", "\"試験"), visit());
    Translated translated = adapter.toStandard(utf8(text), context());
    Finding error = translated.findings().get(0);
    assertEquals("VENDOR-06", error.code());
    assertEquals(2L, error.line());
    assertFalse(translated.othersAreWhole());
  }

  @Test
  void aHeaderWithoutRowsIsAnError() throws IOException {
    Translated translated = adapter.toStandard(utf8(csv(COLUMNS)), context());
    assertEquals("VENDOR-05", translated.findings().get(0).code());
  }

  private static AddressedFile only(Translated translated) {
    assertEquals(1, translated.files().size(), () -> translated.findings().toString());
    return translated.files().get(0);
  }
}
