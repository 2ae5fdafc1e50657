package careplanhub.channel;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A call over a channel has no known outcome or could not begin: try again later, with the same id
 * and bytes. The message names the reason only and nothing of what was carried.
 */
public final class ChannelException extends IOException {
  private static final long serialVersionUID = 1L;

  /** Why. */
  public enum Reason {
    /** Not reached, broken off or timed out; a sent parcel may have arrived. */
    UNREACHABLE("接続先につながらないか、返事が届きません。自動でやり直します。続くときはネットワークを確かめてください。"),
    /** The other side did not let the office in with its certificate; nothing was carried. */
    CERTIFICATE_REFUSED("証明書が受け入れられませんでした。事業所の証明書の期限と、接続先への登録を確かめてください。"),
    /** The partner has no certificate here that stands, so nothing can be enveloped for it. */
    PARTNER_CERTIFICATE_UNUSABLE(
        "相手の証明書がないか、使えません。config/partners/事業所番号.crt に相手の今の証明書があるか、期限と認証局を確かめてください。自動でやり直します。"),
    /** The server has another key than the known one, or none is known. */
    HOST_KEY_REFUSED("サーバーの鍵が known_hosts に無いか、違います。相手に確かめるまで送受信しません。"),
    /** We do not believe the other side's certificate; nothing was carried. */
    SERVER_CERTIFICATE_REFUSED(
        "接続先の証明書を信用できないので、つないでいません。接続先の証明書と、こちらの失効リストの期限（./hub keys list）を確かめてください。"),
    /** The office's certificate is over; nobody was called. */
    CERTIFICATE_EXPIRED(
        "事業所の証明書の期限が切れているので、つないでいません。./hub keys renew で申し込み、届いた証明書を ./hub keys import で取り込むと、自動で続けます。"),
    /** The time of the office's certificate has not come; nobody was called. */
    CERTIFICATE_NOT_YET_VALID("事業所の証明書がまだ有効になっていないので、つないでいません。機械の時計を確かめてください。有効になれば、自動で続けます。"),
    /** The office's certificate stands in the revocation list; nobody was called. */
    CERTIFICATE_REVOKED(
        "事業所の証明書が失効しているので、つないでいません。./hub keys request で申し込み、届いた証明書を ./hub keys import で取り込むと、自動で続けます。"),
    /** The office has no certificate, or has given up all it had; nobody was called. */
    CERTIFICATE_MISSING(
        "事業所に使える証明書がないので、つないでいません。./hub keys request で申し込み、届いた証明書を ./hub keys import で取り込むと、自動で続けます。"),
    /** The office's key or password is not there or cannot be read. */
    ACCOUNT_MISSING("事業所の証明書またはログイン情報を読めません。keys フォルダを確かめてください。"),
    /** User id or password is wrong. */
    LOGIN_REFUSED("ログインできません。利用者IDとパスワードを確かめてください。"),
    /** Too many wrong logins in a row, whoever made them. */
    LOGIN_LOCKED("パスワードの誤りが続いたため、接続先がログインを一時停止しています。しばらく待って自動でやり直します。利用者IDとパスワードを確かめてください。"),
    /** The other side's administrator has locked the office. */
    OFFICE_LOCKED("この事業所の利用は、接続先の管理者が停止しています。接続先の管理者に連絡してください。"),
    LICENCE_NOT_YET_VALID("ライセンスの利用開始日になっていません。開始日になれば自動で送受信します。"),
    LICENCE_EXPIRED("ライセンスの利用期間が終わっています。更新の手続きをしてください。更新されれば自動で送受信します。"),
    /** As many parcels or bytes as the office may send. */
    QUOTA_USED_UP("送信の上限（1日の件数、または預けている量）に達しました。余裕ができれば自動で送信します。"),
    /** A person must give the one-time password that the other side has sent. */
    LOGIN_WAITS_FOR_PERSON("ワンタイムパスワードの入力を待っています。./hub waiting password で入力してください。"),
    /** The login ended while the call was under way, again right after a new one. */
    LOGIN_ENDED("ログインの期限が切れました。自動でやり直します。"),
    /** The other side refused a call that is not a sending. */
    REFUSED("接続先がこの操作を受け付けませんでした。"),
    /** The other side had a fault of its own. */
    REMOTE_FAULT("接続先で障害が起きています。自動でやり直します。続くときは接続先に連絡してください。"),
    /** The answer is too large or not what the interface says. */
    ANSWER_UNREADABLE("接続先の返事を読めません。接続先の版を確かめてください。"),
    /** A folder through which the channel goes is not there or cannot be written. */
    FOLDER_UNUSABLE("フォルダーを使えません。共有の接続、空き、権限を確かめてください。自動でやり直します。"),
    /** The channel has no route, or its route does not do what the channel needs. */
    CHANNEL_BROKEN("チャネルのルートが動いていません。routes フォルダを確かめてください。");

    private final String messageJapanese;

    Reason(String messageJapanese) {
      this.messageJapanese = messageJapanese;
    }

    /** What happened and what the person does next. */
    public String messageJapanese() {
      return messageJapanese;
    }

    /**
     * Whether a call that failed for this reason may have had its effect at the other side; if not,
     * it certainly had none.
     */
    public boolean leavesOutcomeOpen() {
      return switch (this) {
        case UNREACHABLE, REMOTE_FAULT, ANSWER_UNREADABLE, CHANNEL_BROKEN -> true;
        default -> false;
      };
    }
  }

  private final Reason reason;
  private final String code;

  public ChannelException(Reason reason, @Nullable Throwable cause) {
    this(reason, "", cause);
  }

  public ChannelException(Reason reason, String code, @Nullable Throwable cause) {
    super(code.isEmpty() ? reason.name() : reason.name() + " " + code, cause);
    this.reason = reason;
    this.code = code;
  }

  public Reason reason() {
    return reason;
  }

  /** Whether a parcel whose sending failed like this may be there nevertheless. */
  public boolean leavesOutcomeOpen() {
    return reason.leavesOutcomeOpen() && !code.equals(HostBreakers.OPEN);
  }

  /** The other side's code (a word, or an HTTP status); empty when there is none. */
  public String code() {
    return code;
  }
}
