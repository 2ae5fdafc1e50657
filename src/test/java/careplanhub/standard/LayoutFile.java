package careplanhub.standard;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Rows of one layout, as properties make them up. */
record LayoutFile(Layout layout, List<List<String>> rows) {

  /** Some rows of any layout, of both versions, with texts that are hard to write. */
  static Arbitrary<LayoutFile> any() {
    return Arbitraries.of(StandardVersion.values())
        .flatMap(version -> Arbitraries.of(Standard.data().layoutsOf(version).values()))
        .flatMap(
            layout ->
                row(layout)
                    .list()
                    .ofMinSize(1)
                    .ofMaxSize(3)
                    .flatMap(few -> Arbitraries.of(few).list().ofMinSize(1).ofMaxSize(5))
                    .map(rows -> new LayoutFile(layout, rows)));
  }

  private static Arbitrary<List<String>> row(Layout layout) {
    Arbitrary<String> texts =
        Arbitraries.strings()
            .withChars("あ漢ｱ髙①～－∥abc,,,\"\"\"\r\n\t 0123'\\=;#")
            .ofMaxLength(12)
            .edgeCases(edges -> edges.add("", "\"", ",", "\r\n", "202407,", " ", "#", "\\\""));
    List<Arbitrary<String>> values = new ArrayList<>();
    for (Field field : layout.fields()) {
      values.add(field.type() == FieldType.TEXT ? texts : Arbitraries.of(plain(field), ""));
    }
    values.set(0, Arbitraries.just(layout.version().csvVersion()));
    return Combinators.combine(values).as(List::copyOf);
  }

  /** A value that no repair touches. */
  static String plain(Field field) {
    return field.type() == FieldType.TIME ? "0930" : "1".repeat(Math.max(field.length(), 1));
  }

  /** The file as our writer writes it; a replacement fails. */
  byte[] written() throws IOException, UnwritableException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (RowWriter writer =
        new RowWriter(
            bytes,
            layout,
            replacement -> {
              throw new AssertionError("nothing here needs a replacement");
            })) {
      for (List<String> values : rows) {
        writer.write(Row.of(layout, values));
      }
    }
    return bytes.toByteArray();
  }

  /** The rows that our reader finds in bytes. */
  static List<List<String>> read(Layout layout, byte[] bytes, List<Finding> findings)
      throws IOException {
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
