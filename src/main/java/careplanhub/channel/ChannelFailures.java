package careplanhub.channel;

import careplanhub.security.KeyRing;
import careplanhub.security.UnusableKeyException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.SftpException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import java.io.IOException;
import java.security.cert.CertificateException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.camel.CamelExchangeException;
import org.apache.camel.component.direct.DirectConsumerNotAvailableException;
import org.apache.camel.http.base.HttpOperationFailedException;
import org.jspecify.annotations.Nullable;

/** Says what a failure inside a channel's route means for whoever called it. */
public final class ChannelFailures {
  private static final int MOST_CAUSES = 20;

  private ChannelFailures() {}

  /** The meaning; a failure that is a {@link ChannelException} already stays as it is. */
  public static ChannelException of(@Nullable Throwable failure) {
    Throwable cause = failure;
    boolean broken = false;
    for (int depth = 0; cause != null && depth < MOST_CAUSES; depth++) {
      ChannelException known = known(cause);
      if (known != null) {
        return known;
      }
      broken |= cause instanceof IOException;
      cause = cause.getCause();
    }
    return new ChannelException(
        broken ? ChannelException.Reason.UNREACHABLE : ChannelException.Reason.ANSWER_UNREADABLE,
        failure);
  }

  private static @Nullable ChannelException known(Throwable failure) {
    if (failure instanceof ChannelException already) {
      return already;
    }
    if (failure instanceof CallNotPermittedException) {
      return new ChannelException(ChannelException.Reason.UNREACHABLE, HostBreakers.OPEN, null);
    }
    if (failure instanceof HttpOperationFailedException answered) {
      return ofStatus(answered.getStatusCode());
    }
    if (failure instanceof JSchException || failure instanceof SftpException) {
      return SshFailures.of(failure);
    }
    if (failure instanceof JsonEOFException) {
      return new ChannelException(ChannelException.Reason.UNREACHABLE, null);
    }
    if (failure instanceof JsonProcessingException || failure instanceof LimitedAnswer.TooLong) {
      // Jackson's messages may quote what they stumbled over.
      return new ChannelException(ChannelException.Reason.ANSWER_UNREADABLE, null);
    }
    if (failure instanceof UnusableKeyException unusable) {
      return new ChannelException(reasonOf(unusable.problem()), failure);
    }
    if (failure instanceof SSLException || failure instanceof CertificateException) {
      return new ChannelException(
          isOurRefusal(failure)
              ? ChannelException.Reason.SERVER_CERTIFICATE_REFUSED
              : ChannelException.Reason.CERTIFICATE_REFUSED,
          failure);
    }
    if (failure instanceof DirectConsumerNotAvailableException
        || failure instanceof CamelExchangeException) {
      return new ChannelException(ChannelException.Reason.CHANNEL_BROKEN, failure);
    }
    return null;
  }

  private static ChannelException.Reason reasonOf(KeyRing.Problem problem) {
    return switch (problem) {
      case EXPIRED -> ChannelException.Reason.CERTIFICATE_EXPIRED;
      case NOT_YET_VALID -> ChannelException.Reason.CERTIFICATE_NOT_YET_VALID;
      case REVOKED -> ChannelException.Reason.CERTIFICATE_REVOKED;
      case NONE_ISSUED, GIVEN_UP -> ChannelException.Reason.CERTIFICATE_MISSING;
    };
  }

  /** Our own judgement is a CertificateException; the other side's comes as an alert. */
  private static boolean isOurRefusal(Throwable failure) {
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < MOST_CAUSES; depth++) {
      if (cause instanceof CertificateException || cause instanceof SSLPeerUnverifiedException) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
  }

  /** Only the status is kept: the exception would carry the address and the answer's text. */
  private static ChannelException ofStatus(int status) {
    ChannelException.Reason reason =
        switch (status) {
          case 403 -> ChannelException.Reason.CERTIFICATE_REFUSED;
          case 408, 429, 503 -> ChannelException.Reason.UNREACHABLE;
          default ->
              status >= 500
                  ? ChannelException.Reason.REMOTE_FAULT
                  : ChannelException.Reason.ANSWER_UNREADABLE;
        };
    return new ChannelException(reason, Integer.toString(status), null);
  }
}
