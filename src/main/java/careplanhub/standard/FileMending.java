package careplanhub.standard;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The mending of one file. Used once. */
final class FileMending {
  private static final String IMAGE_NAME = "familyImageFileName";

  private final NamedSource source;
  private final ReadOptions reading;
  private final List<Mend> mends = new ArrayList<>();
  private final List<Finding> refusals = new ArrayList<>();
  private final Map<FindingCode, Counted> versions = new LinkedHashMap<>();
  private final @Nullable FileName name;
  private boolean written;
  private long line;

  /** The first place of something, and in how many it is. */
  private record Counted(Finding first, long count) {}

  FileMending(NamedSource source, ReadOptions reading) {
    this.source = source;
    this.reading = reading;
    this.name = readName(source.fileName());
  }

  /** The name as the standard writes it; null when it is none. */
  @Nullable FileName name() {
    return name;
  }

  /** Whether it was written, and every record of it. */
  boolean isWhole() {
    return written && refusals.isEmpty();
  }

  /** By line and column, what is about the whole file first. */
  List<Mend> mends() {
    return mends.stream()
        .sorted(
            Comparator.<Mend>comparingLong(mend -> mend.line() == null ? 0 : mend.line())
                .thenComparingInt(mend -> mend.column() == null ? 0 : mend.column()))
        .toList();
  }

  /** The errors because of which it is not whole. */
  List<Finding> refusals() {
    return refusals;
  }

  void writeInto(MendedFiles mended) throws IOException {
    FileName target = Objects.requireNonNull(name);
    try (OutputStream out = mended.create(target)) {
      if (target.isImage()) {
        copy(out);
      } else {
        write(target, out);
      }
    }
    written = true;
    versions.values().forEach(seen -> Mend.of(seen.first(), seen.count()).ifPresent(mends::add));
  }

  private @Nullable FileName readName(String text) {
    try {
      ParsedFileName parsed = FileName.read(text);
      parsed.warnings().forEach(this::note);
      noteExtension(parsed.name(), text);
      return parsed.name();
    } catch (FileNameException e) {
      refusals.add(e.finding());
      return null;
    }
  }

  /** The case of a picture's extension needs no word when it is read, but it is written one way. */
  private void noteExtension(FileName read, String text) {
    if (read.isImage() && !text.endsWith(read.fileKind().extension())) {
      note(FindingCode.NAME_EXTENSION_CASE.of());
    }
  }

  private void note(Finding finding) {
    if (finding.isError()) {
      refusals.add(finding);
    } else {
      Mend.of(finding).ifPresent(mends::add);
    }
  }

  private void copy(OutputStream out) throws IOException {
    try (InputStream in = source.bytes().open()) {
      in.transferTo(out);
    }
  }

  private void write(FileName target, OutputStream out) throws IOException {
    Layout layout = Standard.data().layout(target.version(), target.kind()).orElseThrow();
    try (InputStream in = source.bytes().open();
        RowReader reader = RowReader.open(in, layout, reading, this::note)) {
      RowWriter writer = new RowWriter(out, layout, this::noteReplacement);
      for (Row row = reader.next(); row != null; row = reader.next()) {
        line = row.line();
        write(mended(row, target), writer);
      }
      writer.flush();
    }
  }

  /** What reading has told, such as 外字, is not told again. */
  private void write(Row row, RowWriter writer) throws IOException {
    try {
      writer.write(row);
    } catch (UnwritableException e) {
      if (refusals.isEmpty()) {
        refusals.add(e.finding());
      }
    }
  }

  private void noteReplacement(Replacement replaced) {
    boolean endOfDay = replaced.from().equals(DayEnd.READ);
    FindingCode code = endOfDay ? FindingCode.TIME_2400 : FindingCode.CHARACTER_REPLACED;
    note(code.at(line, 0, replaced.field()));
  }

  private Row mended(Row row, FileName target) {
    Row mended = row;
    Optional<FindingCode> version = VersionText.otherThanMeant(row, target);
    if (version.isPresent()) {
      Field field = row.layout().field("csvVersion");
      Counted seen = versions.get(version.get());
      Finding first = seen == null ? version.get().at(row, field) : seen.first();
      versions.put(version.get(), new Counted(first, seen == null ? 1 : seen.count() + 1));
      mended = mended.with("csvVersion", target.version().csvVersion());
    }
    return row.layout().has(IMAGE_NAME) ? withImageName(mended) : mended;
  }

  /** The picture's file gets the name that the standard writes, so the record names that. */
  private Row withImageName(Row row) {
    String text = row.get(IMAGE_NAME);
    try {
      String right = text.isEmpty() ? text : FileName.parse(text).format();
      if (right.equals(text)) {
        return row;
      }
      note(FindingCode.NAME_EXTENSION_CASE.at(row, row.layout().field(IMAGE_NAME)));
      return row.with(IMAGE_NAME, right);
    } catch (FileNameException e) {
      return row;
    }
  }
}
