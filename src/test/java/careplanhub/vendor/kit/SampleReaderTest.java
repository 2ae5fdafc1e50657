package careplanhub.vendor.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import careplanhub.office.DataSize;
import careplanhub.office.KitSettings;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a sample is read as: its charset, its line ends, its separator, header and records. */
class SampleReaderTest {
  private static final int MOST_BYTES = 400;
  private static final KitSettings LIMITS =
      new KitSettings(new DataSize(MOST_BYTES), 3, new DataSize(1), 1, 1);

  @ParameterizedTest
  @CsvSource({
    "'', 空です",
    "504B0304, Excel か ZIP",
    "D0CF11E0, Excel か ZIP",
    "FFFE4100, UTF-16",
    "FEFF0041, UTF-16",
    "612C0062, バイト（0）",
    "61, 列に分けられません",
    "504B, 列に分けられません",
  })
  void whatIsNoSampleIsRefused(String hex, String word) {
    KitException refusal =
        assertThrows(KitException.class, () -> read(HexFormat.of().parseHex(hex)));
    assertTrue(String.valueOf(refusal.getMessage()).contains(word), refusal.getMessage());
  }

  @ParameterizedTest
  @CsvSource({
    "a, MS932, MS932",
    "あ, MS932, MS932",
    "あ, UTF-8, UTF-8",
    "a, UTF-8, MS932",
    "\uFEFFa, UTF-8, UTF-8-BOM",
  })
  void theCharsetIsSniffed(String word, String charset, String sniffed) throws Exception {
    Charset written =
        charset.equals("MS932") ? Charset.forName("windows-31j") : Charset.forName(charset);
    Sample sample = read((word + ",b\nx,1\ny,2\n").getBytes(written));
    assertEquals(sniffed, sample.charset());
    assertEquals(word.replace("\uFEFF", ""), sample.header().get(0));
  }

  @ParameterizedTest
  @CsvSource({"'a,b\nx,1\r\ny,2', LF", "'a,b\r\nx,1\ny,2', CRLF", "'\nx,1\ny,2', LF"})
  void theFirstLineEndTells(String text, String lineEnd) throws Exception {
    assertEquals(lineEnd, read(text).lineEnd());
  }

  @Test
  void theSeparatorThatFitsBestTells() throws Exception {
    assertEquals("tab", read("a\tb;c\tb\nx\t1;1\t2\n").separator());
    assertEquals("semicolon", read("a;b;c\n1,2;1;1\n").separator());
    assertEquals("comma", read("a,b;c\n1,2;1\n").separator());
  }

  @Test
  void linesAboveTheHeaderAndBlankOnesAreNoRecords() throws Exception {
    Sample sample = read("表\n\n番号,日,回数\n,,\n1,2025/4/1,1\n\n2,2025/4/2\n3,2025/4/3,1,9\n4,x,1\n");
    assertEquals(List.of(List.of("表")), sample.preamble());
    assertEquals(List.of("番号", "日", "回数"), sample.header());
    assertEquals(
        List.of(
            List.of("1", "2025/4/1", "1"),
            List.of("2", "2025/4/2", ""),
            List.of("3", "2025/4/3", "1")),
        sample.records());
    assertEquals(3, sample.width());
    assertEquals("日", sample.nameOf(1));
    assertEquals("", sample.nameOf(3));
    assertTrue(sample.hasHeader());
  }

  @Test
  void aSampleWithoutNamesBeginsAtOnce() throws Exception {
    Sample sample = read("1,2025/4/1\n2,2025/4/2\n");
    assertEquals(List.of(), sample.header());
    assertEquals(2, sample.records().size());
    assertEquals(List.of("1", "2"), sample.column(0));
  }

  @Test
  void aWideSeparatorOfSomeLinesIsEnough() throws Exception {
    assertEquals("tab", read("a\tb\nx\t1\ny\nz\n").separator());
    assertEquals("semicolon", read("1,2,3,4;5;6\n1;5;6\n1,2,3,4;5;6\n1;5;6\n").separator());
  }

  @Test
  void theWidthIsTheOneOfMostLinesAndOfSeveralTheGreatest() throws Exception {
    assertEquals(3, read("1,2\n1,2,3\n").width());
    assertEquals(2, read("1,2\n1,2\n1,2,3\n").width());
  }

  @Test
  void linesAsWideAsTheRecordsButAlmostEmptyAreNoRecords() throws Exception {
    String titles = "x\nx\nx\nx\n表,,,,\n";
    Sample sample = read(titles + "番号,日,回数,名,量\n" + "1,2025/4/1,1,い,2\n".repeat(4));
    assertEquals(5, sample.preamble().size());
    assertEquals("番号", sample.nameOf(0));
    assertEquals(4, read("1,2025/4/1,,\n" + "1,2025/4/1,1,2\n".repeat(3)).width());
    assertEquals(0, read("1,2025/4/1,,\n" + "1,2025/4/1,1,2\n".repeat(3)).preamble().size());
  }

  @Test
  void namesWithoutALineBelowAreRefused() {
    KitException refusal = assertThrows(KitException.class, () -> read("保険者番号,被保険者番号\n,\n"));
    assertTrue(refusal.sentence().contains("見出しの下に行がありません"), refusal.sentence());
  }

  @Test
  void aSampleHasAThousandColumnsAtMost() throws Exception {
    KitSettings limits = new KitSettings(new DataSize(9_000), 3, new DataSize(1), 1, 1);
    String line = "1,".repeat(999) + "1";
    byte[] most = line.getBytes(StandardCharsets.UTF_8);
    assertEquals(1000, SampleReader.read("s.csv", most, limits).width());
    byte[] more = (line + ",1").getBytes(StandardCharsets.UTF_8);
    assertThrows(KitException.class, () -> SampleReader.read("s.csv", more, limits));
  }

  @Test
  void oneByteTooManyIsRefused() throws Exception {
    String line = "1234567,12\n";
    String fits = "番号,b\n" + line.repeat(36);
    byte[] bytes = (fits + "x".repeat(MOST_BYTES)).getBytes(StandardCharsets.UTF_8);
    byte[] most = Arrays.copyOf(bytes, MOST_BYTES);
    assertEquals(3, read(most).records().size());
    KitException refusal =
        assertThrows(KitException.class, () -> read(Arrays.copyOf(bytes, MOST_BYTES + 1)));
    assertTrue(String.valueOf(refusal.getMessage()).contains("kit.maximumSampleSize"));
  }

  private static Sample read(String text) throws KitException {
    return read(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Sample read(byte[] bytes) throws KitException {
    return SampleReader.read("sample.csv", bytes, LIMITS);
  }
}
