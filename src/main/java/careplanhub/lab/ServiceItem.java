package careplanhub.lab;

import careplanhub.standard.ServiceTypeCode;
import java.util.List;
import java.util.Map;

/**
 * A thing that is given and counted. Codes and units have the shape of the real ones and claim no
 * more.
 *
 * @param code サービスコード, six characters beginning with the type
 * @param name what staff call it
 * @param units 単位数 each time
 * @param minutes how long it takes; 0 where there is no time
 * @param rhythm how often it comes
 */
record ServiceItem(String code, String name, int units, int minutes, Rhythm rhythm) {
  private static final Map<String, List<ServiceItem>> KNOWN =
      Map.of(
          "11",
          List.of(
              new ServiceItem("111111", "身体介護１", 244, 30, Rhythm.WEEKLY),
              new ServiceItem("111211", "身体介護２～夜～", 387, 60, Rhythm.WEEKLY),
              new ServiceItem("117211", "生活援助２", 179, 45, Rhythm.WEEKLY)),
          "15",
          List.of(
              new ServiceItem("151441", "通所介護Ⅰ", 658, 420, Rhythm.WEEKLY),
              new ServiceItem("151442", "通所介護Ⅱ", 777, 420, Rhythm.WEEKLY)),
          "17",
          List.of(
              new ServiceItem("171003", "特殊寝台貸与", 850, 0, Rhythm.EQUIPMENT),
              new ServiceItem("171007", "手すり貸与", 200, 0, Rhythm.EQUIPMENT),
              new ServiceItem("171001", "車いす貸与", 600, 0, Rhythm.EQUIPMENT)),
          "21",
          List.of(new ServiceItem("212111", "短期入所生活介護", 603, 0, Rhythm.STAY)),
          "66",
          List.of(new ServiceItem("661111", "予防通所リハビリ", 2268, 0, Rhythm.MONTHLY)),
          "67",
          List.of(
              new ServiceItem("671007", "予防手すり貸与", 200, 0, Rhythm.EQUIPMENT),
              new ServiceItem("671009", "予防歩行器貸与", 300, 0, Rhythm.EQUIPMENT)),
          "A2",
          List.of(new ServiceItem("A22411", "訪問型独自サービス", 287, 45, Rhythm.WEEKLY)));

  /** What an office of that type gives; never empty. */
  static List<ServiceItem> of(ServiceTypeCode type) {
    return KNOWN.getOrDefault(
        type.value(),
        List.of(new ServiceItem(type.value() + "1111", "サービス", 300, 60, Rhythm.WEEKLY)));
  }

  /** The monthly addition in percent of the rest, which stands outside the limit. */
  static String additionCode(ServiceTypeCode type) {
    return type.value() + "6275";
  }
}
