package careplanhub.standard;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Chooses the check of each field by its type and, where the standard says more, by its key. */
final class FieldChecks {
  private static final int DAYS = 31;
  private static final int TAIS_LENGTH = 12;
  private static final int TAIS_HYPHEN = 5;
  private static final String NO_TIME = "9999";
  private static final String ALL_NINES = "9999999999";
  private static final String FIRST_SERVICE_MONTH = "200004";
  private static final String LAST_SERVICE_MONTH = "209912";
  private static final Set<String> OFFICE_KEYS =
      Set.of(
          "supportOfficeNumber",
          "serviceOfficeNumber",
          "updatedByOfficeNumber",
          "consentOfficeNumber");

  private FieldChecks() {}

  /** The check of a field; null when every value is right. */
  static @Nullable FieldCheck of(Layout layout, Field field) {
    String key = field.key();
    return switch (field.type()) {
      case MONTH -> key.equals("csvVersion") ? null : month(field);
      case DATE -> date(field.zeroAllowed());
      case TIME -> time(field, DayEnd.isEnd(layout, field));
      case TEXT -> text(layout, field);
      case ID -> identification(field);
      case CODE -> code(field);
      case INT -> wholeNumber(layout, field);
      case DECIMAL -> FieldChecks::unitPrice;
      case DIGITS -> FieldChecks::proratedDays;
      case FLAG -> value -> value.equals("1") || value.equals("0") ? null : FindingCode.FLAG;
      case POSTAL -> FieldChecks::postal;
      case TEL -> value -> telephone(value, field.length());
      case FILENAME -> FieldChecks::imageName;
      case UNUSED -> value -> FindingCode.IDENTIFIER_USED;
    };
  }

  /** What an empty value of a field is; null when it may be empty. */
  static @Nullable FindingCode whenEmpty(Field field) {
    if (field.required()) {
      return field.key().equals("serviceDate")
          ? FindingCode.SERVICE_DATE_EMPTY
          : FindingCode.REQUIRED_EMPTY;
    }
    if (!field.needed()) {
      return null;
    }
    return switch (field.key()) {
      case "units" -> FindingCode.UNITS_EMPTY;
      case "commission" -> FindingCode.COMMISSION_EMPTY;
      default -> FindingCode.NEEDED_EMPTY;
    };
  }

  private static FieldCheck month(Field field) {
    return value -> {
      if (!Months.isMonth(value)) {
        return field.zeroAllowed() && value.equals(Months.ZERO) ? null : FindingCode.MONTH;
      }
      boolean plausible =
          value.compareTo(FIRST_SERVICE_MONTH) >= 0 && value.compareTo(LAST_SERVICE_MONTH) <= 0;
      return plausible ? null : FindingCode.MONTH_IMPLAUSIBLE;
    };
  }

  private static FieldCheck date(boolean zeroAllowed) {
    return value ->
        Months.isDate(value) || (zeroAllowed && value.equals("00000000")) ? null : FindingCode.DATE;
  }

  private static FieldCheck time(Field field, boolean dayEndAllowed) {
    boolean noTimeAllowed = field.noTimeAllowed();
    return value -> {
      if (Months.isTime(value) || (noTimeAllowed && value.equals(NO_TIME))) {
        return null;
      }
      if (dayEndAllowed && value.equals(DayEnd.READ)) {
        return FindingCode.TIME_2400;
      }
      return noTimeAllowed ? FindingCode.TIME_OR_9999 : FindingCode.TIME;
    };
  }

  private static @Nullable FieldCheck text(Layout layout, Field field) {
    if (field.length() == 0) {
      return null;
    }
    boolean number = layout.kind().equals("UPYOBO_SUB");
    return value -> {
      if (value.length() > field.length()) {
        return FindingCode.TOO_LONG;
      }
      return number && !isDigits(value) ? FindingCode.PREVENTION_NUMBER : null;
    };
  }

  private static FieldCheck identification(Field field) {
    if (OFFICE_KEYS.contains(field.key())) {
      return value ->
          value.length() != field.length()
              ? FindingCode.LENGTH
              : isDigits(value) ? null : FindingCode.OFFICE_NUMBER;
    }
    return switch (field.key()) {
      case "insuredNumber" -> FieldChecks::insuredNumber;
      case "taisCode", "equipmentNoticeCode" -> FieldChecks::equipmentCode;
      case "officeCode" -> value -> value.equals(ALL_NINES) ? null : FindingCode.OFFICE_CODE_FIXED;
      default -> value -> alphanumeric(value, field);
    };
  }

  private static @Nullable FindingCode alphanumeric(String value, Field field) {
    if (field.maximumLength() && value.length() > field.length()) {
      return FindingCode.TOO_LONG;
    }
    if (!field.maximumLength() && value.length() != field.length()) {
      return FindingCode.LENGTH;
    }
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      boolean letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
      if (!letter && !isDigit(c)) {
        return FindingCode.ALPHANUMERIC;
      }
    }
    return null;
  }

  private static FieldCheck code(Field field) {
    String table = field.codes();
    if (table == null) {
      throw new IllegalArgumentException(field.key() + " has no code table");
    }
    Set<String> values = Standard.data().codes(table).keySet();
    FindingCode wrong =
        table.equals("insuranceCoverage") ? FindingCode.COVERAGE : FindingCode.CODE_TABLE;
    boolean withoutTarget = table.equals("careLevelOrNone");
    return value -> {
      if (values.contains(value)) {
        return null;
      }
      return withoutTarget && value.equals("06") ? FindingCode.CARE_LEVEL_06 : wrong;
    };
  }

  private static FieldCheck wholeNumber(Layout layout, Field field) {
    boolean unformatted = layout.kind().equals("UPKIHON") || layout.kind().equals("UPYOBO");
    boolean from1 = layout.kind().equals("UP2KYO");
    return value -> {
      FindingCode wrong = wholeNumber(value, field.length());
      if (wrong != null && wrong != FindingCode.NEGATIVE) {
        return unformatted ? FindingCode.UNFORMATTED_NUMBER : wrong;
      }
      boolean zero = from1 && (wrong != null || Integer.parseInt(value) == 0);
      return zero ? FindingCode.NUMBER_NOT_1_TO_99 : wrong;
    };
  }

  private static @Nullable FindingCode wholeNumber(String value, int length) {
    boolean negative = value.charAt(0) == '-';
    int start = negative ? 1 : 0;
    if (start == value.length()) {
      return FindingCode.WHOLE_NUMBER;
    }
    for (int i = start; i < value.length(); i++) {
      if (!isDigit(value.charAt(i))) {
        return FindingCode.WHOLE_NUMBER;
      }
    }
    if (value.length() > length) {
      return FindingCode.TOO_LONG;
    }
    return negative ? FindingCode.NEGATIVE : null;
  }

  private static @Nullable FindingCode unitPrice(String value) {
    int point = value.indexOf('.');
    for (int i = 0; i < value.length(); i++) {
      if (i != point && !isDigit(value.charAt(i))) {
        return FindingCode.DECIMAL;
      }
    }
    if (value.length() > 6) {
      return FindingCode.TOO_LONG;
    }
    return point == 2 && value.length() == 5 ? null : FindingCode.UNIT_PRICE_FORM;
  }

  private static @Nullable FindingCode proratedDays(String value) {
    if (value.length() != DAYS) {
      return FindingCode.PRORATED_DAYS;
    }
    for (int i = 0; i < DAYS; i++) {
      char c = value.charAt(i);
      if (c != '0' && c != '1') {
        return FindingCode.PRORATED_DAYS;
      }
    }
    return null;
  }

  private static @Nullable FindingCode postal(String value) {
    boolean right = value.length() == 8 && value.charAt(3) == '-';
    for (int i = 0; right && i < 8; i++) {
      right = i == 3 || isDigit(value.charAt(i));
    }
    return right ? null : FindingCode.POSTAL;
  }

  private static @Nullable FindingCode telephone(String value, int length) {
    if (value.length() > length) {
      return FindingCode.TOO_LONG;
    }
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (!isDigit(c) && c != '-' && c != '(' && c != ')' && c != '+') {
        return FindingCode.TELEPHONE;
      }
    }
    return null;
  }

  private static @Nullable FindingCode insuredNumber(String value) {
    boolean right = value.length() == 10 && (isDigit(value.charAt(0)) || value.charAt(0) == 'H');
    for (int i = 1; right && i < 10; i++) {
      right = isDigit(value.charAt(i));
    }
    return right ? null : FindingCode.INSURED_NUMBER;
  }

  private static @Nullable FindingCode equipmentCode(String value) {
    boolean right = value.length() == TAIS_LENGTH && value.charAt(TAIS_HYPHEN) == '-';
    for (int i = 0; right && i < TAIS_LENGTH; i++) {
      right = i == TAIS_HYPHEN || isDigit(value.charAt(i));
    }
    return right ? null : FindingCode.EQUIPMENT_FORM;
  }

  private static @Nullable FindingCode imageName(String value) {
    try {
      return FileName.parse(value).isImage() ? null : FindingCode.IMAGE_NAME;
    } catch (FileNameException e) {
      return FindingCode.IMAGE_NAME;
    }
  }

  private static boolean isDigits(String value) {
    for (int i = 0; i < value.length(); i++) {
      if (!isDigit(value.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
