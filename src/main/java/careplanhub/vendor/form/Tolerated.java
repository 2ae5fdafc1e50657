package careplanhub.vendor.form;

/** What a form accepts though it is not written as expected; told once a column with its count. */
public enum Tolerated {
  WIDE_CHARACTERS("全角の文字を半角として読みました。"),
  LOST_ZEROS("先頭の 0 が無かったので補いました。表計算ソフトで開いて保存すると 0 が消えます。"),
  OTHER_DATE_FORM("和暦などの日付を西暦に直して読みました。"),
  OTHER_TIME_FORM("時刻の書き方がふだんと違いますが読みました。"),
  NO_TIME("時刻が空なので、時間表示の無いサービス（9999）としました。"),
  END_OF_DAY("24:00 を 0:00 としました。"),
  OTHER_NUMBER_FORM("数の書き方（桁区切り、▲など）を直して読みました。"),
  OTHER_CODE_FORM("コードの書き方（ハイフンなど）を直して読みました。"),
  OTHER_MONTH_FORM("和暦などの年月を西暦に直して読みました。"),
  DEFAULT_VALUE("空なので、決めてある値としました。"),
  OTHER_CONSTANT("決めてある値と違いますが、決めてある値としました。"),
  OTHER_WEEKDAY("曜日が日付と合いません。年月が正しいか確認してください。"),
  OTHER_DURATION("時間（分）が開始・終了時刻と合いません。時刻のほうを使いました。"),
  OTHER_TOTAL("合計が日ごとの列の合計と合いません。日ごとの列を使いました。");

  private final String sentence;

  Tolerated(String sentence) {
    this.sentence = sentence;
  }

  /** Japanese, a whole sentence. */
  public String sentence() {
    return sentence;
  }
}
