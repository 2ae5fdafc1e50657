package careplanhub.lab;

import java.util.List;

/**
 * A lent thing. It has a TAIS code or a 届出 code, never both.
 *
 * @param taisCode five digits, a hyphen, six digits; empty with a 届出 code
 * @param noticeCode likewise; empty with a TAIS code
 * @param name 用具名称（機種名）
 */
record Equipment(String taisCode, String noticeCode, String name) {
  private static final List<String> MODELS =
      List.of("特殊寝台ソレイユ３モーター㈱製", "手すり－表能Ⅲ型, \"L\"", "車いす～①号", "歩行器髙﨑");

  static Equipment thrown(Dice dice) {
    String code = String.format("%05d-%06d", 99000 + dice.below(900), dice.between(1, 999));
    boolean notice = dice.oneIn(4);
    return new Equipment(notice ? "" : code, notice ? code : "", dice.pick(MODELS));
  }
}
