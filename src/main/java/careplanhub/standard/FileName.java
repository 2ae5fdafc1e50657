package careplanhub.standard;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The name of a file of the standard (2.4, 3.4), in its parts.
 *
 * <p>The canonical constructor throws IllegalArgumentException when the parts do not make a name: a
 * part that the kind has not, or lacks, or a kind that the version has not.
 *
 * @param version whose form the name has: V3.2 has no service types
 * @param kind the file's kind, such as UPJSK
 * @param month 対象年月 of six digits, 000000 for a supplement beside a plan; null when names of the
 *     kind have none
 * @param from the sending office
 * @param fromType the sender's service type; null in V3.2
 * @param to the receiving office
 * @param toType the receiver's service type; null in V3.2
 * @param serial ファイル連番
 * @param branch 枝番, four digits; null but for UPKIHON_IMAGE
 */
public record FileName(
    StandardVersion version,
    String kind,
    @Nullable String month,
    OfficeNumber from,
    @Nullable ServiceTypeCode fromType,
    OfficeNumber to,
    @Nullable ServiceTypeCode toType,
    Serial serial,
    @Nullable String branch) {

  public FileName {
    FileKind fileKind =
        FileKinds.data()
            .kind(version, kind)
            .orElseThrow(
                () -> new IllegalArgumentException("V" + version.label() + " has no such file."));
    boolean typed = version == StandardVersion.V4_1;
    if (typed != (fromType != null) || typed != (toType != null)) {
      throw new IllegalArgumentException("V4.1 names have service types, V3.2 names none.");
    }
    if (month == null ? fileKind.hasMonth() : !FileNameReader.isMonth(month, fileKind)) {
      throw new IllegalArgumentException("The name of a " + kind + " has another month part.");
    }
    if (branch == null ? fileKind.hasBranch() : !FileNameReader.isBranch(branch, fileKind)) {
      throw new IllegalArgumentException("The name of a " + kind + " has another branch part.");
    }
  }

  /**
   * Reads a file's name, without any folder, tolerantly.
   *
   * @throws FileNameException when it is no name of the standard
   */
  public static FileName parse(String name) throws FileNameException {
    return read(name).name();
  }

  /**
   * Like {@link #parse}, and tells what was tolerated: a lower-case {@code .csv} or name, {@code
   * UPKIHON_000000_…}, a service type that stands in no list.
   *
   * @throws FileNameException when it is no name of the standard
   */
  public static ParsedFileName read(String name) throws FileNameException {
    return new FileNameReader(name).read();
  }

  /**
   * The kind that a name's beginning says, whatever the case; the longest prefix counts. The rest
   * of the name need not be right.
   */
  public static Optional<String> kindOf(String name) {
    return FileKinds.data().kindThatBegins(name);
  }

  /** The name as the standard writes it. */
  public String format() {
    StringBuilder text = new StringBuilder(kind);
    append(text, month);
    append(text, from);
    append(text, fromType);
    append(text, to);
    append(text, toType);
    append(text, serial);
    append(text, branch);
    return text.append(fileKind().extension()).toString();
  }

  /** What the files of its send unit share. */
  public UnitKey unit() {
    return new UnitKey(from, fromType, to, toType, serial);
  }

  /** Whether it is a picture and no CSV. */
  public boolean isImage() {
    return fileKind().use() == FileKind.Use.IMAGE;
  }

  /** What the standard says of files of this kind. */
  public FileKind fileKind() {
    return FileKinds.data().kind(version, kind).orElseThrow();
  }

  private static void append(StringBuilder text, @Nullable Object part) {
    if (part != null) {
      text.append('_').append(part);
    }
  }

  /** The same name under another serial. */
  public FileName withSerial(Serial other) {
    return new FileName(version, kind, month, from, fromType, to, toType, other, branch);
  }
}
