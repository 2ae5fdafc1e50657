package careplanhub.vendor;

/** What a form accepts though it is not written as expected; told once a column with its count. */
enum Tolerated {
  WIDE_CHARACTERS("全角の文字を半角として読みました。"),
  LOST_ZEROS("先頭の 0 が無かったので補いました。表計算ソフトで開いて保存すると 0 が消えます。"),
  OTHER_DATE_FORM("和暦などの日付を西暦に直して読みました。"),
  OTHER_TIME_FORM("時刻の書き方がふだんと違いますが読みました。"),
  NO_TIME("時刻が空なので、時間表示の無いサービス（9999）としました。"),
  END_OF_DAY("24:00 を 0:00 としました。"),
  OTHER_NUMBER_FORM("数の書き方（桁区切り、▲など）を直して読みました。");

  private final String sentence;

  Tolerated(String sentence) {
    this.sentence = sentence;
  }

  String sentence() {
    return sentence;
  }
}
