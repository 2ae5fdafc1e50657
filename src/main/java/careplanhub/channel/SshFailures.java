package careplanhub.channel;

import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.SftpException;
import java.util.Locale;

/** Says what a failure of the SSH client means; the client tells some of it by its words alone. */
final class SshFailures {
  private SshFailures() {}

  static ChannelException of(Throwable failure) {
    String kind = failure.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    String message = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
    if (kind.contains("hostkey") || message.contains("hostkey") || message.contains("host key")) {
      return told(ChannelException.Reason.HOST_KEY_REFUSED, "", failure);
    }
    if (message.contains("auth fail") || message.contains("auth cancel")) {
      return told(ChannelException.Reason.LOGIN_REFUSED, "", failure);
    }
    if (message.contains("invalid privatekey")) {
      return told(ChannelException.Reason.ACCOUNT_MISSING, "", failure);
    }
    // an answer of the server has no cause; a broken connection has one
    if (failure instanceof SftpException answer
        && answer.getCause() == null
        && answer.id != ChannelSftp.SSH_FX_CONNECTION_LOST
        && answer.id != ChannelSftp.SSH_FX_NO_CONNECTION) {
      return told(ChannelException.Reason.REFUSED, "SFTP_" + answer.id, failure);
    }
    return told(ChannelException.Reason.UNREACHABLE, "", failure);
  }

  private static ChannelException told(
      ChannelException.Reason reason, String code, Throwable failure) {
    return new ChannelException(reason, code, failure);
  }
}
