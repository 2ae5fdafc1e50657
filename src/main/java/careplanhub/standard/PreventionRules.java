package careplanhub.standard;

/** What a row of 利用者基本情報 must hold together (rule 56). */
final class PreventionRules {
  private static final String OTHER_METHOD = "03";
  private static final String IN_HOSPITAL = "02";

  private PreventionRules() {}

  /** 相談方法 その他 and 現況 入院又は入所中 are explained. */
  static FileRule explanations(Layout layout) {
    int method = layout.position("consultationMethod");
    Field methodText = layout.field("consultationMethodOther");
    int situation = layout.position("currentSituation");
    Field situationText = layout.field("currentSituationNote");
    return (row, findings) -> {
      if (row.value(method).equals(OTHER_METHOD) && row.value(methodText).isEmpty()) {
        findings.accept(FindingCode.CONSULTATION_METHOD.at(row, methodText));
      }
      if (row.value(situation).equals(IN_HOSPITAL) && row.value(situationText).isEmpty()) {
        findings.accept(FindingCode.CURRENT_SITUATION.at(row, situationText));
      }
    };
  }
}
