package careplanhub.hub;

import careplanhub.hub.BoundedBytes.TooLargeException;
import careplanhub.security.KeyFileException;
import jakarta.mail.FolderNotFoundException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.util.Locale;
import org.apache.camel.component.file.GenericFileOperationFailedException;
import org.jspecify.annotations.Nullable;

/** Why a vendor route did not fetch something, as far as a person can do something about it. */
enum VendorTrouble {
  WRONG_HOST_KEY("サーバーの鍵が known_hosts に無いか、違います。相手に確かめるまで取りに行きません。"),
  WRONG_CERTIFICATE("サーバーの証明書を確かめられません。サーバーの名前と、認証局の証明書のファイル（authorities）を確かめてください。それまで取りに行きません。"),
  LOGIN_REFUSED("ログインを断られました。ユーザー名と、鍵またはパスワードを確かめてください。"),
  NOT_CONNECTED("サーバーにつながりません。サーバーの名前とネットワークを確かめてください。自動でまた試します。"),
  TOO_LARGE("大きすぎるファイルがあります（設定 intake.maximumFileSize）。分けて書き出してもらってください。"),
  NOT_MOVED("受け取ったファイルかメールを done フォルダーに移せません。フォルダーがあるか、権限を確かめてください。"),
  NOT_READ("読めないフォルダーかファイルがあります。場所と権限を確かめてください。"),
  NOT_PLACED("受け取れないファイルがあります。outbox に同じ名前のファイルが残っていないか、フォルダーにつながるか確かめてください。");

  private final String sentence;

  VendorTrouble(String sentence) {
    this.sentence = sentence;
  }

  /** Japanese: what is wrong and what to do. */
  String sentence() {
    return sentence;
  }

  /** What a failure means; libraries say some of it by their messages alone. */
  static VendorTrouble of(Throwable failure) {
    boolean remote = false;
    @Nullable Throwable each = failure;
    for (int depth = 0; each != null && depth < 10; depth++) {
      VendorTrouble plain = plain(each);
      if (plain != null) {
        return plain;
      }
      remote |= each instanceof GenericFileOperationFailedException;
      each = each.getCause();
    }
    return remote ? NOT_READ : NOT_PLACED;
  }

  private static @Nullable VendorTrouble plain(Throwable failure) {
    String message = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
    String kind = failure.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    if (failure instanceof TooLargeException) {
      return TOO_LARGE;
    }
    if (kind.contains("hostkey") || message.contains("hostkey") || message.contains("host key")) {
      return WRONG_HOST_KEY;
    }
    if (failure instanceof CertificateException || failure instanceof KeyFileException) {
      return WRONG_CERTIFICATE;
    }
    if (failure instanceof FolderNotFoundException) {
      return NOT_READ;
    }
    if (kind.contains("auth") || message.contains("auth fail") || message.contains("auth cancel")) {
      return LOGIN_REFUSED;
    }
    boolean unreachable =
        failure instanceof ConnectException
            || failure instanceof UnknownHostException
            || failure instanceof NoRouteToHostException
            || failure instanceof SocketTimeoutException
            || message.contains("timeout")
            || message.contains("timed out")
            || message.contains("session is down")
            || message.contains("connection is closed");
    return unreachable ? NOT_CONNECTED : null;
  }
}
