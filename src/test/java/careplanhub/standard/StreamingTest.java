package careplanhub.standard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A file of half a million rows (some 100 MB) goes through reader and writer in a tiny heap. */
@Tag("large")
class StreamingTest {
  private static final int ROWS = 500_000;
  private static final String HEAP = "-Xmx24m";

  @Test
  void halfAMillionRowsNeedNoMemoryForMoreThanOne() throws Exception {
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                Copy.class.getName())
            .inheritIO()
            .start();
    try {
      assertTrue(child.waitFor(2, TimeUnit.MINUTES), "the copy came to an end");
      assertEquals(0, child.exitValue());
    } finally {
      child.destroyForcibly();
    }
  }

  /** Copies made rows and fails when one is lost or told of. */
  static final class Copy {
    public static void main(String[] arguments) throws Exception {
      Layout layout = Standard.data().layout(StandardVersion.V4_1, "UPJSK").orElseThrow();
      long[] told = {0};
      try (RowReader reader =
              RowReader.open(rows(layout), layout, ReadOptions.tolerant(), finding -> told[0]++);
          RowWriter writer =
              new RowWriter(OutputStream.nullOutputStream(), layout, replacement -> told[0]++)) {
        for (Row row = reader.next(); row != null; row = reader.next()) {
          writer.write(row);
        }
        if (writer.records() != ROWS || told[0] > 0) {
          throw new IllegalStateException(writer.records() + " rows, " + told[0] + " told");
        }
      }
    }

    private static InputStream rows(Layout layout) {
      StringBuilder row = new StringBuilder();
      for (Field field : layout.fields()) {
        row.append(field.number() == 1 ? "202407" : ",");
        if (field.type() == FieldType.TEXT) {
          row.append("\"訪問介護　山田花子\"");
        } else if (field.number() > 1) {
          row.append(field.type() == FieldType.TIME ? "0930" : "1".repeat(field.length()));
        }
      }
      byte[] bytes = row.append("\r\n").toString().getBytes(Charset.forName("windows-31j"));
      return new InputStream() {
        private int place;
        private int left = ROWS;

        @Override
        public int read() throws IOException {
          byte[] one = new byte[1];
          return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
        }

        @Override
        public int read(byte[] target, int from, int length) {
          if (left == 0) {
            return -1;
          }
          int count = Math.min(length, bytes.length - place);
          System.arraycopy(bytes, place, target, from, count);
          place = (place + count) % bytes.length;
          left -= place == 0 ? 1 : 0;
          return count;
        }
      };
    }
  }
}
