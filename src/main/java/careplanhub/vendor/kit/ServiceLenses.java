package careplanhub.vendor.kit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The lenses of what was done: the code, its units, its count, and lent equipment. */
final class ServiceLenses {
  private ServiceLenses() {}

  static void plan(LensPlan plan) {
    boolean byTable = code(plan);
    boolean units = plan.has(Meaning.UNITS);
    if (units) {
      plan.rename(Meaning.UNITS, "units", FormChoice.numbers(6));
    } else if (!byTable) {
      plan.constant("units", "0");
      plan.note("単位数の列が分からないので 0 としました。");
    }
    if (plan.isOneDayARow()) {
      if (plan.has(Meaning.SERVICE_COUNT)) {
        plan.rename(Meaning.SERVICE_COUNT, "serviceCount", FormChoice.numbers(2));
      } else {
        plan.constant("serviceCount", "1");
      }
    }
    equipment(plan);
  }

  /** Whether a table tells the units too. */
  private static boolean code(LensPlan plan) {
    boolean type = plan.has(Meaning.SERVICE_TYPE);
    boolean item = plan.has(Meaning.SERVICE_ITEM);
    if (type && item) {
      plan.add(
          "join: { columns: ["
              + plan.name(Meaning.SERVICE_TYPE)
              + ", "
              + plan.name(Meaning.SERVICE_ITEM)
              + "], lengths: [2, 4], field: serviceCode }",
          Set.of(plan.column(Meaning.SERVICE_TYPE), plan.column(Meaning.SERVICE_ITEM)),
          "serviceCode");
      return false;
    }
    if (plan.has(Meaning.SERVICE_CODE)) {
      plan.rename(Meaning.SERVICE_CODE, "serviceCode", "code: { shape: XXXXXX }");
      return false;
    }
    List<Meaning> words = new ArrayList<>();
    for (Meaning meaning :
        List.of(Meaning.SERVICE_TYPE, Meaning.SERVICE_ITEM, Meaning.SERVICE_NAME)) {
      if (plan.has(meaning)) {
        words.add(meaning);
      }
    }
    if (words.isEmpty()) {
      plan.constant("serviceCode", "000000");
      plan.note("サービスコードの列が分かりません。仮に 000000 としたので、必ず直してください。");
      return false;
    }
    lookup(plan, words);
    return !plan.has(Meaning.UNITS);
  }

  private static void lookup(LensPlan plan, List<Meaning> words) {
    boolean units = !plan.has(Meaning.UNITS);
    Set<Integer> used = new HashSet<>();
    words.forEach(word -> used.add(plan.column(word)));
    plan.add(
        "lookup: { columns: ["
            + String.join(", ", words.stream().map(plan::name).toList())
            + "], fields: ["
            + (units ? "serviceCode, units" : "serviceCode")
            + "], table: services"
            + (units ? ", defaults: [\"\", \"0\"]" : "")
            + " }",
        used,
        "serviceCode");
    plan.note(
        "サービスコードの列が無いので、事業所の表 services.csv（見出し "
            + String.join("、", words.stream().map(plan::name).toList())
            + "、サービスコード"
            + (units ? "、単位数" : "")
            + "）で引きます。表を作ってください。");
  }

  private static void equipment(LensPlan plan) {
    if (plan.has(Meaning.TAIS_CODE)) {
      plan.rename(Meaning.TAIS_CODE, "taisCode", List.of("code: { shape: 99999-999999 }"));
    }
    if (plan.has(Meaning.NOTICE_CODE)) {
      plan.rename(Meaning.NOTICE_CODE, "equipmentNoticeCode", "");
    }
    if (plan.has(Meaning.EQUIPMENT_NAME)) {
      plan.rename(Meaning.EQUIPMENT_NAME, "equipmentName", "");
    }
    if (plan.has(Meaning.DETAIL_NO)) {
      plan.rename(Meaning.DETAIL_NO, "detailNo", FormChoice.numbers(2));
    }
  }
}
