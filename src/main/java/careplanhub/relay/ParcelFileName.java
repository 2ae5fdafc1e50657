package careplanhub.relay;

import careplanhub.standard.AttachmentKind;
import careplanhub.standard.AttachmentKinds;
import careplanhub.standard.FileKind;
import careplanhub.standard.FileKinds;
import careplanhub.standard.FileName;
import careplanhub.standard.FileNameException;
import careplanhub.standard.OfficeNumber;
import careplanhub.standard.ServiceTypeCode;
import careplanhub.standard.Standard;
import careplanhub.standard.StandardVersion;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the relay shows of a file by its name alone, as the official client does.
 *
 * @param kind 登録, 削除, 画像, PDF or その他
 * @param fromServiceType the sender's service type with its name, such as "11: 訪問介護"
 * @param toServiceType the same of the addressee
 */
record ParcelFileName(String kind, String fromServiceType, String toServiceType) {
  static final String UNKNOWN_SERVICE_TYPE = "XX: 不明";
  private static final String OTHER = "その他";

  /**
   * Looks at a file's name.
   *
   * @param limits its greatest length, and which other kinds are carried
   * @throws Refusal FILE_NAME_REFUSED, FILE_KIND_REFUSED or, for a name of the standard that says
   *     other offices than the parcel, FILE_ADDRESS_REFUSED
   */
  static ParcelFileName of(
      String name, OfficeNumber from, OfficeNumber to, RelaySettings.Limits limits) {
    if (!isPlain(name, limits.fileNameCharacters())) {
      throw new Refusal(RefusalCode.FILE_NAME_REFUSED);
    }
    String kind =
        AttachmentKinds.data()
            .ofName(name)
            .flatMap(ending -> kindOf(name, ending, limits))
            .orElseThrow(() -> new Refusal(RefusalCode.FILE_KIND_REFUSED));
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

  private static Optional<String> kindOf(
      String name, AttachmentKind ending, RelaySettings.Limits limits) {
    return switch (ending.group()) {
      case IMAGE -> Optional.of(FileKind.Use.IMAGE.japanese());
      case PDF -> Optional.of("PDF");
      case OTHER ->
          limits.otherKinds().contains(ending.ending()) ? Optional.of(OTHER) : Optional.empty();
      case CSV ->
          FileName.kindOf(name)
              .flatMap(kind -> FileKinds.data().kind(StandardVersion.V4_1, kind))
              .map(kind -> kind.use().japanese());
    };
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
