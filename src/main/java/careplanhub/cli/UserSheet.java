package careplanhub.cli;

import careplanhub.vendor.UnmatchedUser;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A table of users of whom nobody has said who they are, for a person to fill in the numbers. */
final class UserSheet {
  private static final String NAME = "users-要確認.csv";
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private UserSheet() {}

  /**
   * The table, in the shape of {@code users.csv}.
   *
   * @param columns that tell a user
   */
  static TranslatedFile of(List<String> columns, List<UnmatchedUser> users) {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
      List<String> header = new ArrayList<>(columns);
      header.addAll(List.of("保険者番号", "被保険者番号"));
      csv.writeRecord(header.stream().distinct().toList());
      for (UnmatchedUser user : users) {
        List<String> line = new ArrayList<>(user.words());
        header.stream().distinct().skip(line.size()).forEach(empty -> line.add(""));
        csv.writeRecord(line);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new TranslatedFile(NAME, (BYTE_ORDER_MARK + text).getBytes(StandardCharsets.UTF_8));
  }
}
