package careplanhub.hub;

import java.util.List;

/**
 * How what is to be sent differs from what was sent, as a page for the staff of the office. It
 * shows the rows themselves.
 *
 * @param office the office's number and name
 * @param writtenAt when, in Japan's time
 * @param sections one for each addressee
 */
public record DifferencePage(String office, String writtenAt, List<Section> sections) {
  /**
   * What one addressee would see.
   *
   * @param addressee number and name
   * @param changes the rows that differ
   * @param more how many further rows differ
   * @param missing users, plans or months that were sent before and are not in the new files
   */
  public record Section(String addressee, List<Change> changes, int more, List<String> missing) {}

  /**
   * A row that differs.
   *
   * @param kind the file's Japanese name
   * @param what 追加, 変更 or なくなる
   * @param who the user's numbers
   * @param values the fields that differ
   */
  public record Change(String kind, String what, String who, List<Value> values) {}

  /** A field's value as it was sent and as it is to be sent. */
  public record Value(String field, String before, String after) {}
}
