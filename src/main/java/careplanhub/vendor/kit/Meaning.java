package careplanhub.vendor.kit;

import java.util.Arrays;
import java.util.Optional;

/** What a column of a vendor's layout may be; {@code /vendor/words.yaml} has the words of each. */
enum Meaning {
  INSURER_NUMBER("insurerNumber"),
  INSURED_NUMBER("insuredNumber"),
  TARGET_MONTH("targetMonth"),
  SERVICE_DATE("serviceDate"),
  /** The day of a month that stands elsewhere. */
  DAY("day"),
  WEEKDAY("weekday"),
  SERVICE_START("serviceStart"),
  SERVICE_END("serviceEnd"),
  /** Start and end in one cell. */
  TIMES("times"),
  MINUTES("minutes"),
  SERVICE_CODE("serviceCode"),
  /** The first two characters of a service code. */
  SERVICE_TYPE("serviceType"),
  /** The last four characters of a service code. */
  SERVICE_ITEM("serviceItem"),
  /** A word that an office's table has the service code of. */
  SERVICE_NAME("serviceName"),
  UNITS("units"),
  SERVICE_COUNT("serviceCount"),
  SERVICE_OFFICE_NUMBER("serviceOfficeNumber"),
  SERVICE_OFFICE_NAME("serviceOfficeName"),
  SUPPORT_OFFICE_NUMBER("supportOfficeNumber"),
  PLANNER_NAME("plannerName"),
  TAIS_CODE("taisCode"),
  NOTICE_CODE("equipmentNoticeCode"),
  EQUIPMENT_NAME("equipmentName"),
  DETAIL_NO("detailNo"),
  SATELLITE_NO("satelliteNo"),
  OVER_30_DAYS("over30Days"),
  PRORATED_DAYS("proratedDays"),
  SHORT_STAY_DAYS("shortStayDaysToLastMonth"),
  CREATED_ON("createdOn"),
  CSV_VERSION("csvVersion"),
  UPDATED_BY("updatedByOfficeNumber"),
  /** Tells a user to a person where numbers are missing. */
  USER_NAME("userName"),
  USER_KANA("userKana"),
  PLANNED_COUNT_TOTAL("plannedCountTotal"),
  DONE_COUNT_TOTAL("doneCountTotal"),
  PLANNED_UNITS_TOTAL("plannedUnitsTotal"),
  DONE_UNITS_TOTAL("doneUnitsTotal"),
  /** What the standard has no place for. */
  OTHER("other");

  private final String label;

  Meaning(String label) {
    this.label = label;
  }

  static Optional<Meaning> of(String label) {
    return Arrays.stream(values()).filter(meaning -> meaning.label.equals(label)).findFirst();
  }

  /** Its key in the words. */
  String label() {
    return label;
  }
}
