package careplanhub.fax.forms;

import java.util.List;

/**
 * A form that shows its record's values by their keys. Public for the templates only.
 *
 * @param record the form's own record
 * @param supplement 利用者補足情報, empty values when there is none
 * @param first the records of the first file beside it: 別表 1, or the rows of a support plan
 * @param second those of the second: 別表 2
 * @param basic 利用者基本情報 beside a support plan
 * @param age of the user on the form's day
 */
public record RecordSheet(
    FormValues record,
    FormValues supplement,
    List<FormValues> first,
    List<FormValues> second,
    FormValues basic,
    String age) {
  static RecordSheet of(FormSource source, Characters characters) {
    FormValues record = source.values(characters);
    FormValues supplement = source.other("UPHOSOKU", characters);
    FormValues basic =
        source.kind() == FormKind.BASIC ? record : source.other("UPKIHON", characters);
    String birth = basic.text("userBirthDate");
    String day = source.kind() == FormKind.BASIC ? "consultedOn" : "planDate";
    return new RecordSheet(
        record,
        supplement,
        values(source, characters, source.kind() == FormKind.BASIC ? "UPKIHON_SUB1" : "UPYOBO_SUB"),
        values(source, characters, "UPKIHON_SUB2"),
        basic,
        FormDates.age(
            birth.isEmpty() ? supplement.text("userBirthDate") : birth, record.text(day)));
  }

  private static List<FormValues> values(FormSource source, Characters characters, String kind) {
    return source.others(kind).stream().map(row -> new FormValues(row, characters)).toList();
  }
}
