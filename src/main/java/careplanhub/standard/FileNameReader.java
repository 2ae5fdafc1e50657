package careplanhub.standard;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Takes one file name apart; says in Japanese which part is wrong. Used once. */
final class FileNameReader {
  private static final int LONGEST_NAME = 255;
  private static final String NO_MONTH = "000000";
  private static final int OFFICE_AND_TYPE_PARTS = 4;
  private static final int FORMER_TYPE_LENGTH = 3;
  private static final String SENDER = "送信元";
  private static final String RECEIVER = "送信先";

  private final String text;
  private final List<Finding> warnings = new ArrayList<>();

  FileNameReader(String text) {
    this.text = text;
  }

  ParsedFileName read() throws FileNameException {
    refuseForeignCharacters();
    FileKind kind = kind();
    int dot = text.lastIndexOf('.');
    if (dot <= kind.name().length()) {
      throw refused(FindingCode.NAME_EXTENSION, kind.extension());
    }
    readExtension(kind, text.substring(dot));
    String upper = text.substring(0, dot).toUpperCase(Locale.ROOT);
    if (!text.startsWith(upper)) {
      warnings.add(FindingCode.NAME_LOWER_CASE.of());
    }
    List<String> parts = split(upper.substring(kind.name().length() + 1), kind);
    return new ParsedFileName(readParts(kind, parts), warnings);
  }

  static boolean isMonth(String month, FileKind kind) {
    if (!kind.hasMonth() || !isDigits(month, 6)) {
      return false;
    }
    if (month.equals(NO_MONTH)) {
      return kind.monthMayBeZero();
    }
    int number = Integer.parseInt(month.substring(4));
    return month.charAt(0) == '2' && number >= 1 && number <= 12;
  }

  static boolean isBranch(String branch, FileKind kind) {
    return kind.hasBranch() && isDigits(branch, 4);
  }

  private void refuseForeignCharacters() throws FileNameException {
    if (text.length() > LONGEST_NAME) {
      throw refused(FindingCode.NAME_TOO_LONG, Integer.toString(text.length()));
    }
    boolean harmless = text.chars().allMatch(c -> isLetterOrDigit(c) || c == '_' || c == '.');
    if (!harmless || text.contains("..")) {
      throw refused(FindingCode.NAME_CHARACTER);
    }
  }

  private FileKind kind() throws FileNameException {
    String prefix = FileKinds.data().kindThatBegins(text).orElse("");
    if (prefix.isEmpty()) {
      String meant = FileKinds.data().meantBy(text).orElse("");
      throw meant.isEmpty()
          ? refused(FindingCode.NAME_KIND_UNKNOWN)
          : refused(FindingCode.NAME_KIND_MISSPELT, meant);
    }
    return FileKinds.data().kind(StandardVersion.V4_1, prefix).orElseThrow();
  }

  private void readExtension(FileKind kind, String extension) throws FileNameException {
    if (!extension.equalsIgnoreCase(kind.extension())) {
      throw refused(FindingCode.NAME_EXTENSION, kind.extension());
    }
    if (kind.use() != FileKind.Use.IMAGE && !extension.equals(kind.extension())) {
      warnings.add(FindingCode.NAME_EXTENSION_CASE.of());
    }
  }

  private List<String> split(String rest, FileKind kind) {
    List<String> parts = new ArrayList<>(List.of(rest.split("_", -1)));
    if (kind.name().startsWith("UPKIHON") && parts.get(0).equals(NO_MONTH)) {
      parts.remove(0);
      warnings.add(FindingCode.NAME_ZERO_MONTH.of());
    }
    return parts;
  }

  private FileName readParts(FileKind kind, List<String> parts) throws FileNameException {
    int others = 1 + (kind.hasMonth() ? 1 : 0) + (kind.hasBranch() ? 1 : 0);
    if (parts.size() == others + OFFICE_AND_TYPE_PARTS) {
      return typedName(kind, parts);
    }
    if (parts.size() == others + 2) {
      return untypedName(
          FileKinds.data()
              .kind(StandardVersion.V3_2, kind.name())
              .orElseThrow(() -> refused(FindingCode.NAME_KIND_NOT_IN_VERSION, shape(kind))),
          parts);
    }
    throw refused(FindingCode.NAME_PARTS, shape(kind));
  }

  private FileName typedName(FileKind kind, List<String> parts) throws FileNameException {
    int at = kind.hasMonth() ? 1 : 0;
    String month = kind.hasMonth() ? month(kind, parts.get(0)) : null;
    OfficeNumber from = office(parts.get(at), SENDER);
    ServiceTypeCode fromType = type(parts.get(at + 1), SENDER);
    OfficeNumber to = office(parts.get(at + 2), RECEIVER);
    ServiceTypeCode toType = type(parts.get(at + 3), RECEIVER);
    Serial serial = serial(parts.get(at + 4));
    String branch = kind.hasBranch() ? branch(kind, parts.get(at + 5)) : null;
    return new FileName(
        kind.version(), kind.name(), month, from, fromType, to, toType, serial, branch);
  }

  private static FileName untypedName(FileKind kind, List<String> parts) throws FileNameException {
    int at = kind.hasMonth() ? 1 : 0;
    String month = kind.hasMonth() ? month(kind, parts.get(0)) : null;
    OfficeNumber from = office(parts.get(at), SENDER);
    OfficeNumber to = office(parts.get(at + 1), RECEIVER);
    Serial serial = serial(parts.get(at + 2));
    return new FileName(kind.version(), kind.name(), month, from, null, to, null, serial, null);
  }

  private static String month(FileKind kind, String part) throws FileNameException {
    if (!isMonth(part, kind)) {
      throw refused(FindingCode.NAME_MONTH);
    }
    return part;
  }

  private static OfficeNumber office(String part, String whose) throws FileNameException {
    if (!OfficeNumber.isValid(part)) {
      throw refused(FindingCode.NAME_OFFICE, whose, Integer.toString(part.length()));
    }
    return new OfficeNumber(part);
  }

  private ServiceTypeCode type(String part, String whose) throws FileNameException {
    if (!ServiceTypeCode.isValid(part)) {
      throw part.length() == FORMER_TYPE_LENGTH
          ? refused(FindingCode.NAME_FORMER_TYPE, whose)
          : refused(FindingCode.NAME_TYPE, whose, Integer.toString(part.length()));
    }
    if (Standard.data().serviceType(part).isEmpty()) {
      warnings.add(FindingCode.NAME_TYPE_UNKNOWN.of(whose));
    }
    return new ServiceTypeCode(part);
  }

  private static Serial serial(String part) throws FileNameException {
    if (!Serial.isValid(part)) {
      throw refused(FindingCode.NAME_SERIAL, Integer.toString(part.length()));
    }
    return new Serial(part);
  }

  private static String branch(FileKind kind, String part) throws FileNameException {
    if (!isBranch(part, kind)) {
      throw refused(FindingCode.NAME_BRANCH);
    }
    return part;
  }

  private static boolean isLetterOrDigit(int c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  }

  private static boolean isDigits(String text, int length) {
    return text.length() == length && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static String shape(FileKind kind) {
    return kind.template()
        .replace("{month}", "年月6桁")
        .replace("{from}", "送信元10桁")
        .replace("{fromType}", "種類2桁")
        .replace("{to}", "送信先10桁")
        .replace("{toType}", "種類2桁")
        .replace("{serial}", "連番14桁")
        .replace("{branch}", "枝番4桁");
  }

  private static FileNameException refused(FindingCode code, String... details) {
    return new FileNameException(code.of(details));
  }
}
