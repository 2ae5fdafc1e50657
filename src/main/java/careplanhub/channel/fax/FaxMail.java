package careplanhub.channel.fax;

import careplanhub.office.FaxMailSettings;
import careplanhub.office.FaxSendingSettings.Format;
import jakarta.activation.DataHandler;
import jakarta.mail.MessagingException;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import javax.net.ssl.SSLException;
import org.apache.camel.Exchange;
import org.apache.camel.attachment.AttachmentMessage;
import org.eclipse.angus.mail.util.MailConnectException;

/** Makes the mails that ask a FAX service to send. Safe for every thread. */
final class FaxMail {
  private static final int MOST_CAUSES = 20;

  private final FaxMailSettings settings;

  FaxMail(FaxMailSettings settings) {
    this.settings = settings;
  }

  /** What the route file writes as <code>{{name}}</code>; hosts that are not set lead nowhere. */
  static Map<String, String> properties(FaxMailSettings settings) {
    return Map.of(
        "fax.mail.server",
        settings.security().protocol()
            + ":"
            + (settings.isUsed() ? settings.host() : "unset.invalid")
            + ":"
            + settings.port(),
        "fax.mail.login",
        "#mail-login:" + settings.password() + ":" + settings.user(),
        "fax.mail.authorities",
        settings.authorities(),
        "fax.mail.connectTimeout",
        Long.toString(settings.connectTimeout().toMillis()),
        "fax.mail.answerTimeout",
        Long.toString(settings.answerTimeout().toMillis()));
  }

  /**
   * Makes the message of an attempt.
   *
   * @throws IOException when its address is not one to which anything may be sent
   */
  void compose(FaxFiles.Ask ask, byte[] pages, Format format, Exchange exchange)
      throws IOException {
    String address = ask.fill(settings.recipient(), "");
    if (!settings.allows(address)) {
      throw new IOException("the address is in no domain of the list");
    }
    exchange
        .getMessage()
        .setHeaders(
            new HashMap<>(
                Map.of(
                    "To",
                    address,
                    "From",
                    settings.from(),
                    "Subject",
                    ask.fill(settings.subject(), ""),
                    "Auto-Submitted",
                    "auto-generated")));
    exchange.getMessage().setBody("");
    exchange
        .getMessage(AttachmentMessage.class)
        .addAttachment(
            ask.attempt() + "." + format.extension(),
            new DataHandler(
                new ByteArrayDataSource(
                    pages, format == Format.TIFF ? "image/tiff" : "application/pdf")));
  }

  /** Whether the service certainly did not get the mail: no connection, or it said no. */
  static boolean isUnsent(Throwable trouble) {
    boolean broken = false;
    boolean mail = false;
    Throwable cause = trouble;
    for (int depth = 0; cause != null && depth < MOST_CAUSES; depth++) {
      if (cause instanceof MailConnectException || cause instanceof SSLException) {
        return true;
      }
      mail |= cause instanceof MessagingException;
      broken |= cause instanceof IOException;
      cause = cause.getCause();
    }
    return mail && !broken;
  }
}
