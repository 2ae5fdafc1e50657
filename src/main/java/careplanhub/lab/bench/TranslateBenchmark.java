package careplanhub.lab.bench;

import careplanhub.office.ConfigurationException;
import careplanhub.vendor.Adapters;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * One pass of an adapter over all files of a {@link TranslateFolder}, on one thread: a file is read
 * from the disk, and what comes out goes nowhere.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class TranslateBenchmark {
  /** The folder of the rows. */
  @Param("")
  public String folder = "";

  /** The folder of the adapters. */
  @Param("")
  public String vendors = "";

  /** The adapter's name. */
  @Param("")
  public String adapter = "";

  private List<Path> files = List.of();
  private @Nullable Translations translations;

  /** Loads the adapter and the offices' tables. */
  @Setup
  public void load() throws IOException, ConfigurationException {
    TranslateFolder rows = new TranslateFolder(Path.of(folder));
    files = rows.standardFiles();
    translations =
        new Translations(Adapters.load(Path.of(vendors)).named(adapter).orElseThrow(), rows);
  }

  /** Translates the vendor's files; returns the number of rows. */
  @Benchmark
  public long toStandard() throws IOException {
    long rows = 0;
    for (Path file : files) {
      rows += loaded().toStandard(file, OutputStream.nullOutputStream());
    }
    return rows;
  }

  /** Translates the files of the standard; returns the number of rows. */
  @Benchmark
  public long fromStandard() throws IOException {
    long rows = 0;
    for (Path file : files) {
      rows += loaded().fromStandard(file, OutputStream.nullOutputStream());
    }
    return rows;
  }

  private Translations loaded() {
    if (translations == null) {
      throw new IllegalStateException("JMH has not set this up");
    }
    return translations;
  }
}
