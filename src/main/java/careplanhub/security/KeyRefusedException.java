package careplanhub.security;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A key, certificate, request or revocation list is not taken; nothing has changed. */
public final class KeyRefusedException extends IOException {
  private static final long serialVersionUID = 1L;

  /** Why. */
  public enum Reason {
    /** None of our keys belongs to it. */
    NO_MATCHING_KEY("この証明書に合う秘密鍵がありません。./hub keys request で出した申請書（.csr）に対して発行された証明書か、確かめてください。"),
    /** The subject's common name is another office's number. */
    OTHER_OFFICE("証明書の名前（CN）が、この事業所番号ではありません。ほかの事業所の証明書でないか、確かめてください。"),
    /** No chain leads to the authority in the folder. */
    WRONG_CHAIN("証明書が、authority.crt の認証局まで続いていません。中間の証明書があれば、証明書と同じファイルに入れてください。発行元が違うときは使えません。"),
    /** Its time is over. */
    EXPIRED("証明書の期限が切れています。発行元に新しい証明書を申し込んでください。"),
    /** It stands in the revocation list. */
    REVOKED("証明書が失効しています（失効リストに載っています）。./hub keys request で申し込み直してください。"),
    /** Its extended key usage does not let it be used by a client. */
    NOT_FOR_CLIENTS("この証明書は、接続する側（クライアント認証）に使えません。発行元に用途を確かめてください。"),
    /** RSA below 2048 bits, or a curve below 256. */
    WEAK("鍵が短すぎます（RSA は 2048 ビット、楕円曲線は 256 ビットから）。作り直してください。"),
    /** We have it already. */
    ALREADY_THERE("この証明書は、すでに取り込んであります。"),
    /** As many keys as the settings allow. */
    TOO_MANY("この事業所の使える鍵が多すぎます（設定 keys.maximumKeysPerOffice）。使わない鍵を ./hub keys revoke でやめてください。"),
    /** None or several keys of the file are of the office. */
    NOT_ONE_KEY("このファイルに、この事業所の秘密鍵と証明書の組がちょうど 1 つ入っていません。1 つだけのファイルにしてください。"),
    /** The file is no certificate, PKCS#12 file or revocation list. */
    UNKNOWN_FILE("証明書（.crt .cer .pem .p7b）、鍵（.p12 .pfx）、失効リスト（.crl）のどれでもありません。"),
    /** The file is larger than the settings allow. */
    TOO_LARGE("ファイルが大きすぎます（設定 keys.maximumImportSize）。"),
    /** The file is no signed request. */
    NO_REQUEST("証明書の申請書（.csr）として読めないか、申請書の署名が合いません。"),
    /** There is nothing to renew or to give up. */
    NO_CERTIFICATE("この事業所には、証明書のある鍵がありません。"),
    /** The revocation list is not signed by the authority in the folder. */
    LIST_OF_ANOTHER("この失効リストは、authority.crt の認証局のものではありません。"),
    /** The revocation list is older than the one in the folder. */
    LIST_OLDER("今の失効リストのほうが新しいので、取り替えません。"),
    /** The revocation list's next update has passed. */
    LIST_STALE("この失効リストは期限（次の更新日時）が過ぎています。発行元から新しいものを受け取ってください。");

    private final String messageJapanese;

    Reason(String messageJapanese) {
      this.messageJapanese = messageJapanese;
    }

    /** What is the matter and what the person does next. */
    public String messageJapanese() {
      return messageJapanese;
    }
  }

  private final Reason reason;

  KeyRefusedException(Reason reason, @Nullable Throwable cause) {
    super("Not taken: " + reason, cause);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
