package careplanhub.lab.bench;

import careplanhub.standard.CheckOptions;
import careplanhub.standard.CheckedRows;
import careplanhub.standard.FileName;
import careplanhub.standard.FileNameException;
import careplanhub.standard.Layout;
import careplanhub.standard.Row;
import careplanhub.standard.RowWriter;
import careplanhub.standard.Standard;
import careplanhub.standard.UnwritableException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * One pass over a folder of CSV files of the standard, on one thread: by the hub's own reader,
 * checks and writer, and by {@link CodecFloor}. Both read the same files and write to nowhere.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CodecBenchmark {
  /** The folder. */
  @Param("")
  public String folder = "";

  private List<Path> files = List.of();

  /** Looks which files there are. */
  @Setup
  public void list() throws IOException {
    try (Stream<Path> found = Files.list(Path.of(folder))) {
      files = found.sorted().toList();
    }
  }

  /** Reads and writes all files without a check; returns the number of rows. */
  @Benchmark
  public long floor() throws IOException, FileNameException {
    long rows = 0;
    for (Path file : files) {
      rows += floor(file, OutputStream.nullOutputStream());
    }
    return rows;
  }

  /** Reads, checks and writes all files; returns the number of rows. */
  @Benchmark
  public long hub() throws IOException, FileNameException, UnwritableException {
    long rows = 0;
    for (Path file : files) {
      rows += hub(file, OutputStream.nullOutputStream());
    }
    return rows;
  }

  static long floor(Path file, OutputStream out) throws IOException, FileNameException {
    FileName name = name(file);
    Layout layout = Standard.data().layout(name.version(), name.kind()).orElseThrow();
    try (InputStream in = Files.newInputStream(file)) {
      return CodecFloor.copy(in, out, layout);
    }
  }

  static long hub(Path file, OutputStream out)
      throws IOException, FileNameException, UnwritableException {
    FileName name = name(file);
    Layout layout = Standard.data().layout(name.version(), name.kind()).orElseThrow();
    try (CheckedRows rows =
            CheckedRows.open(Files.newInputStream(file), name, CheckOptions.tolerant());
        RowWriter writer =
            new RowWriter(
                out,
                layout,
                replaced -> {
                  throw new IllegalStateException("the generator made a foreign character");
                })) {
      for (Row row = rows.next(); row != null; row = rows.next()) {
        writer.write(row);
      }
      if (!rows.findings().isEmpty()) {
        throw new IllegalStateException("the generator made a file with findings");
      }
      return writer.records();
    }
  }

  private static FileName name(Path file) throws FileNameException {
    return FileName.parse(Objects.requireNonNull(file.getFileName()).toString());
  }
}
