package careplanhub.hub;

import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.UIDFolder;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.component.mail.MailBinding;
import org.apache.camel.component.mail.MailEndpoint;
import org.apache.camel.component.mail.MailMessage;
import org.apache.camel.component.mail.MailUidGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What Camel learns of a message from outside: its number in the folder, and nothing of its headers
 * and content. By headers a sender could tell Camel where to move a message, and their size has no
 * bound. Safe for every thread.
 */
public final class MailByNumber extends MailBinding implements MailUidGenerator {
  @Override
  public String generateUuid(MailEndpoint endpoint, Message message) {
    return numberOf(message);
  }

  /** The folder's version and the message's number there, such as {@code 3-17}. */
  static String numberOf(Message message) {
    try {
      Folder folder = message.getFolder();
      return folder instanceof UIDFolder numbered
          ? numbered.getUIDValidity() + "-" + numbered.getUID(message)
          : "0-" + message.getMessageNumber();
    } catch (MessagingException e) {
      throw new IllegalStateException("a message has no number", e);
    }
  }

  @Override
  public @Nullable Object extractBodyFromMail(Exchange exchange, MailMessage message) {
    return null;
  }

  @Override
  protected Map<String, Object> extractHeadersFromMail(Message message, Exchange exchange) {
    return Map.of();
  }
}
