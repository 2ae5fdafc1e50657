package careplanhub.vendor.kit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** One visit of a synthetic month: what a care software would export of it. */
record SyntheticVisit(
    String insurer,
    String insured,
    String name,
    String kana,
    String supportOffice,
    String planner,
    LocalDate date,
    int start,
    int minutes,
    String code,
    String service,
    int units,
    String staff,
    int number) {
  static final String OFFICE = "9971000017";
  private static final String[] INSURERS = {"011007", "991234", "131045"};
  private static final String[] NAMES = {
    "試験 太郎", "見本 花子", "仮名 一郎", "例示 春", "架空 次郎", "試作 美咲", "標本 進", "模擬 久子"
  };
  private static final String[] KANA = {
    "シケン タロウ", "ミホン ハナコ", "カメイ イチロウ", "レイジ ハル", "カクウ ジロウ", "シサク ミサキ", "ヒョウホン ススム", "モギ ヒサコ"
  };
  private static final String[] SUPPORT = {"9971100015", "9971100023", "9971100031"};
  private static final String[] PLANNERS = {"支援 恵", "計画 正", "居宅 明"};
  private static final String[] STAFF = {"介護 一", "介護 二", "介護 三", "介護 四", "介護 五"};
  private static final String[][] SERVICES = {
    {"111111", "身体介護1", "244"},
    {"112111", "生活援助2", "179"},
    {"111211", "身体介護2", "387"},
    {"114001", "訪問介護処遇改善", "1244"}
  };

  /** Visits of eight users in April 2025, always the same for a seed. */
  static List<SyntheticVisit> month(long seed, int count) {
    Random dice = new Random(seed);
    List<SyntheticVisit> visits = new ArrayList<>();
    for (int number = 1; number <= count; number++) {
      int user = dice.nextInt(NAMES.length);
      String[] service = SERVICES[dice.nextInt(SERVICES.length)];
      visits.add(
          new SyntheticVisit(
              INSURERS[user % INSURERS.length],
              "990000" + String.format("%04d", 1000 + 37 * user),
              NAMES[user],
              KANA[user],
              SUPPORT[user % SUPPORT.length],
              PLANNERS[user % PLANNERS.length],
              LocalDate.of(2025, 4, 1 + dice.nextInt(30)),
              60 * (8 + dice.nextInt(9)) + 15 * dice.nextInt(4),
              30 * (1 + dice.nextInt(3)),
              service[0],
              service[1],
              Integer.parseInt(service[2]),
              STAFF[dice.nextInt(STAFF.length)],
              number));
    }
    return visits;
  }

  String from(String format) {
    return clock(start, format);
  }

  String to(String format) {
    return clock(start + minutes, format);
  }

  private static String clock(int time, String format) {
    return String.format(format, time / 60, time % 60);
  }

  String era() {
    return "令和"
        + (date.getYear() - 2018)
        + "年"
        + date.getMonthValue()
        + "月"
        + date.getDayOfMonth()
        + "日";
  }

  String weekday() {
    return "月火水木金土日".substring(date.getDayOfWeek().getValue() - 1, date.getDayOfWeek().getValue());
  }
}
