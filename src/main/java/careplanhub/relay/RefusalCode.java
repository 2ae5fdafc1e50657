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
  /** The relay's administrator has locked the office. */
  OFFICE_LOCKED("この事業所の利用は、連携基盤の管理者が停止しています。連携基盤の管理者に連絡してください。"),
  /** The first day of the office's licence is still to come. */
  LICENCE_NOT_YET_VALID("ライセンスの利用開始日になっていません。開始日を連携基盤の管理者に確かめてください。"),
  /** The last day of the office's licence is over. */
  LICENCE_EXPIRED("ライセンスの利用期間が終わっています。更新の手続きをしてください。"),
  /** The token is unknown, too old or was given to another certificate. */
  TOKEN_INVALID("ログインの期限が切れました。もう一度ログインしてください。"),
  /** No such office is registered. */
  ADDRESSEE_UNKNOWN("送信先の事業所が登録されていません。事業所番号を確かめてください。"),
  /** The addressee is locked, or has no licence today. */
  ADDRESSEE_INACTIVE("送信先の事業所は、いま連携基盤を利用できません（利用期間の外か停止中）。送信先に確かめてから送信してください。"),
  /** The sender has sent as many parcels today as it may. */
  PARCELS_OF_DAY_USED_UP("今日送信できる件数の上限に達しました。明日送信するか、連携基盤の管理者に上限を相談してください。"),
  /** What the sender sent and nobody has taken yet fills its room. */
  STORAGE_USED_UP("送信して相手がまだ受け取っていないデータが、容量の上限に達しました。相手の受け取りを待つか、連携基盤の管理者に上限を相談してください。"),
  /** The parcel has no file. */
  NO_FILE("ファイルがありません。送信するファイルを1つ以上付けてください。"),
  TOO_MANY_FILES("ファイルの数が上限を超えています。分けて送信してください。"),
  PARCEL_TOO_LARGE("ファイルの合計サイズが上限を超えています。分けて送信してください。"),
  MESSAGE_TOO_LONG("メッセージが長すぎます。短くしてください。"),
  /** A control character in the message. */
  MESSAGE_REFUSED("メッセージに使えない文字があります。制御文字を取り除いてください。"),
  /** A name that is too long, empty, doubled, or has a separator or a control character. */
  FILE_NAME_REFUSED("ファイル名が使えません。長さと文字を確かめ、同じ名前のファイルを重ねないでください。"),
  /** A picture, a PDF or another attachment is larger than its kind may be. */
  FILE_TOO_LARGE("添付ファイルが、その種類の大きさの上限を超えています。小さくしてから送信してください。"),
  /** The bytes are not what the name's ending says. */
  FILE_CONTENT_REFUSED("ファイルの中身が、名前の拡張子と合いません。正しい形式で保存し直してから送信してください。"),
  /** Neither a CSV of the standard nor a picture nor a PDF nor of a kind that the relay carries. */
  FILE_KIND_REFUSED("送信できない種類のファイルです。標準仕様のCSV、画像、PDFと、連携基盤が認めた種類だけを送信してください。"),
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
