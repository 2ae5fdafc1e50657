package careplanhub.standard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A right file that was written in another way comes out as it was, byte for byte. */
class MendingRoundTripTest {
  private static final Charset MS932 = Charset.forName("windows-31j");

  @Property(tries = 400)
  void whatWasRightIsRightAgain(
      @ForAll("kinds") String kind,
      @ForAll("dialects") Dialect dialect,
      @ForAll boolean unicode,
      @ForAll boolean mark,
      @ForAll boolean otherLineEnd,
      @ForAll boolean unfinished)
      throws Exception {
    FileName name = FileName.parse(RuleExample.name(kind));
    String right = RuleExample.text(kind, 1);
    String text = spoken(dialect, name, right);
    if (otherLineEnd) {
      text = text.replace("\r\n", "\n");
    }
    if (unfinished) {
      text = text.stripTrailing();
    }
    byte[] bytes = unicode ? unicode(text, mark) : text.getBytes(MS932);

    assertEquals(right, mended(dialect.fileName(name), bytes));
  }

  private static byte[] unicode(String text, boolean mark) {
    return ((mark ? "\uFEFF" : "") + text).getBytes(StandardCharsets.UTF_8);
  }

  private static String spoken(Dialect dialect, FileName name, String right) throws Exception {
    Layout layout = Standard.data().layout(name.version(), name.kind()).orElseThrow();
    List<Row> rows = new ArrayList<>();
    try (RowReader reader =
        RowReader.open(
            new ByteArrayInputStream(right.getBytes(MS932)),
            layout,
            ReadOptions.strict(),
            finding -> {})) {
      for (Row row = reader.next(); row != null; row = reader.next()) {
        rows.add(row);
      }
    }
    return new String(DialectTest.written(dialect, layout, rows), MS932);
  }

  private static String mended(String name, byte[] bytes) throws Exception {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    MendedFiles memory =
        new MendedFiles() {
          @Override
          public OutputStream create(FileName unused) {
            return file;
          }

          @Override
          public InputStream open(FileName unused) {
            return new ByteArrayInputStream(file.toByteArray());
          }
        };
    MendingReport report =
        Mending.mend(
                List.of(new NamedSource(name, () -> new ByteArrayInputStream(bytes))),
                CheckOptions.tolerant(),
                memory)
            .get(0);
    assertNotNull(report.name(), () -> report.findings().toString());
    assertEquals(RuleExample.name(report.name().kind()), report.name().format());
    return file.toString(MS932);
  }

  /** The kinds whose example file is right when it is checked alone. */
  @Provide
  Arbitrary<String> kinds() {
    Set<String> kinds = Standard.data().layoutsOf(StandardVersion.V4_1).keySet();
    return Arbitraries.of(
        kinds.stream()
            .filter(
                kind ->
                    !FileCheck.check(
                            new NamedSource(
                                RuleExample.name(kind),
                                () ->
                                    new ByteArrayInputStream(
                                        RuleExample.text(kind, 1).getBytes(MS932))),
                            CheckOptions.tolerant())
                        .hasErrors())
            .sorted()
            .toList());
  }

  /** Those that change no width and no order. */
  @Provide
  Arbitrary<Dialect> dialects() {
    return Combinators.combine(
            Arbitraries.of(Dialect.Quoting.values()),
            Arbitraries.of(Dialect.Zeros.values()),
            Arbitraries.of(Dialect.Times.values()),
            Arbitraries.of(Dialect.Extension.values()),
            Arbitraries.of(Dialect.CSV_VERSIONS),
            Arbitraries.of(true, false))
        .as(
            (quoting, zeros, times, extension, version, header) ->
                new Dialect(
                    quoting,
                    zeros,
                    times,
                    Dialect.Kana.KEPT,
                    List.of(),
                    extension,
                    version,
                    header));
  }
}
