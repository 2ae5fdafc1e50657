package careplanhub.lab.bench;

import careplanhub.standard.FileNameException;
import careplanhub.standard.UnwritableException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
import org.openjdk.jmh.runner.RunnerException;

/**
 * Measures what reading, checking and writing cost beside the floor of the same run. In each round
 * the floor and the hub are measured one after the other by JMH, each in a program of its own, so
 * that neither profits from the other's warm-up and a busy machine slows both.
 */
public final class CodecBench {
  private final Path folder;
  private final String kind;
  private final Effort effort;

  /**
   * How long to measure.
   *
   * @param rows at least so many, in whole files
   * @param rounds how often floor and hub are measured in turn
   * @param warmUps how often all rows are passed before it counts, in each round
   * @param passes how often all rows are passed then; their median counts
   */
  public record Effort(long rows, int rounds, int warmUps, int passes) {}

  /** Told of each round. */
  @FunctionalInterface
  public interface Progress {
    /** A round was measured; its number is counted from 1. */
    void measured(int number, CodecFigures.Round round);
  }

  /**
   * A benchmark.
   *
   * @param folder an empty folder for the files
   * @param kind of files, such as UPJSK
   */
  public CodecBench(Path folder, String kind, Effort effort) {
    this.folder = folder;
    this.kind = kind;
    this.effort = effort;
  }

  /** Whether there are files of a kind to measure with. */
  public static boolean knows(String kind) {
    return new CodecFiles(kind).canBeMade();
  }

  /**
   * Makes the files, looks that both ways give the same bytes again, and measures.
   *
   * @throws RunnerException when JMH cannot run or a pass fails
   */
  public CodecFigures run(Progress progress) throws IOException, RunnerException {
    long rows = new CodecFiles(kind).write(folder, effort.rows());
    verify();
    List<CodecFigures.Round> rounds = new ArrayList<>();
    for (int number = 1; number <= effort.rounds(); number++) {
      double floor = nanoseconds("floor");
      double hub = nanoseconds("hub");
      CodecFigures.Round round = new CodecFigures.Round(rows / floor, rows / hub);
      rounds.add(round);
      progress.measured(number, round);
    }
    return new CodecFigures(rows, rounds);
  }

  /** All rows once through a way, in seconds' billionths. */
  private double nanoseconds(String way) throws RunnerException {
    return new Passes(effort.warmUps(), effort.passes())
        .nanoseconds(CodecBenchmark.class, way, Map.of("folder", folder.toString()));
  }

  /** A figure for a way that loses something would be worth nothing. */
  private void verify() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        long expected = checksum(out -> Files.copy(file, out));
        if (checksum(out -> CodecBenchmark.floor(file, out)) != expected
            || checksum(out -> CodecBenchmark.hub(file, out)) != expected) {
          throw new IllegalStateException("What was read is not what was written");
        }
      }
    }
  }

  private static long checksum(Writing writing) throws IOException {
    CRC32 sum = new CRC32();
    try (OutputStream out = new CheckedOutputStream(OutputStream.nullOutputStream(), sum)) {
      writing.to(out);
    } catch (FileNameException | UnwritableException e) {
      throw new IllegalStateException("The generator made what the hub refuses", e);
    }
    return sum.getValue();
  }

  /** One way of writing a file. */
  @FunctionalInterface
  private interface Writing {
    void to(OutputStream out) throws IOException, FileNameException, UnwritableException;
  }
}
