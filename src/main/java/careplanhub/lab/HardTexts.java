package careplanhub.lab;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Texts with what breaks weak programs and yet stands in MS932: NEC and IBM characters, the dashes
 * that MS932 and Shift_JIS map unlike, characters whose second byte is a backslash (ソ 表 能), quotes,
 * commas and line breaks.
 */
final class HardTexts {
  private static final List<String> SENTENCES =
      List.of(
          "髙﨑様宅は①階。Ⅲ度の注意、㈱仮想ソラと連携～毎週－要確認∥完了",
          "本人「家で暮らしたい」,長女\"できるだけ手伝う\",長男は同意",
          "朝は血圧測定\r\n昼は服薬確認,食事量の記録\r\n夜は巡視",
          "ソファーから表の通りまで歩く。可能な能力を保つ。構え十分",
          "",
          "転倒しないで外出できる",
          "ﾃﾞｲｻｰﾋﾞｽで入浴（週２回）、纊・黑・彅の字も届く",
          "\"\"",
          ",",
          "入浴は見守り①②③、移動は一部介助Ⅰ～Ⅲ",
          "　全角空白で始まり、末尾は円記号\\");
  private static final String LONG =
      IntStream.rangeClosed(1, 40)
          .mapToObj(n -> n + "日目：髙齢の利用者の様子を表に記す。ソファーでの可動域、\"能力\", 水分～量－を確認する。")
          .collect(Collectors.joining("\r\n"));

  private HardTexts() {}

  /** A text or, seldom, an empty one or one of some thousand characters. */
  static String any(Dice dice) {
    return dice.oneIn(60) ? LONG : dice.pick(SENTENCES);
  }

  /** A text that is not empty. */
  static String some(Dice dice) {
    String text = any(dice);
    return text.isEmpty() ? "特になし" : text;
  }
}
