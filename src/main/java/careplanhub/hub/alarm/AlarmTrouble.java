package careplanhub.hub.alarm;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.util.Arrays;
import java.util.Locale;
import javax.net.ssl.SSLException;
import org.apache.camel.http.base.HttpOperationFailedException;
import org.jspecify.annotations.Nullable;

/** Why a digest was not taken, as far as a person can do something about it. */
enum AlarmTrouble {
  NO_TLS("サーバーが暗号化（TLS）に応じません。alarms.mail の port と security を確かめてください。暗号化しないサーバーには送りません。"),
  WRONG_CERTIFICATE("サーバーの証明書を確かめられません。サーバーの名前と、認証局の証明書（authorities）を確かめてください。"),
  LOGIN_REFUSED("ログインを断られました。ログインの名前とパスワード（keys/secrets）を確かめてください。"),
  ADDRESS_REFUSED("サーバーが宛先か差出人を断りました。アドレス（people、administrators、from）を確かめてください。"),
  NO_SECRET("署名の鍵がありません。keys/secrets か環境変数に置いてください（alarms.webhook の secret）。"),
  REFUSED("送り先が受け取りませんでした。送り先のアドレスと署名の鍵を確かめてください。"),
  NOT_CONNECTED("サーバーにつながりません。サーバーの名前とネットワークを確かめてください。"),
  OTHER("サーバーが受け取りませんでした。サーバーの管理者に確かめてください。");

  private static final int DEEPEST = 10;

  private final String sentence;

  AlarmTrouble(String sentence) {
    this.sentence = sentence;
  }

  /** Japanese: what is wrong and what to do. */
  String sentence() {
    return sentence;
  }

  /** Whether the next recipient will fare the same. */
  boolean concernsTheWay() {
    return this != ADDRESS_REFUSED;
  }

  /** By its code in the ledger. */
  static AlarmTrouble of(String code) {
    return Arrays.stream(values())
        .filter(each -> each.name().equals(code))
        .findFirst()
        .orElse(OTHER);
  }

  /** What a failure means; libraries say some of it by their messages alone. */
  static AlarmTrouble of(Throwable failure) {
    AlarmTrouble vague = OTHER;
    @Nullable Throwable each = failure;
    for (int depth = 0; each != null && depth < DEEPEST; depth++) {
      AlarmTrouble plain = plain(each);
      if (plain != null) {
        return plain;
      }
      if (each instanceof SSLException) {
        vague = NO_TLS;
      }
      each = next(each);
    }
    return vague;
  }

  private static @Nullable Throwable next(Throwable failure) {
    Exception also = failure instanceof MessagingException mail ? mail.getNextException() : null;
    return also == null ? failure.getCause() : also;
  }

  private static @Nullable AlarmTrouble plain(Throwable failure) {
    String message = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
    if (message.contains("starttls is required")) {
      return NO_TLS;
    }
    if (failure instanceof NoSecretException) {
      return NO_SECRET;
    }
    if (failure instanceof CertificateException
        || message.contains("server identity")
        || message.contains("subject alternative name")) {
      return WRONG_CERTIFICATE;
    }
    if (failure instanceof AuthenticationFailedException) {
      return LOGIN_REFUSED;
    }
    if (failure instanceof SendFailedException) {
      return ADDRESS_REFUSED;
    }
    if (failure instanceof HttpOperationFailedException) {
      return REFUSED;
    }
    boolean unreachable =
        failure instanceof ConnectException
            || failure instanceof UnknownHostException
            || failure instanceof NoRouteToHostException
            || failure instanceof SocketTimeoutException;
    return unreachable ? NOT_CONNECTED : null;
  }
}
