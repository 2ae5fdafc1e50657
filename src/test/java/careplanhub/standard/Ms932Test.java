package careplanhub.standard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every code of one and of two bytes is either kept or told. */
class Ms932Test {
  private static final Charset MS932 = Charset.forName("windows-31j");
  private static final Layout LAYOUT =
      Standard.data().layout(StandardVersion.V4_1, "UPKIHON_SUB1").orElseThrow();

  @Test
  @Tag("large")
  void everyCodeOfTwoBytesIsKeptAsItsCharacterOrRefused() throws Exception {
    int kept = 0;
    for (int first = 0x80; first <= 0xFF; first++) {
      for (int second = 0; second <= 0xFF; second++) {
        // A quote, a carriage return and a line feed are no trail bytes: they end the character.
        if (Ms932.isLead(first) && second != '"' && second != '\r' && second != '\n') {
          kept += keptOrRefused((byte) first, (byte) second) ? 1 : 0;
        }
      }
    }
    assertEquals(9604 - 1880, kept, "the JDK's two-byte characters without 外字");
  }

  @Test
  void aLeadByteBeforeTheEndOfItsTextIsRefused() throws Exception {
    for (int first = 0x80; first <= 0xFF; first++) {
      if (Ms932.isLead(first)) {
        assertFalse(keptOrRefused((byte) first), "0x" + Integer.toHexString(first));
        assertFalse(keptOrRefused((byte) first, (byte) '\r', (byte) '\n'), "before a line end");
      }
    }
  }

  /** NEC's row 13, NEC's selection of IBM's characters, and IBM's own. */
  @Test
  void everyCharacterWithSeveralCodesIsReadAlikeAndWrittenWithOne() throws Exception {
    int doubles = 0;
    for (int code = 0x8140; code <= 0xFCFC; code++) {
      char character = Ms932.decoded(code);
      boolean known = character != Ms932.UNDECODABLE && !Ms932.isUserDefined(character);
      if (known && Ms932.encoded(character) != code) {
        assertTrue(keptOrRefused((byte) (code >> 8), (byte) code), Integer.toHexString(code));
        doubles++;
      }
    }
    assertEquals(398, doubles, "codes that are never written");
  }

  @Test
  void everyUserDefinedCharacterIsRefused() throws Exception {
    int refused = 0;
    for (int first = 0xF0; first <= 0xF9; first++) {
      for (int second = 0x40; second <= 0xFC; second++) {
        if (second != 0x7F) {
          assertFalse(keptOrRefused((byte) first, (byte) second));
          refused++;
        }
      }
    }
    assertEquals(1880, refused);
  }

  @Test
  void everyByteIsKeptAsItsCharacterOrRefused() throws Exception {
    int kept = 0;
    for (int code = 0; code <= 0xFF; code++) {
      if (code != '"' && code != '\n' && code != '\r') {
        kept += keptOrRefused((byte) code) ? 1 : 0;
      }
    }
    assertEquals(94 + 1 + 63, kept, "ASCII without the quote, the tab, half-width kana");
  }

  @Test
  void onlyCharactersThatComeBackAsThemselvesAreOfTheSet() {
    for (int i = 1; i <= 0xFFFF; i++) {
      char character = (char) i;
      if (Ms932.has(character)) {
        assertEquals(character, Ms932.decoded(Ms932.encoded(character)));
      }
    }
    assertFalse(Ms932.has('\u00A5'));
    assertFalse(Ms932.has('\u203E'));
    assertTrue(Ms932.has('\u2225'));
  }

  /** Whether a text of these bytes is read and written again as the same character. */
  private static boolean keptOrRefused(byte... code) throws Exception {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes("202407,991234,9900000001,20250401,\"".getBytes(MS932));
    file.writeBytes(code);
    file.writeBytes("\",\"日本語\",\"\"\r\n".getBytes(MS932));
    List<Finding> findings = new ArrayList<>();
    Row row;
    try (RowReader reader =
        RowReader.open(
            new ByteArrayInputStream(file.toByteArray()),
            LAYOUT,
            ReadOptions.tolerant(),
            findings::add)) {
      row = reader.next();
    }
    String place = java.util.HexFormat.of().formatHex(code);
    if (!findings.isEmpty()) {
      assertEquals(List.of(5), findings.stream().map(Finding::column).distinct().toList(), place);
      assertTrue(findings.get(0).isError(), place);
      return false;
    }
    assertEquals(new String(code, MS932), row.value(4), place);
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    try (RowWriter writer = new RowWriter(written, LAYOUT, r -> {})) {
      writer.write(row);
    }
    assertEquals(file.toString(MS932), written.toString(MS932), place);
    return true;
  }
}
