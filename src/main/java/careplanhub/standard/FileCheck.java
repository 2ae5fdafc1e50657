package careplanhub.standard;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The check of one file: its name, its bytes, its fields, rows and the rows together. It streams,
 * and never throws because of what is in a file; what is wrong, even that it cannot be read, is a
 * finding. A file whose name is wrong is checked by the layout that the name's beginning says.
 */
public final class FileCheck {
  private static final int MONTHS_AHEAD = 12;
  private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};

  private final NamedSource source;
  private final CheckOptions options;
  private final FindingList findings;
  private final @Nullable FileName name;
  private final @Nullable String kind;

  FileCheck(NamedSource source, CheckOptions options) {
    this.source = source;
    this.options = options;
    findings = new FindingList(options.findingsPerCode());
    name = readName();
    kind = name == null ? kindOf(source.fileName()) : name.kind();
  }

  /** Checks a file for itself; its companions in a send unit are not asked for. */
  public static FileReport check(NamedSource source, CheckOptions options) {
    return new FileCheck(source, options).run(false).report();
  }

  NamedSource source() {
    return source;
  }

  @Nullable FileName name() {
    return name;
  }

  /** The kind by the name's beginning; null when it says none. */
  @Nullable String kind() {
    return kind;
  }

  /**
   * Reads the file.
   *
   * @param together whether to collect what the rules of its unit compare
   */
  CheckedFile run(boolean together) {
    try (InputStream in = source.bytes().open()) {
      if (kind == null) {
        checkUnknown(in);
      } else if (isImage(kind)) {
        checkImage(in);
      } else {
        return readRows(in, layoutOf(kind), together);
      }
    } catch (IOException e) {
      findings.accept(FindingCode.UNREADABLE.of());
    }
    return new CheckedFile(source.name(), name, kind, null, 0, true, null, null, findings);
  }

  private void checkUnknown(InputStream in) throws IOException {
    Optional<String> foreign = FileSignature.foreign(in.readNBytes(FileSignature.LENGTH));
    findings.accept(foreign.map(FindingCode.NOT_CSV::of).orElseGet(FindingCode.KIND_UNKNOWN::of));
  }

  private void checkImage(InputStream in) throws IOException {
    if (!Arrays.equals(in.readNBytes(JPEG.length), JPEG)) {
      findings.accept(FindingCode.NOT_JPEG.of());
    }
  }

  private CheckedFile readRows(InputStream in, Layout layout, boolean together) throws IOException {
    CheckContext context = new CheckContext(layout, name, options);
    try (CheckedRows rows = new CheckedRows(in, context, together, findings)) {
      rows.readToEnd();
      return rows.checked(this);
    }
  }

  /**
   * The kind that a wrong name begins with: also of {@code UPJSK.CSV} and {@code UPJSK (1).CSV}.
   */
  private static @Nullable String kindOf(String fileName) {
    int end = 0;
    while (end < fileName.length() && isNameCharacter(fileName.charAt(end))) {
      end++;
    }
    return FileName.kindOf(fileName.substring(0, end) + "_").orElse(null);
  }

  private static boolean isNameCharacter(char c) {
    return c == '_' || (c < 0x80 && Character.isLetterOrDigit(c));
  }

  private static boolean isImage(String kind) {
    return FileKinds.data()
        .kind(StandardVersion.V4_1, kind)
        .filter(fileKind -> fileKind.use() == FileKind.Use.IMAGE)
        .isPresent();
  }

  private Layout layoutOf(String kind) {
    StandardVersion version = name == null ? StandardVersion.V4_1 : name.version();
    return Standard.data().layout(version, kind).orElseThrow();
  }

  private @Nullable FileName readName() {
    try {
      ParsedFileName parsed = FileName.read(source.fileName());
      parsed.warnings().forEach(warning -> findings.accept(options.tolerated(warning)));
      tellSwappedTypes(parsed.name());
      tellFarMonth(parsed.name());
      return parsed.name();
    } catch (FileNameException e) {
      findings.accept(e.finding());
      return null;
    }
  }

  /** A slip is made for the next months, so a month far after its serial is a slip of the keys. */
  private void tellFarMonth(FileName name) {
    String month = name.month();
    if (month == null || month.equals(Months.ZERO)) {
      return;
    }
    int ahead = Months.count(month) - Months.count(name.serial().value());
    if (ahead > MONTHS_AHEAD) {
      findings.accept(FindingCode.MONTH_FAR_AHEAD.of());
    }
  }

  /** The 別紙's own example of a result's name has the types the wrong way round. */
  private void tellSwappedTypes(FileName name) {
    boolean result = name.kind().equals("UPJSK") || name.kind().equals("DLTJSK");
    if (result && CareManagement.sends(name) && !CareManagement.receives(name)) {
      findings.accept(FindingCode.RESULT_NAME_SWAPPED.of());
    }
  }
}
