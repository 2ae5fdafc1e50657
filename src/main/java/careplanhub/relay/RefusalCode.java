package careplanhub.relay;

/** The business errors of the interface; the names are the {@code errorCode} that clients see. */
enum RefusalCode {
  /** User id or password is wrong; which one is not said. */
  LOGIN_FAILED("利用者IDまたはパスワードが正しくありません。確かめてから、もう一度ログインしてください。"),
  /** Too many wrong passwords in a row. */
  LOGIN_LOCKED("パスワードの誤りが続いたため、ログインを一時停止しています。しばらく待ってからログインしてください。"),
  /** The office must also give a one-time password. */
  ONE_TIME_PASSWORD_NEEDED("ワンタイムパスワードが必要です。届いたワンタイムパスワードを入力してください。"),
  /** The one-time password is wrong or too old. */
  ONE_TIME_PASSWORD_WRONG("ワンタイムパスワードが正しくないか、期限が切れています。新しいものを入力してください。"),
  /** The token is unknown, too old or was given to another certificate. */
  TOKEN_INVALID("ログインの期限が切れました。もう一度ログインしてください。"),
  /** No such office is registered. */
  ADDRESSEE_UNKNOWN("送信先の事業所が登録されていません。事業所番号を確かめてください。"),
  /** The parcel has no file. */
  NO_FILE("ファイルがありません。送信するファイルを1つ以上付けてください。"),
  TOO_MANY_FILES("ファイルの数が上限を超えています。分けて送信してください。"),
  PARCEL_TOO_LARGE("ファイルの合計サイズが上限を超えています。分けて送信してください。"),
  MESSAGE_TOO_LONG("メッセージが長すぎます。短くしてください。"),
  /** A control character in the message. */
  MESSAGE_REFUSED("メッセージに使えない文字があります。制御文字を取り除いてください。"),
  /** A name that is too long, empty, doubled, or has a separator or a control character. */
  FILE_NAME_REFUSED("ファイル名が使えません。長さと文字を確かめ、同じ名前のファイルを重ねないでください。"),
  /** Neither a CSV of the standard nor a picture nor a PDF. */
  FILE_KIND_REFUSED("送信できない種類のファイルです。標準仕様のCSV、画像、PDFだけを送信してください。"),
  /** The standard's file name says another sender or addressee. */
  FILE_ADDRESS_REFUSED("ファイル名の送信元または送信先の事業所番号が、送信の内容と違います。ファイル名を確かめてください。"),
  /** Another parcel already has this id. */
  PARCEL_CONFLICT("同じ送信IDで別の内容がすでに使われています。新しい送信IDで送信してください。"),
  /** No parcel of this id is addressed to the caller. */
  PARCEL_UNKNOWN("指定されたデータはありません。一覧を取得し直してください。"),
  /** A parcel is acknowledged only after it was fetched. */
  NOT_FETCHED("まだ取得していないデータです。先に取得してください。"),
  RECEIPT_TOO_LARGE("受領証のサイズが上限を超えています。");

  private final String message;

  RefusalCode(String message) {
    this.message = message;
  }

  /** Japanese: what is wrong and what the person does next. */
  String message() {
    return message;
  }
}
