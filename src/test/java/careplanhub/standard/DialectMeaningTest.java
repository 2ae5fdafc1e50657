package careplanhub.standard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever the dialect, a tolerant reading gives what the rows meant, and finds no error. */
class DialectMeaningTest {
  /** A layout and some rows of it. */
  record File(Layout layout, List<List<String>> rows) {}

  @Property(tries = 1500)
  void aDialectNeverChangesWhatAFieldMeans(
      @ForAll("files") File file, @ForAll("dialects") Dialect dialect) throws Exception {
    List<Finding> findings = new ArrayList<>();
    List<Row> rows = file.rows().stream().map(values -> Row.of(file.layout(), values)).toList();

    byte[] bytes = DialectTest.written(dialect, file.layout(), rows);

    List<List<String>> read = new ArrayList<>();
    try (RowReader reader =
        RowReader.open(
            new ByteArrayInputStream(bytes),
            file.layout(),
            ReadOptions.tolerant(),
            findings::add)) {
      for (Row row = reader.next(); row != null; row = reader.next()) {
        read.add(row.values());
      }
    }
    boolean sorts = dialect.sorts(file.layout());
    assertEquals(meaning(file.layout(), file.rows(), sorts), meaning(file.layout(), read, sorts));
    assertEquals(List.of(), findings.stream().filter(Finding::isError).toList());
  }

  /**
   * What is left when the width of kana, the version's text, the declared order and the name of
   * midnight do not count.
   */
  private static List<List<String>> meaning(
      Layout layout, List<List<String>> rows, boolean sorted) {
    List<List<String>> meanings = new ArrayList<>();
    for (List<String> row : rows) {
      List<String> meaning = new ArrayList<>(row);
      meaning.set(0, layout.version().label());
      for (int i = 0; i < row.size(); i++) {
        if (layout.fields().get(i).key().endsWith("Kana")) {
          meaning.set(i, KanaWidth.full(row.get(i)));
        }
        if (DayEnd.isEnd(layout, layout.fields().get(i)) && row.get(i).equals(DayEnd.READ)) {
          meaning.set(i, DayEnd.WRITTEN);
        }
      }
      meanings.add(meaning);
    }
    if (sorted) {
      meanings.sort(Comparator.comparing(Object::toString));
    }
    return meanings;
  }

  @Provide
  Arbitrary<Dialect> dialects() {
    Arbitrary<List<String>> orders =
        Arbitraries.of("insuredNumber", "serviceDate", "serviceStart", "serviceTypeCode")
            .list()
            .uniqueElements()
            .ofMaxSize(3);
    return Combinators.combine(
            Arbitraries.of(Dialect.Quoting.values()),
            Arbitraries.of(Dialect.Zeros.values()),
            Arbitraries.of(Dialect.Times.values()),
            Arbitraries.of(Dialect.Kana.values()),
            orders,
            Arbitraries.of(Dialect.Extension.values()),
            Arbitraries.of(Dialect.CSV_VERSIONS),
            Arbitraries.of(true, false))
        .as(Dialect::new);
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
            .withChars("あ漢ｱｶﾞﾟカガパヴヰ・ー髙①～－,,,\"\"\"\r\n\t 　0123'")
            .ofMaxLength(8)
            .edgeCases(edges -> edges.add("", "\"", ",", "\r\n", "202407,", " ", "カﾞ"));
    List<Arbitrary<String>> values = new ArrayList<>();
    for (Field field : layout.fields()) {
      values.add(field.type() == FieldType.TEXT ? texts : value(field));
    }
    values.set(0, Arbitraries.just(layout.version().csvVersion()));
    return Combinators.combine(values).as(List::copyOf);
  }

  /** Values that no repair touches as they stand: whole ones, with and without leading zeros. */
  private static Arbitrary<String> value(Field field) {
    if (field.type() == FieldType.TIME) {
      return Arbitraries.of("0930", "0005", "0000", "2359", "2400", "9999", "");
    }
    int length = Math.max(field.length(), 1);
    List<String> values = new ArrayList<>(List.of("1".repeat(length), "0".repeat(length), ""));
    if (length > 1) {
      values.add("0" + "1".repeat(length - 1));
      values.add("0".repeat(length - 1) + "1");
    }
    if (field.codes() != null) {
      values.addAll(Standard.data().codes(field.codes()).keySet());
    }
    return Arbitraries.of(values);
  }
}
