package careplanhub.hub;

import careplanhub.hub.OutgoingWork.Part;
import careplanhub.hub.OutgoingWork.StandardFile;
import careplanhub.standard.Dialect;
import careplanhub.standard.DialectWriter;
import careplanhub.standard.FileName;
import careplanhub.standard.Layout;
import careplanhub.standard.ReadOptions;
import careplanhub.standard.Replacement;
import careplanhub.standard.Row;
import careplanhub.standard.RowReader;
import careplanhub.standard.Standard;
import careplanhub.standard.UnwritableException;
import careplanhub.standard.UserIdentity;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Reads files of the standard tolerantly and writes them strictly: MS932, CRLF, free text quoted.
 * Safe for every thread.
 */
final class Rewriting {
  /** The field of a row that names the picture that travels with it. */
  static final String IMAGE_FIELD = "familyImageFileName";

  private final ReadOptions reading;

  /**
   * @param reading the bounds by which files were checked, so that no row is passed over here
   */
  Rewriting(ReadOptions reading) {
    this.reading = reading;
  }

  /**
   * The part with the rows of some users only; a file that keeps no row is left out, and so is a
   * picture that belongs to a user who is left out.
   */
  Part only(Part part, Predicate<UserIdentity> users) throws IOException, UnwritableException {
    Set<String> others = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    List<StandardFile> files = new ArrayList<>();
    for (StandardFile file : part.files()) {
      StandardFile kept = rewrite(file, Dialect.STANDARD, users, row -> row, replacement -> {});
      if (kept != null) {
        files.add(kept);
      }
      if (file.name().isImage() || !layout(file.name()).has(IMAGE_FIELD)) {
        continue;
      }
      read(
          file,
          row -> {
            if (!users.test(row.user())) {
              others.add(row.get(IMAGE_FIELD));
            }
          });
    }
    files.removeIf(file -> file.name().isImage() && others.contains(file.name().format()));
    return new Part(files);
  }

  /**
   * The file written strictly, in a receiver's dialect.
   *
   * @param users whose rows are kept
   * @param change what else changes in a row
   * @param replaced told of each character that MS932 lacks and the standard's table replaces
   * @return null when no row is kept; the same file when it is written so already
   * @throws UnwritableException when a character cannot be written
   */
  @Nullable StandardFile rewrite(
      StandardFile file,
      Dialect dialect,
      Predicate<UserIdentity> users,
      UnaryOperator<Row> change,
      Consumer<Replacement> replaced)
      throws IOException, UnwritableException {
    if (file.name().isImage()) {
      return file;
    }
    Layout layout = layout(file.name());
    Written bytes = new Written(file.bytes().length);
    boolean sorts = dialect.sorts(layout);
    boolean empty = true;
    try (DialectWriter writer = new DialectWriter(bytes, layout, dialect, replaced);
        RowReader reader = open(file)) {
      List<Row> unsorted = new ArrayList<>();
      for (Row row = reader.next(); row != null; row = reader.next()) {
        if (users.test(row.user())) {
          empty = false;
          Row changed = change.apply(asWritten(row));
          if (sorts) {
            unsorted.add(changed);
          } else {
            writer.write(changed);
          }
        }
      }
      for (Row row : dialect.sorted(layout, unsorted)) {
        writer.write(row);
      }
    }
    return empty ? null : bytes.as(file);
  }

  /** What was written, which is most often what was read. */
  private static final class Written extends ByteArrayOutputStream {
    Written(int size) {
      super(size);
    }

    StandardFile as(StandardFile file) {
      return Arrays.equals(buf, 0, count, file.bytes(), 0, file.bytes().length)
          ? file
          : new StandardFile(file.name(), toByteArray());
    }
  }

  /**
   * A row as this version writes it: software is known to put another CSVバージョン into files of this
   * shape.
   */
  static Row asWritten(Row row) {
    String version = row.layout().version().csvVersion();
    return row.get("csvVersion").equals(version) ? row : row.with("csvVersion", version);
  }

  /** The rows as a file, written strictly. */
  static byte[] write(Layout layout, List<Row> rows, Consumer<Replacement> replaced)
      throws IOException, UnwritableException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DialectWriter writer = new DialectWriter(bytes, layout, Dialect.STANDARD, replaced)) {
      for (Row row : rows) {
        writer.write(row);
      }
    }
    return bytes.toByteArray();
  }

  /** Hands out each readable row of a file. */
  void read(StandardFile file, Consumer<Row> rows) throws IOException {
    try (RowReader reader = open(file)) {
      for (Row row = reader.next(); row != null; row = reader.next()) {
        rows.accept(row);
      }
    }
  }

  private RowReader open(StandardFile file) throws IOException {
    return RowReader.open(
        new ByteArrayInputStream(file.bytes()), layout(file.name()), reading, finding -> {});
  }

  static Layout layout(FileName name) {
    return Standard.data().layout(name.version(), name.kind()).orElseThrow();
  }
}
