package careplanhub.relay;

import careplanhub.standard.FileKind;
import careplanhub.standard.FileKinds;
import careplanhub.standard.FileName;
import careplanhub.standard.FileNameException;
import careplanhub.standard.OfficeNumber;
import careplanhub.standard.ServiceTypeCode;
import careplanhub.standard.Standard;
import careplanhub.standard.StandardVersion;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the relay shows of a file by its name alone, as the official client does.
 *
 * @param kind 登録, 削除, 画像 or PDF
 * @param fromServiceType the sender's service type with its name, such as "11: 訪問介護"
 * @param toServiceType the same of the addressee
 */
record ParcelFileName(String kind, String fromServiceType, String toServiceType) {
  static final String UNKNOWN_SERVICE_TYPE = "XX: 不明";
  private static final Set<String> PICTURES = Set.of("jpg", "jpeg", "png", "tif", "tiff");

  /**
   * Looks at a file's name.
   *
   * @param maximum its greatest length in characters
   * @throws Refusal FILE_NAME_REFUSED, FILE_KIND_REFUSED or, for a name of the standard that says
   *     other offices than the parcel, FILE_ADDRESS_REFUSED
   */
  static ParcelFileName of(String name, OfficeNumber from, OfficeNumber to, int maximum) {
    if (!isPlain(name, maximum)) {
      throw new Refusal(RefusalCode.FILE_NAME_REFUSED);
    }
    String kind = kindOf(name).orElseThrow(() -> new Refusal(RefusalCode.FILE_KIND_REFUSED));
    try {
      FileName standard = FileName.parse(name);
      if (!standard.from().equals(from) || !standard.to().equals(to)) {
        throw new Refusal(RefusalCode.FILE_ADDRESS_REFUSED);
      }
      return new ParcelFileName(kind, label(standard.fromType()), label(standard.toType()));
    } catch (FileNameException noNameOfTheStandard) {
      return new ParcelFileName(kind, UNKNOWN_SERVICE_TYPE, UNKNOWN_SERVICE_TYPE);
    }
  }

  /** A name that is safe on every system that a receiver may use. */
  private static boolean isPlain(String name, int maximum) {
    return !name.isBlank()
        && name.length() <= maximum
        && name.equals(name.strip())
        && !name.startsWith(".")
        && !name.endsWith(".")
        && name.codePoints().noneMatch(c -> Character.isISOControl(c) || isRefused(c));
  }

  private static boolean isRefused(int character) {
    int type = Character.getType(character);
    return "/\\:*?\"<>|".indexOf(character) >= 0
        || type == Character.FORMAT
        || type == Character.SURROGATE
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR;
  }

  private static Optional<String> kindOf(String name) {
    String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    if (PICTURES.contains(ending)) {
      return Optional.of(FileKind.Use.IMAGE.japanese());
    }
    if (ending.equals("pdf")) {
      return Optional.of("PDF");
    }
    return ending.equals("csv")
        ? FileName.kindOf(name)
            .flatMap(kind -> FileKinds.data().kind(StandardVersion.V4_1, kind))
            .map(kind -> kind.use().japanese())
        : Optional.empty();
  }

  private static String label(@Nullable ServiceTypeCode code) {
    return code == null
        ? UNKNOWN_SERVICE_TYPE
        : Standard.data()
            .serviceType(code.value())
            .map(type -> type.code() + ": " + type.name())
            .orElse(UNKNOWN_SERVICE_TYPE);
  }
}
