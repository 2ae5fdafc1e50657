package careplanhub.standard;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What was written is read again as it was, in every layout. */
class RoundTripTest {
  @Property(tries = 300)
  void readingWhatWasWrittenIsTheIdentity(@ForAll("files") LayoutFile file) throws Exception {
    List<Finding> findings = new ArrayList<>();
    byte[] bytes = file.written();
    assertEquals(file.rows(), LayoutFile.read(file.layout(), bytes, findings));
    assertEquals(List.of(), findings);
  }

  @Property(tries = 100)
  void writingWhatWasReadGivesTheSameBytes(@ForAll("files") LayoutFile file) throws Exception {
    byte[] bytes = file.written();
    assertArrayEquals(
        bytes,
        new LayoutFile(file.layout(), LayoutFile.read(file.layout(), bytes, new ArrayList<>()))
            .written());
  }

  @Property(tries = 200)
  void whereverAFileIsCutItIsReadToTheEndWithoutAFailure(
      @ForAll("files") LayoutFile file, @ForAll int cut) throws Exception {
    byte[] bytes = file.written();
    int length = Math.floorMod(cut, bytes.length + 1);
    List<List<String>> rows =
        LayoutFile.read(file.layout(), java.util.Arrays.copyOf(bytes, length), new ArrayList<>());
    int whole = Math.max(rows.size() - 1, 0);
    assertEquals(file.rows().subList(0, whole), rows.subList(0, whole));
  }

  @Property(tries = 50)
  void howTheBytesArriveDoesNotMatter(
      @ForAll("files") LayoutFile file,
      @ForAll @IntRange(min = 0, max = 400) int ascii,
      @ForAll @IntRange(min = 1, max = 20_000) int chunk)
      throws Exception {
    List<String> plain =
        file.layout().fields().stream()
            .map(field -> field.number() == 1 ? file.rows().get(0).get(0) : "1")
            .toList();
    List<List<String>> rows = new ArrayList<>(Collections.nCopies(ascii, plain));
    rows.addAll(file.rows());
    byte[] bytes = new LayoutFile(file.layout(), rows).written();
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
    for (StandardVersion version : StandardVersion.values()) {
      for (Layout layout : Standard.data().layoutsOf(version).values()) {
        LayoutFile.read(layout, bytes, new ArrayList<>());
      }
    }
  }

  @Provide
  Arbitrary<LayoutFile> files() {
    return LayoutFile.any();
  }
}
