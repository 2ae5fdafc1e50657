package careplanhub.standard;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Every finding that reading, writing, naming and checking can make. The code is stable; its
 * severity, rule, clause of the standard, sentence and remedy stand in {@code
 * /standard/findings.yaml}. A code ends with its rule's number, or a number from 80 up where there
 * is no rule; a letter tells the cases of one rule apart.
 */
public enum FindingCode {
  // a file name
  NAME_PARTS("NAME-01"),
  NAME_MONTH("NAME-01b"),
  NAME_OFFICE("NAME-01c"),
  NAME_TYPE("NAME-01d"),
  NAME_SERIAL("NAME-01e"),
  NAME_EXTENSION("NAME-01f"),
  NAME_BRANCH("NAME-04"),
  NAME_TYPE_UNKNOWN("NAME-28"),
  NAME_EXTENSION_CASE("NAME-80"),
  NAME_LOWER_CASE("NAME-81"),
  NAME_ZERO_MONTH("NAME-82"),
  NAME_FORMER_TYPE("NAME-83"),
  NAME_KIND_UNKNOWN("NAME-84"),
  NAME_KIND_MISSPELT("NAME-84b"),
  NAME_KIND_NOT_IN_VERSION("NAME-84c"),
  NAME_CHARACTER("NAME-85"),
  NAME_TOO_LONG("NAME-85b"),

  // reading: bytes, quotes, columns, and what was tolerated
  OUTSIDE_MS932("READ-05"),
  USER_DEFINED("READ-05b"),
  OUTSIDE_MS932_IN_UTF_8("READ-05c"),
  UNCLOSED_QUOTE("READ-06"),
  TEXT_AFTER_QUOTE("READ-06b"),
  QUOTE_IN_BARE_VALUE("READ-06c"),
  TEXT_UNQUOTED("READ-06d"),
  LINE_END("READ-07"),
  LAST_LINE_END("READ-07b"),
  EMPTY_TEXT_UNQUOTED("READ-07c"),
  OTHER_QUOTED("READ-07d"),
  COLUMNS_MISSING("READ-08"),
  COLUMNS_EXTRA("READ-08b"),
  BYTE_ORDER_MARK("READ-80"),
  UTF_8("READ-81"),
  CHARACTER_REPLACED("READ-81b"),
  HEADER("READ-82"),
  BLANK_LINE("READ-83"),
  WIDE_CHARACTERS("READ-84"),
  LOST_ZEROS("READ-85"),
  TIME_FORM("READ-86"),
  CONTROL_CHARACTER("READ-87"),
  FIELD_TOO_LARGE("READ-88"),
  RECORD_TOO_LARGE("READ-88b"),

  // writing
  UNWRITABLE_CHARACTER("WRITE-05"),
  UNWRITABLE_USER_DEFINED("WRITE-05b"),
  UNWRITABLE_CONTROL("WRITE-80"),
  UNWRITABLE_VALUE("WRITE-81"),

  // a step to another version
  STEP_EQUIPMENT("STEP-80"),
  STEP_EQUIPMENT_LOST("STEP-80b"),
  STEP_THIRD_SHEET("STEP-81"),
  STEP_THIRD_SHEET_LOST("STEP-81b"),
  STEP_KIND("STEP-82"),
  STEP_COUNT("STEP-83"),
  STEP_TYPE("STEP-84"),
  STEP_TYPE_LOST("STEP-84b"),
  STEP_TYPE_UNKNOWN("STEP-85"),
  STEP_OTHER_VERSION("STEP-86"),
  STEP_EQUIPMENT_MISSING("STEP-87"),
  STEP_THIRD_SHEET_MISSING("STEP-88"),

  // a field
  REQUIRED_EMPTY("FIELD-09"),
  NEEDED_EMPTY("FIELD-09b"),
  INSURED_NUMBER("FIELD-12"),
  IDENTIFIER_USED("FIELD-13"),
  NUMBER_NOT_1_TO_99("FIELD-35"),
  COVERAGE("FIELD-36"),
  TIME_2400("FIELD-37"),
  UNITS_EMPTY("FIELD-38"),
  NEGATIVE("FIELD-39"),
  SERVICE_DATE_EMPTY("FIELD-40"),
  PRORATED_DAYS("FIELD-41"),
  TIME("FIELD-42"),
  TIME_OR_9999("FIELD-42b"),
  EQUIPMENT_FORM("FIELD-44"),
  UNIT_PRICE_FORM("FIELD-55"),
  OFFICE_CODE_FIXED("FIELD-55b"),
  IMAGE_NAME("FIELD-57"),
  PREVENTION_NUMBER("FIELD-59"),
  COMMISSION_EMPTY("FIELD-60"),
  CARE_LEVEL_06("FIELD-60b"),
  LENGTH("FIELD-80"),
  TOO_LONG("FIELD-81"),
  MONTH("FIELD-82"),
  DATE("FIELD-83"),
  WHOLE_NUMBER("FIELD-84"),
  DECIMAL("FIELD-85"),
  CODE_TABLE("FIELD-86"),
  FLAG("FIELD-87"),
  POSTAL("FIELD-88"),
  TELEPHONE("FIELD-89"),
  ALPHANUMERIC("FIELD-90"),
  UNFORMATTED_NUMBER("FIELD-91"),
  MONTH_IMPLAUSIBLE("FIELD-92"),
  OFFICE_NUMBER("FIELD-93"),

  // a row
  IMAGE_OF_OTHER_UNIT("ROW-03"),
  MONTH_OF_NAME("ROW-18"),
  DAY_OF_MONTH("ROW-18b"),
  SUPPLEMENT_SLIP_PLAN_DATE("ROW-21"),
  SUPPLEMENT_PLAN_MONTH("ROW-21b"),
  SUPPLEMENT_PLAN_DATE_ZERO("ROW-21c"),
  USER_NOT_AT_RECEIVER("ROW-26"),
  TYPE_NOT_EXCHANGED("ROW-28"),
  TYPE_UNKNOWN("ROW-28b"),
  RESULT_OF_OTHER_OFFICE("ROW-29"),
  RESULT_OF_OTHER_TYPE("ROW-29b"),
  LIMIT_SLOT_GAP("ROW-32"),
  LIMIT_SHORT_STAY("ROW-33"),
  HOME_HELP_REASON("ROW-34"),
  WEEK_ROW_KIND("ROW-37"),
  PRORATED_PAST_MONTH_END("ROW-41"),
  ONE_TIME_9999("ROW-42"),
  END_BEFORE_START("ROW-42b"),
  EQUIPMENT_CODE_MISSING("ROW-44"),
  EQUIPMENT_CODE_TWICE("ROW-44b"),
  DETAIL_NUMBER_NEEDLESS("ROW-45"),
  DETAIL_NUMBER_SERIES("ROW-45b"),
  SLIP_UPDATED_BY("ROW-47"),
  RESULT_UPDATED_BY("ROW-47b"),
  SLIP_SUPPORT_OFFICE("ROW-48"),
  TOTAL_ROW_CODES("ROW-50"),
  SUBTOTAL_UNITS("ROW-52"),
  SUBTOTAL_NOT_EMPTY("ROW-52b"),
  OUTSIDE_LIMIT_MANAGED_UNITS("ROW-53"),
  SUBTOTAL_EQUIPMENT("ROW-54"),
  CONSULTATION_METHOD("ROW-56"),
  CURRENT_SITUATION("ROW-56b"),
  PREVENTION_NUMBER_ORDER("ROW-59"),
  PREVENTION_TEXT_REPEATED("ROW-59b"),

  // a file
  VERSIONS_MIXED("FILE-10"),
  VERSION_OF_MONTH("FILE-11"),
  VERSION_202410("FILE-11b"),
  VERSION_UNKNOWN("FILE-11c"),
  NO_RECORD("FILE-11d"),
  VERSION_OF_NAME("FILE-11e"),
  VERSION_202504("FILE-11f"),
  MONTHS_MIXED("FILE-17"),
  PLAN_NUMBERS_TWICE("FILE-35"),
  TOTAL_ROW_MISSING("FILE-50"),
  TOTAL_ROW_TWICE("FILE-50b"),
  SUBTOTAL_MISSING("FILE-51"),
  SUBTOTAL_SUM("FILE-55"),
  TOTAL_SUM("FILE-55b"),
  IMAGE_TWICE("FILE-57"),
  RESULT_NAME_SWAPPED("FILE-80"),
  NOT_CSV("FILE-81"),
  KIND_UNKNOWN("FILE-82"),
  UNREADABLE("FILE-83"),
  NOT_JPEG("FILE-85"),
  ERRORS_LEFT_OUT("FILE-86"),
  WARNINGS_LEFT_OUT("FILE-86b"),
  COMPARISON_STOPPED("FILE-87"),
  MONTH_FAR_AHEAD("FILE-88"),

  // a send unit
  UNIT_SUPPLEMENT_MONTH("UNIT-02"),
  UNIT_PARENT_NAME("UNIT-03"),
  UNIT_COMBINATION("UNIT-14"),
  UNIT_KIND_TWICE("UNIT-14b"),
  UNIT_SERIAL("UNIT-14c"),
  UNIT_REQUIRED_MISSING("UNIT-15"),
  UNIT_EXPECTED_MISSING("UNIT-15b"),
  UNIT_ALONE("UNIT-15c"),
  UNIT_MONTH("UNIT-17"),
  UNIT_KEY_NOT_IN_PARENT("UNIT-20"),
  UNIT_USER_NOT_IN_SUPPLEMENT("UNIT-21"),
  UNIT_SUPPLEMENT_LACKS_USERS("UNIT-21b"),
  UNIT_IMAGE_MISSING("UNIT-57"),
  UNIT_IMAGE_UNNAMED("UNIT-57b");

  private final String code;
  private final Severity severity;
  private final @Nullable Integer rule;
  private final String section;
  private final String sentence;
  private final String remedy;

  private static final Map<String, Integer> RULES =
      Arrays.stream(values())
          .filter(known -> known.rule != null)
          .collect(Collectors.toUnmodifiableMap(FindingCode::code, FindingCode::rule));

  FindingCode(String code) {
    FindingText text = FindingText.of(code);
    this.code = code;
    this.severity = text.severity();
    this.rule = text.rule();
    this.section = text.section();
    this.sentence = text.sentence();
    this.remedy = text.remedy();
  }

  /** The code as it is shown, such as FIELD-09. */
  public String code() {
    return code;
  }

  public Severity severity() {
    return severity;
  }

  /** The number of the checking rule, null where there is none. */
  public @Nullable Integer rule() {
    return rule;
  }

  /** The rule of a code as {@link #code} shows it; null where it has none, or is not of these. */
  static @Nullable Integer ruleOf(String code) {
    return RULES.get(code);
  }

  /** The clause of the standard: a section of the 本文, or 別紙. */
  public String section() {
    return section;
  }

  /** Japanese: what is wrong, with its {@code {field}}, {@code {length}}, {@code {0}} places. */
  public String sentence() {
    return sentence;
  }

  /** Japanese: what the person does next, with the same places. */
  public String remedy() {
    return remedy;
  }

  /**
   * A finding about the whole file.
   *
   * @param details what stands at {@code {0}}, {@code {1}} …; never a payload value
   */
  public Finding of(String... details) {
    return new Finding(severity, code, null, null, null, null, message(null, details));
  }

  /**
   * A finding about one record, or one field of it.
   *
   * @param line the physical line where the record begins, from 1
   * @param record the record's count, from 1
   * @param field the column, null when it is about no one column
   * @param details as for {@link #of}
   */
  public Finding at(long line, long record, @Nullable Field field, String... details) {
    return new Finding(
        severity(),
        code,
        line,
        record,
        field == null ? null : field.number(),
        field == null ? null : field.japaneseName(),
        message(field, details));
  }

  /** A finding about the whole file whose own words say more than the data's. */
  public Finding inFile(String message) {
    return new Finding(severity, code, null, null, null, null, message);
  }

  /** A finding about a record whose own words say more than the data's. */
  public Finding inRecord(long line, long record, String message) {
    return new Finding(severity, code, line, record, null, null, message);
  }

  /** A finding about one field of a record whose own words say more than the data's. */
  public Finding inField(long line, long record, Field field, String message) {
    return new Finding(severity, code, line, record, field.number(), field.japaneseName(), message);
  }

  /** A finding about a row that was read, or one field of it. */
  Finding at(Row row, @Nullable Field field, String... details) {
    return at(row.line(), row.record(), field, details);
  }

  private String message(@Nullable Field field, String... details) {
    String message = sentence + remedy;
    if (field != null) {
      message =
          message
              .replace("{field}", field.japaneseName())
              .replace("{length}", Integer.toString(field.length()));
    }
    for (int i = 0; i < details.length; i++) {
      message = message.replace("{" + i + "}", details[i]);
    }
    return message;
  }
}
