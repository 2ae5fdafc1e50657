package careplanhub.standard;

import org.jspecify.annotations.Nullable;

/**
 * One thing that a check has to say of a file.
 *
 * @param severity error or warning
 * @param code that of a {@link FindingCode}, such as READ-08; never shown alone
 * @param line the physical line where the record begins, from 1; null when it is about the whole
 *     file
 * @param record the record's count in the file, from 1; null likewise
 * @param column the standard's No.; null when it is about no one column
 * @param field the column's 日本語名称; null likewise
 * @param message Japanese: what is wrong and what the person does next; never a payload value
 */
public record Finding(
    Severity severity,
    String code,
    @Nullable Long line,
    @Nullable Long record,
    @Nullable Integer column,
    @Nullable String field,
    String message) {

  public boolean isError() {
    return severity == Severity.ERROR;
  }

  /** The same finding as an error, as a strict reading wants it. */
  public Finding asError() {
    return isError()
        ? this
        : new Finding(Severity.ERROR, code, line, record, column, field, message);
  }
}
