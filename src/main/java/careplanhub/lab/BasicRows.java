package careplanhub.lab;

import careplanhub.standard.Layout;
import careplanhub.standard.Row;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Rows of 利用者基本情報 (UPKIHON) and its two annexes. */
final class BasicRows {
  private static final List<String> FREE_TEXTS =
      List.of(
          "disabilityNote",
          "financialNote",
          "familySituation",
          "lifeHistory",
          "dailyLife",
          "hobbies",
          "community",
          "formalServices",
          "informalServices");
  private static final List<String> FLAGS =
      List.of(
          "disabilityPhysical",
          "disabilityIntellectual",
          "disabilityMental",
          "disabilityIntractable",
          "pensionNational",
          "pensionEmployees",
          "pensionDisability");
  private static final List<String> HOURS = List.of("6:00", "12:30", "18:00", "21:00");

  private BasicRows() {}

  /** 相談日, by which the files of a user hang together. */
  static LocalDate consultedOn(SyntheticUser user) {
    return user.planDate().minusDays(5);
  }

  static Row basic(Layout layout, SyntheticUser user, String imageName) {
    Dice dice = user.dice("basic");
    RowDraft draft =
        RowDraft.of(layout, user.identity())
            .set("consultedOn", consultedOn(user))
            .set("planKind", 1)
            .set("commission", 1)
            .set("preparedBy", user.plannerName())
            .set("consultationCount", "02")
            .set("previousConsultedOn", consultedOn(user).minusMonths(6))
            .set("userNameKana", user.kana())
            .set("userName", user.name())
            .set("userSex", user.sex())
            .set("userBirthDate", user.birthDate())
            .set("userAddress", user.address())
            .set("userPhone", user.phone())
            .set("userFax", user.phone())
            .set("disabledElderlyIndependence", dice.pick(List.of("11", "12", "21")))
            .set("dementiaIndependence", dice.pick(List.of("01", "02", "03")))
            .set("careLevel", user.careLevel())
            .set("certifiedFrom", user.certifiedFrom())
            .set("certifiedTo", user.certifiedTo())
            .set("previousCareLevel", "01")
            .set("checklistResult", 1)
            .set("checklistDate", consultedOn(user))
            .set("housing", dice.pick(List.of("05", "06", "07", "08")))
            .set("roomFloor", dice.between(1, 12))
            .set("homeModified", dice.between(1, 2))
            .set("publicAssistance", user.isOnAssistanceOnly() ? 1 : 0)
            .set("familyImageFileName", imageName)
            .set("consentedOn", consultedOn(user))
            .set("consentedBy", user.name());
    FREE_TEXTS.forEach(key -> draft.set(key, HardTexts.any(dice)));
    FLAGS.forEach(key -> draft.set(key, dice.below(2)));
    method(draft, dice);
    contacts(draft, user, dice);
    return draft.row();
  }

  private static void method(RowDraft draft, Dice dice) {
    boolean other = dice.oneIn(3);
    boolean away = dice.oneIn(3);
    draft
        .set("consultationMethod", other ? "03" : "01")
        .set("consultationMethodOther", other ? "訪問～自宅" : "")
        .set("currentSituation", away ? "02" : "01")
        .set("currentSituationNote", away ? "髙見本病院へ入院中" : "");
  }

  private static void contacts(RowDraft draft, SyntheticUser user, Dice dice) {
    draft
        .set("visitorName", SyntheticNames.full(dice).written())
        .set("visitorAddress", user.address())
        .set("visitorPhone", user.phone())
        .set("visitorRelationship", "長女");
    for (int i = 1; i <= dice.between(1, 4); i++) {
      draft
          .set("contact" + i + "Name", SyntheticNames.full(dice).written())
          .set("contact" + i + "Relationship", "子①")
          .set("contact" + i + "Address", user.address())
          .set("contact" + i + "Phone", user.phone());
    }
  }

  /** １日の生活・すごし方. */
  static Stream<Row> day(Layout layout, SyntheticUser user) {
    Dice dice = user.dice("day");
    return HOURS.stream()
        .map(
            hour ->
                annex(layout, user)
                    .set("time", hour)
                    .set("userActivity", HardTexts.some(dice))
                    .set("familyActivity", HardTexts.any(dice))
                    .row());
  }

  /** 現病歴・既往歴. */
  static Stream<Row> illnesses(Layout layout, SyntheticUser user) {
    Dice dice = user.dice("illnesses");
    return IntStream.rangeClosed(1, dice.between(1, 3))
        .mapToObj(
            place ->
                annex(layout, user)
                    .set("onset", "H" + (10 + place) + "年" + dice.between(1, 12) + "月")
                    .set("diagnosis", "見本症Ⅲ型, \"表\"" + place)
                    .set("doctor", "髙見本病院・" + SyntheticNames.staff(dice))
                    .set("attendingDoctor", place == 1 ? 1 : 2)
                    .set("doctorPhone", "000-0000-0000")
                    .set("course", "01")
                    .set("treatment", HardTexts.some(dice))
                    .row());
  }

  private static RowDraft annex(Layout layout, SyntheticUser user) {
    return RowDraft.of(layout, user.identity()).set("consultedOn", consultedOn(user));
  }
}
