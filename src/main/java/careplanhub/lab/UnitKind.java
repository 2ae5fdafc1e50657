package careplanhub.lab;

import java.time.LocalDateTime;
import java.time.YearMonth;

/** The send units (2.2, 3.2) that the generator makes, with when in a month end they are sent. */
public enum UnitKind {
  /** Sheets 1 to 3 of users whose plan changed. */
  PLAN("plan", 0, 9),
  /** 利用者基本情報, its annexes and pictures. */
  BASIC("basic", 0, 10),
  /** 介護予防サービス・支援計画書. */
  PREVENTION("prevention", 0, 11),
  /** Sheets 6 and 7 of the month. */
  SLIP("slip", 0, 15),
  /** What was given in the month before. */
  RESULT("result", 1, 9),
  /** Withdraws plans. */
  PLAN_DELETE("planDelete", 2, 9),
  /** Withdraws slips. */
  SLIP_DELETE("slipDelete", 2, 10),
  /** Withdraws results. */
  RESULT_DELETE("resultDelete", 2, 11),
  /** Withdraws 利用者基本情報. */
  BASIC_DELETE("basicDelete", 2, 12),
  /** Withdraws 介護予防サービス・支援計画書. */
  PREVENTION_DELETE("preventionDelete", 2, 13);

  private final String label;
  private final int day;
  private final int hour;

  UnitKind(String label, int day, int hour) {
    this.label = label;
    this.day = day;
    this.hour = hour;
  }

  /** The send unit's name in the standard's data: plan, slip, resultDelete …. */
  public String label() {
    return label;
  }

  /** Whether the service office is the sender, and the support office the receiver. */
  public boolean isFromService() {
    return this == RESULT || this == RESULT_DELETE;
  }

  /** Whether only support centres for prevention send it. */
  boolean isForPrevention() {
    return this == BASIC || this == PREVENTION || this == BASIC_DELETE || this == PREVENTION_DELETE;
  }

  /** Whether only support offices for care (43) send it. */
  boolean isForCare() {
    return this == PLAN || this == PLAN_DELETE;
  }

  /** When the unit of a pair of offices is sent: day 0 is the last of the month before. */
  LocalDateTime sentAt(YearMonth month, int pair) {
    return month.atDay(1).plusDays(day - 1L).atTime(hour, 0).plusSeconds(pair);
  }
}
