package careplanhub.standard;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The bytes of a file: how they are held, and what they are written in. */
class BytesTest {
  private static final Charset MS932 = Charset.forName("windows-31j");
  private static final Charset EUC_JP = Charset.forName("EUC-JP");

  @Test
  void theBytesFromTheRecordsBeginningOnAreKept() throws IOException {
    byte[] content = new byte[300_000];
    for (int i = 0; i < content.length; i++) {
      content[i] = (byte) (i * 31 + i / 251);
    }
    RecordBytes bytes = new RecordBytes(new ByteArrayInputStream(content));
    int begun = 0;
    while (bytes.refill()) {
      assertArrayEquals(
          Arrays.copyOfRange(content, begun, begun + bytes.limit - bytes.start),
          Arrays.copyOfRange(bytes.bytes, bytes.start, bytes.limit));
      int taken = (bytes.limit - bytes.start) / 2;
      bytes.start += taken;
      bytes.position = bytes.limit;
      begun += taken;
    }
    assertFalse(bytes.refill());
    assertEquals(content.length - begun, bytes.limit - bytes.start);
    assertEquals(bytes.limit, bytes.position);
  }

  @Test
  void aWindowTakesNothingAndEndsWithTheFile() throws IOException {
    RecordBytes bytes = held("0123456789");
    assertArrayEquals(ascii("01234"), bytes.window(5));
    assertArrayEquals(ascii("0123456789"), bytes.window(10));
    assertArrayEquals(ascii("0123456789"), bytes.window(11));
    bytes.start = 4;
    assertArrayEquals(ascii("45"), bytes.window(2));
    assertEquals(0, new RecordBytes(new ByteArrayInputStream(new byte[0])).window(3).length);
  }

  @Test
  void eachKindOfLineEndIsOneLine() throws IOException {
    RecordBytes bytes = held("a\r\nb\nc\rd\r");
    assertEquals(4, bytes.lineBreaks(0, 9));
    assertEquals(1, bytes.lineBreaks(0, 3));
    assertEquals(0, bytes.lineBreaks(0, 2));
    assertEquals(1, bytes.lineBreaks(2, 4));
    assertEquals(1, bytes.lineBreaks(8, 9));
    assertEquals(0, bytes.lineBreaks(3, 3));
  }

  @Test
  void aLineThatBeginsWithAVersionLooksLikeARecord() throws IOException {
    Map<String, Integer> found =
        Map.ofEntries(
            Map.entry("x\n202407,1", 2),
            Map.entry("x\r\n202407,1", 3),
            Map.entry("x\r202407,1", 2),
            Map.entry("x\r\n\"202407\",1", 3),
            Map.entry("\n202407,", 1),
            Map.entry("x\ny\n999999,1", 4),
            Map.entry("x\n20240,1", -1),
            Map.entry("x\n2024077,1", -1),
            Map.entry("x\n202407", -1),
            Map.entry("x\n202407;1", -1),
            Map.entry("x\n/02407,1", -1),
            Map.entry("x\n20240:,1", -1),
            Map.entry("x202407,1", -1),
            Map.entry("x\n", -1),
            Map.entry("x\r", -1),
            Map.entry("\"202407\",1", -1));
    for (Map.Entry<String, Integer> example : found.entrySet()) {
      String text = example.getKey();
      assertEquals(example.getValue(), held(text).lineLikeRecord(0, text.length()), text);
    }
    assertEquals(-1, held("x\n202407,1").lineLikeRecord(0, 1));
    assertEquals(-1, held("x\n202407,1").lineLikeRecord(2, 10));
  }

  @Test
  void japaneseTellsItsEncoding() {
    assertEquals(Encoding.MS932, encoding("日本語の文章です", MS932, false));
    assertEquals(Encoding.UTF_8, encoding("日本語の文章です", StandardCharsets.UTF_8, false));
    assertEquals(Encoding.EUC_JP, encoding("日本語の文章です", EUC_JP, false));
    assertEquals(Encoding.MS932, encoding("ﾃｽﾃｽ", MS932, false));
    assertEquals(Encoding.MS932, encoding("熙￣", MS932, false), "U+A901 in UTF-8");
    assertEquals(Encoding.UTF_8, encoding("日本の熙\uA901", StandardCharsets.UTF_8, false));
    assertEquals(Encoding.MS932, encoding("plain", MS932, false));
    assertEquals(Encoding.UTF_8, encoding("plain", MS932, true));
    assertEquals(Encoding.UTF_8, encoding("a\u00A0b", StandardCharsets.UTF_8, false));
  }

  @Test
  void eucJpHasAKanaAmongEightCharacters() {
    assertEquals(Encoding.EUC_JP, encoding("日日日日日日日の", EUC_JP, false));
    assertEquals(Encoding.EUC_JP, encoding("日日日日日日日ノ", EUC_JP, false));
    assertEquals(Encoding.MS932, encoding("日日日日日日日日の", EUC_JP, false));
    assertEquals(Encoding.EUC_JP, encoding("a,日本の,b", EUC_JP, false));
  }

  @Test
  void oneBrokenByteOrACutCharacterChangesNoEncoding() {
    for (Charset charset : new Charset[] {MS932, StandardCharsets.UTF_8}) {
      Encoding whole = charset.equals(MS932) ? Encoding.MS932 : Encoding.UTF_8;
      byte[] text = "日本語の文章です。日本語の文章です。".getBytes(charset);
      for (int cut = text.length; cut > text.length - 4; cut--) {
        assertEquals(whole, Encoding.of(Arrays.copyOf(text, cut), false));
      }
      byte[] broken = text.clone();
      broken[6] = (byte) 0xFF;
      assertEquals(whole, Encoding.of(broken, false));
    }
  }

  private static Encoding encoding(String text, Charset charset, boolean marked) {
    return Encoding.of(text.getBytes(charset), marked);
  }

  private static RecordBytes held(String text) throws IOException {
    RecordBytes bytes = new RecordBytes(new ByteArrayInputStream(ascii(text)));
    bytes.refill();
    return bytes;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
