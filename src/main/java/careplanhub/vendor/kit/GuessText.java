package careplanhub.vendor.kit;

/** A guess in one Japanese sentence, as it stands behind a column and in the printed table. */
final class GuessText {
  private GuessText() {}

  /**
   * The sentence.
   *
   * @param connected whether a lens connects the column
   */
  static String of(ColumnGuess guess, boolean connected) {
    String sure = "確かさ " + guess.percent() + " %: " + guess.reason();
    if (guess.day() != null) {
      return connected ? sure : "日ごとの列。31 列がそろって並んでいないので移さない";
    }
    if (guess.isUnknown()) {
      return (connected ? "分からない。仮に使っている（" : "分からない。移さない（") + guess.reason() + "）";
    }
    if (guess.meaning() == Meaning.OTHER) {
      return (connected ? "標準仕様に置き場所が無い。仮に使っている（" : "標準仕様に置き場所が無いので移さない（") + sure + "）";
    }
    String title = Vocabulary.shipped().title(guess.meaning());
    return title + (connected ? "" : "。ほかの列から決まるか置き場所が無いので移さない") + "（" + sure + "）";
  }
}
