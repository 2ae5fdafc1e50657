package careplanhub.standard;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What was written is read again as it was, in every layout, by us and by another CSV library. */
class RoundTripTest {
  private static final Charset MS932 = Charset.forName("windows-31j");

  /** A layout and some rows of it. */
  record File(Layout layout, List<List<String>> rows) {}

  @Property(tries = 300)
  void readingWhatWasWrittenIsTheIdentity(@ForAll("files") File file) throws Exception {
    List<Finding> findings = new ArrayList<>();
    byte[] bytes = written(file);
    assertEquals(file.rows(), read(file.layout(), bytes, findings));
    assertEquals(List.of(), findings);
  }

  @Property(tries = 300)
  void anotherLibraryReadsTheSame(@ForAll("files") File file) throws Exception {
    List<List<String>> rows = new ArrayList<>();
    try (var records =
        CsvReader.builder().skipEmptyLines(false).ofCsvRecord(new String(written(file), MS932))) {
      records.forEach(found -> rows.add(found.getFields()));
    }
    assertEquals(file.rows(), rows);
  }

  @Property(tries = 100)
  void writingWhatWasReadGivesTheSameBytes(@ForAll("files") File file) throws Exception {
    byte[] bytes = written(file);
    assertArrayEquals(
        bytes, written(new File(file.layout(), read(file.layout(), bytes, new ArrayList<>()))));
  }

  @Property(tries = 200)
  void whereverAFileIsCutItIsReadToTheEndWithoutAFailure(
      @ForAll("files") File file, @ForAll int cut) throws Exception {
    byte[] bytes = written(file);
    int length = Math.floorMod(cut, bytes.length + 1);
    List<List<String>> rows =
        read(file.layout(), java.util.Arrays.copyOf(bytes, length), new ArrayList<>());
    int whole = Math.max(rows.size() - 1, 0);
    assertEquals(file.rows().subList(0, whole), rows.subList(0, whole));
  }

  @Property(tries = 50)
  void howTheBytesArriveDoesNotMatter(
      @ForAll("files") File file,
      @ForAll @IntRange(min = 0, max = 400) int ascii,
      @ForAll @IntRange(min = 1, max = 20_000) int chunk)
      throws Exception {
    List<String> plain =
        file.layout().fields().stream()
            .map(field -> field.number() == 1 ? file.rows().get(0).get(0) : "1")
            .toList();
    List<List<String>> rows = new ArrayList<>(Collections.nCopies(ascii, plain));
    rows.addAll(file.rows());
    byte[] bytes = written(new File(file.layout(), rows));
    List<List<String>> read = new ArrayList<>();
    try (RowReader reader =
        RowReader.open(
            inChunks(bytes, chunk), file.layout(), ReadOptions.tolerant(), finding -> {})) {
      for (Row row = reader.next(); row != null; row = reader.next()) {
        read.add(row.values());
      }
    }
    assertEquals(file.rows(), read.subList(ascii, read.size()));
  }

  private static InputStream inChunks(byte[] bytes, int chunk) {
    return new ByteArrayInputStream(bytes) {
      @Override
      public synchronized int read(byte[] target, int from, int length) {
        return super.read(target, from, Math.min(length, chunk));
      }
    };
  }

  @Property(tries = 1000)
  void anyBytesAreReadToTheEndWithoutAFailure(@ForAll byte[] bytes) throws Exception {
    for (Layout layout : Standard.data().layoutsOf(StandardVersion.V4_1).values()) {
      read(layout, bytes, new ArrayList<>());
    }
  }

  @Provide
  Arbitrary<File> files() {
    return Arbitraries.of(StandardVersion.values())
        .flatMap(version -> Arbitraries.of(Standard.data().layoutsOf(version).values()))
        .flatMap(
            layout ->
                row(layout).list().ofMinSize(1).ofMaxSize(5).map(rows -> new File(layout, rows)));
  }

  private static Arbitrary<List<String>> row(Layout layout) {
    Arbitrary<String> texts =
        Arbitraries.strings()
            .withChars("あ漢ｱ髙①～－∥abc,,,\"\"\"\r\n\t 0123'\\")
            .ofMaxLength(12)
            .edgeCases(edges -> edges.add("", "\"", ",", "\r\n", "202407,"));
    List<Arbitrary<String>> values = new ArrayList<>();
    for (Field field : layout.fields()) {
      values.add(field.type() == FieldType.TEXT ? texts : Arbitraries.of(plain(field), ""));
    }
    values.set(0, Arbitraries.just(layout.version().csvVersion()));
    return net.jqwik.api.Combinators.combine(values).as(List::copyOf);
  }

  /** A value that no repair touches. */
  private static String plain(Field field) {
    return field.type() == FieldType.TIME ? "0930" : "1".repeat(Math.max(field.length(), 1));
  }

  private static byte[] written(File file) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (RowWriter writer = new RowWriter(bytes, file.layout(), replacement -> {})) {
      for (List<String> values : file.rows()) {
        writer.write(Row.of(file.layout(), values));
      }
    }
    return bytes.toByteArray();
  }

  private static List<List<String>> read(Layout layout, byte[] bytes, List<Finding> findings)
      throws Exception {
    List<List<String>> rows = new ArrayList<>();
    try (RowReader reader =
        RowReader.open(
            new ByteArrayInputStream(bytes), layout, ReadOptions.tolerant(), findings::add)) {
      for (Row row = reader.next(); row != null; row = reader.next()) {
        rows.add(row.values());
      }
    }
    return rows;
  }
}
