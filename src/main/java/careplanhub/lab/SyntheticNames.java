package careplanhub.lab;

import com.ibm.icu.text.Transliterator;
import java.util.List;

/** Names that nobody has: made of words for examples, with the characters that real names bring. */
final class SyntheticNames {
  private static final List<Name> FAMILIES =
      List.of(
          new Name("髙見本", "タカミホン"),
          new Name("架空﨑", "カクウザキ"),
          new Name("試作能", "シサクノウ"),
          new Name("例示表", "レイジオモテ"),
          new Name("仮想ソノ", "カソウソノ"),
          new Name("模擬濵", "モギハマ"),
          new Name("練習德", "レンシュウトク"),
          new Name("空想塚", "クウソウヅカ"),
          new Name("見本栁", "ミホンヤナギ"),
          new Name("例題髙", "レイダイダカ"));
  private static final List<Name> GIVEN =
      List.of(
          new Name("一例", "イチレイ"),
          new Name("花子Ⅲ", "ハナコ"),
          new Name("太郎①", "タロウ"),
          new Name("能子", "ノウコ"),
          new Name("ソメ", "ソメ"),
          new Name("表美", "オモミ"),
          new Name("彅介", "ナギスケ"),
          new Name("ヴィ子", "ヴィコ"));

  private SyntheticNames() {}

  /**
   * A written name and its reading.
   *
   * @param written 氏名, family and given name with a full-width space between
   * @param kana フリガナ likewise, full or half width
   */
  record Name(String written, String kana) {}

  static Name full(Dice dice) {
    Name family = dice.pick(FAMILIES);
    Name given = dice.pick(GIVEN);
    String kana = family.kana() + "　" + given.kana();
    return new Name(
        family.written() + "　" + given.written(),
        dice.oneIn(3)
            ? Transliterator.getInstance("Fullwidth-Halfwidth").transliterate(kana)
            : kana);
  }

  /** The name of someone who works at an office. */
  static String staff(Dice dice) {
    return dice.pick(FAMILIES).written() + " 職員" + dice.between(1, 9);
  }
}
