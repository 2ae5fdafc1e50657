package careplanhub.fax.forms;

import careplanhub.standard.Row;

/**
 * What makes one line of 第６表: the columns of UPPLAN and UPJSK that all days of a line share, as
 * they stand in the rows.
 */
public record SlipService(
    String serviceStart,
    String serviceEnd,
    String serviceCode,
    String taisCode,
    String equipmentNoticeCode,
    String equipmentName,
    String detailNo,
    String serviceOfficeNumber,
    String satelliteNo) {
  /** The service of a row of UPPLAN or UPJSK. */
  public static SlipService of(Row row) {
    return new SlipService(
        row.get("serviceStart"),
        row.get("serviceEnd"),
        row.get("serviceCode"),
        row.get("taisCode"),
        row.get("equipmentNoticeCode"),
        row.get("equipmentName"),
        row.get("detailNo"),
        row.get("serviceOfficeNumber"),
        row.get("satelliteNo"));
  }

  String time() {
    String start = FormDates.time(serviceStart);
    String end = FormDates.time(serviceEnd);
    return start.isEmpty() && end.isEmpty() ? "" : start + "～" + end;
  }
}
