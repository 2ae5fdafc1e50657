package careplanhub.fax.page;

import java.util.Arrays;

/** Why the pages of a file cannot be had, with what the person does next, in Japanese. */
public enum PageRefusal {
  /** Neither TIFF nor PDF. */
  UNKNOWN_KIND("FAX-01", "TIFF でも PDF でもないファイルです。", "FAX 機の保存形式を TIFF か PDF にして、入れ直してください。"),
  /** The bytes do not keep to their format, or end too early. */
  DAMAGED("FAX-02", "ファイルが壊れているか、途中で切れています。", "FAX 機から書き出し直すか、送信元に送り直しを頼んでください。"),
  /** A password is needed. */
  ENCRYPTED("FAX-03", "パスワードのかかった PDF です。", "パスワードを外した PDF を送信元からもらってください。"),
  /** More bytes than fax.maximumFileSize. */
  TOO_LARGE_FILE(
      "FAX-04", "ファイルが大きすぎます。", "分けて入れ直すか、config/hub.yaml の fax.maximumFileSize を増やしてください。"),
  /** More pages than fax.maximumPages. */
  TOO_MANY_PAGES("FAX-05", "ページが多すぎます。", "分けて入れ直すか、config/hub.yaml の fax.maximumPages を増やしてください。"),
  /** A page of more pixels than fax.maximumPixels. */
  TOO_MANY_PIXELS(
      "FAX-06", "ページの画像が大きすぎます。", "解像度を下げて書き出し直すか、config/hub.yaml の fax.maximumPixels を増やしてください。"),
  /** The child needed more than fax.decodeMemory. */
  TOO_MUCH_MEMORY(
      "FAX-07",
      "開くのに必要なメモリが多すぎます。",
      "送信元に確かめ、正しいファイルなら config/hub.yaml の fax.decodeMemory を増やしてください。"),
  /** The child was not done within fax.decodeTime. */
  TOO_LONG(
      "FAX-08", "時間内に開けませんでした。", "送信元に確かめ、正しいファイルなら config/hub.yaml の fax.decodeTime を延ばしてください。"),
  /** A compression or variant that is not read, such as BigTIFF. */
  UNSUPPORTED("FAX-09", "扱えない形式の TIFF です。", "FAX 機の保存形式を TIFF（MH、MMR）か PDF にして、入れ直してください。"),
  /** The child ended without saying why. */
  CHILD_FAILED("FAX-10", "開くプロセスが途中で終わりました。", "もう一度入れ直し、続くときは機械のメモリの空きを確かめてください。");

  private final String code;
  private final String what;
  private final String next;

  PageRefusal(String code, String what, String next) {
    this.code = code;
    this.what = what;
    this.next = next;
  }

  public String code() {
    return code;
  }

  /** The one of a code; {@link #CHILD_FAILED} when there is none. */
  static PageRefusal ofCode(String code) {
    return Arrays.stream(values())
        .filter(refusal -> refusal.code.equals(code))
        .findFirst()
        .orElse(CHILD_FAILED);
  }

  /** Japanese: code, what is wrong, what to do. Holds nothing of the file. */
  public String message() {
    return code + " " + what + next;
  }
}
