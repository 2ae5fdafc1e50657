package careplanhub.lab;

import careplanhub.office.ClientFolder;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The person who sits at the official client: uploads each folder that the hub hands over, fills
 * 送信済 in its checklist and drops the checklist back. For one thread.
 */
final class DemoClerk {
  private static final Charset MS932 = Charset.forName("windows-31j");
  private static final String NAME = "架空 花子";

  private final Path client;
  private final ClientStandIn official;
  private final Set<String> done = new HashSet<>();

  /**
   * @param office the office's folder
   * @param official where the person uploads
   */
  DemoClerk(Path office, ClientStandIn official) {
    this.client = office.resolve(ClientFolder.DEFAULT_FOLDER);
    this.official = official;
  }

  /** Does what lies there to be done. */
  void work() throws IOException {
    Path handOver = client.resolve("送信");
    for (Path folder : folders(handOver)) {
      String name = Objects.requireNonNull(folder.getFileName()).toString();
      if (done.add(name)) {
        official.upload(folder.resolve("データ"));
        Files.write(handOver.resolve(name + "-記入済.csv"), filled(folder.resolve("チェックリスト.csv")));
      }
    }
  }

  private static List<Path> folders(Path handOver) throws IOException {
    if (!Files.isDirectory(handOver)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(handOver)) {
      return all.filter(Files::isDirectory).sorted().toList();
    }
  }

  /** The last two columns are 送信済 and 担当者. */
  private static byte[] filled(Path checklist) throws IOException {
    StringWriter text = new StringWriter();
    try (CsvReader<CsvRecord> lines =
            CsvReader.builder().ofCsvRecord(Files.readString(checklist, MS932));
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
      for (CsvRecord line : lines) {
        List<String> cells = new ArrayList<>(line.getFields());
        if (line.getStartingLineNumber() > 1) {
          cells.set(cells.size() - 2, "済");
          cells.set(cells.size() - 1, NAME);
        }
        csv.writeRecord(cells);
      }
    }
    return text.toString().getBytes(MS932);
  }
}
