package careplanhub.channel.sftp;

import careplanhub.security.SealedParcelException;

/** Why a parcel that lies for us on a server is not taken, and what the person does next. */
enum RefusalCode {
  TOO_LARGE("届いたものが大きすぎます（設定 sftp.maximumParcelSize、maximumContentSize）。相手に分けて送ってもらってください。"),
  NOT_SEALED("届いたファイルは、暗号化された送信の形をしていません。途中で切れたおそれもあります。相手に送り直してもらってください。"),
  OTHER_RECIPIENT("別の証明書に宛てて暗号化されているので開けません。この事業所の今の証明書を相手に渡し、送り直してもらってください。"),
  DAMAGED("暗号化された内容が途中で変わっています。相手に送り直してもらってください。続くときはサーバーの管理者に知らせてください。"),
  NOT_SIGNED("署名がありません。誰が送ったか分からないので受け取りません。相手に確かめてください。"),
  WRONG_SIGNATURE("署名が内容と合いません。受け取りません。相手に電話で確かめてください。"),
  NOT_VALID_AT_SIGNING("署名したときに、相手の証明書は有効ではありませんでした。相手に証明書を確かめてもらい、送り直してもらってください。"),
  EXPIRED("相手の証明書の期限が切れています。相手に証明書を更新して送り直してもらってください。"),
  REVOKED("相手の証明書は失効しています。受け取りません。相手に電話で確かめてください。"),
  UNTRUSTED("相手の証明書は、信頼する認証局のものではありません。受け取りません。相手に電話で確かめてください。"),
  CONTAINER("中身のまとめ方が決まりと違います。相手に送り直してもらってください。"),
  MANIFEST("送付の明細が読めないか、決まりと違います。相手に送り直してもらってください。"),
  FORMAT("送付の明細の版が新しすぎます。ハブを新しくするか、相手に古い版で送ってもらってください。"),
  FILES("中のファイルが、送付の明細の数・名前・大きさ・ハッシュと合いません。相手に送り直してもらってください。"),
  OTHER_PARCEL("ファイル名の受付番号と、中の受付番号が違います。相手に送り直してもらってください。"),
  OTHER_SENDER("署名した事業所、明細の送信元、置かれたフォルダの送信元が一致しません。受け取りません。相手に電話で確かめてください。"),
  OTHER_ADDRESSEE("宛先がこの事業所ではありません。受け取りません。相手に知らせてください。");

  private final String sentence;

  RefusalCode(String sentence) {
    this.sentence = sentence;
  }

  /** Japanese: what is wrong and what the person does next. */
  String sentence() {
    return sentence;
  }

  static RefusalCode of(SealedParcelException.Reason reason) {
    return switch (reason) {
      case NOT_SEALED, KEY_UNFIT, TRUST_OUT_OF_DATE -> NOT_SEALED;
      case OTHER_RECIPIENT -> OTHER_RECIPIENT;
      case DAMAGED -> DAMAGED;
      case NOT_SIGNED -> NOT_SIGNED;
      case WRONG_SIGNATURE -> WRONG_SIGNATURE;
      case NOT_VALID_AT_SIGNING -> NOT_VALID_AT_SIGNING;
      case EXPIRED -> EXPIRED;
      case REVOKED -> REVOKED;
      case UNTRUSTED -> UNTRUSTED;
    };
  }
}
