package careplanhub.hub;

import java.util.List;

/**
 * A list of an office as a page or a CSV file shows it.
 *
 * @param title 送信一覧 or 受信一覧
 * @param office the office's number and name
 * @param writtenAt when, in Japan's time
 * @param notices what the office's people are to do about its certificates and licence
 * @param columns the headings, those of the official client first
 * @param rows as many cells each as there are columns
 */
public record OfficeList(
    String title,
    String office,
    String writtenAt,
    List<String> notices,
    List<String> columns,
    List<List<String>> rows) {}
