package careplanhub.lab.bench;

import careplanhub.lab.SyntheticOffice;
import careplanhub.vendor.Adapter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.runner.RunnerException;

/**
 * Measures what the translation by an adapter costs beside the codec (reading, checking and writing
 * the standard, {@link CodecBench}) on the same rows in the same run. In each round the codec and
 * both directions are measured one after the other by JMH, each in a program of its own.
 */
public final class TranslateBench {
  private final Path folder;
  private final Path vendors;
  private final Adapter adapter;
  private final CodecBench.Effort effort;

  /** Told of what is measured. */
  public interface Progress {
    /**
     * The files are made.
     *
     * @param kinds of files of the standard
     * @param serviceTypes whose rows the adapter carries
     * @param rows of one pass
     */
    void prepared(List<String> kinds, List<String> serviceTypes, long rows);

    /** A round was measured; its number is counted from 1. */
    void measured(int number, TranslateFigures.Round round);
  }

  /**
   * A benchmark.
   *
   * @param folder an empty folder for the files
   * @param vendors the folder of the adapters, where the other programs find it, too
   * @param adapter one of them
   */
  public TranslateBench(Path folder, Path vendors, Adapter adapter, CodecBench.Effort effort) {
    this.folder = folder;
    this.vendors = vendors;
    this.adapter = adapter;
    this.effort = effort;
  }

  /**
   * Makes the files, looks that all rows come through both ways, and measures.
   *
   * @throws IOException when files cannot be written, or the adapter carries none of the rows
   * @throws RunnerException when JMH cannot run or a pass fails
   */
  public TranslateFigures run(Progress progress) throws IOException, RunnerException {
    TranslateFiles files = new TranslateFiles(adapter);
    List<SyntheticOffice> offices = files.carried(folder.resolve("tried"));
    if (files.kinds().isEmpty() || offices.isEmpty()) {
      throw new IOException("The generator makes no rows that " + adapter.name() + " carries");
    }
    TranslateFolder rows = new TranslateFolder(Files.createDirectories(folder.resolve("rows")));
    long count = files.write(rows, offices, effort.rows());
    progress.prepared(
        files.kinds(),
        offices.stream().map(office -> office.type().value()).sorted().distinct().toList(),
        count);
    List<TranslateFigures.Round> rounds = new ArrayList<>();
    for (int number = 1; number <= effort.rounds(); number++) {
      TranslateFigures.Round round = round(rows, count);
      rounds.add(round);
      progress.measured(number, round);
    }
    return new TranslateFigures(adapter.name(), count, rounds);
  }

  private TranslateFigures.Round round(TranslateFolder rows, long count) throws RunnerException {
    Passes passes = new Passes(effort.warmUps(), effort.passes());
    Map<String, String> parameters =
        Map.of(
            "folder",
            rows.path().toString(),
            "vendors",
            vendors.toAbsolutePath().toString(),
            "adapter",
            adapter.name());
    double codec =
        passes.nanoseconds(
            CodecBenchmark.class, "hub", Map.of("folder", rows.standard().toString()));
    double toStandard = passes.nanoseconds(TranslateBenchmark.class, "toStandard", parameters);
    double fromStandard = passes.nanoseconds(TranslateBenchmark.class, "fromStandard", parameters);
    return new TranslateFigures.Round(count / codec, count / toStandard, count / fromStandard);
  }
}
