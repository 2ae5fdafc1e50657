package careplanhub.hub;

/** Why a message from outside is not taken. */
enum MailRefusal {
  SENDER("差出人が許されていない"),
  TOO_LARGE("メールか添付が大きすぎる"),
  TOO_MANY("添付が多すぎる"),
  NAME("添付の名前が決めた形でない"),
  NOTHING("受け取る添付がない"),
  UNREADABLE("メールの形式が壊れている");

  private final String words;

  MailRefusal(String words) {
    this.words = words;
  }

  /** Japanese, to stand in a list. */
  String words() {
    return words;
  }
}
