package careplanhub.hub;

import careplanhub.hub.MailAttachments.Attachment;
import careplanhub.office.VendorMailSettings;
import careplanhub.vendor.NamePattern;
import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.camel.Exchange;
import org.apache.camel.component.mail.MailConstants;
import org.apache.camel.component.mail.MailMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts the attachments of a message into an office's outbox, all of them or, when the message is
 * refused, none. Then the route moves the message to its folder done or refused; a message that can
 * be neither placed nor refused now stays, unseen, and comes again. Tells of a message its number
 * only. Safe for every thread.
 */
public final class VendorMails {
  private static final Logger LOG = LoggerFactory.getLogger(VendorMails.class);
  private static final String SENDERS = "senders";
  private static final String FILES = "files";
  private static final String REFUSED = "refused";

  private final VendorArrivals arrivals;
  private final VendorPolls polls;
  private final MailRefusals refusals;
  private final VendorMailSettings limits;

  VendorMails(
      VendorArrivals arrivals,
      VendorPolls polls,
      MailRefusals refusals,
      VendorMailSettings limits) {
    this.arrivals = arrivals;
    this.polls = polls;
    this.refusals = refusals;
    this.limits = limits;
  }

  /**
   * Takes the message that a mail consumer found, for the exchange's properties {@code office},
   * {@code senders} (addresses with blanks between), {@code files} (a pattern of names) and {@code
   * refused} (a folder of the mailbox).
   *
   * @throws IOException when the outbox does not have everything in the end
   * @throws MessagingException when the server does not give the message
   */
  public void take(Exchange exchange) throws IOException, MessagingException {
    Message mail = exchange.getIn(MailMessage.class).getOriginalMessage();
    String route = exchange.getFromRouteId();
    try {
      String number = MailByNumber.numberOf(mail);
      boolean placedBefore = polls.isFetchedAgain(route, number);
      try {
        List<Attachment> attachments = attachments(mail, exchange);
        if (!placedBefore) {
          place(attachments, exchange);
        }
      } catch (MailRefusedException e) {
        exchange
            .getIn()
            .setHeader(MailConstants.MAIL_MOVE_TO, exchange.getProperty(REFUSED, String.class));
        if (!placedBefore) {
          refusals.add(route, e.reason());
          LOG.warn("route {}: message {} is refused: {}", route, number, e.reason());
        }
      }
    } catch (IOException | MessagingException | RuntimeException e) {
      polls.failed(route, e);
      throw e;
    }
  }

  private List<Attachment> attachments(Message mail, Exchange exchange)
      throws MailRefusedException, MessagingException, IOException {
    try {
      if (!isFrom(mail.getFrom(), exchange.getProperty(SENDERS, "", String.class))) {
        throw new MailRefusedException(MailRefusal.SENDER);
      }
      if (mail.getSize() > limits.maximumMessageSize().bytes()) {
        throw new MailRefusedException(MailRefusal.TOO_LARGE);
      }
      NamePattern names = new NamePattern(exchange.getProperty(FILES, "", String.class));
      return MailAttachments.of(mail, limits, names);
    } catch (IOException | MessagingException | RuntimeException e) {
      boolean gone = !mail.getFolder().isOpen() || !mail.getFolder().getStore().isConnected();
      if (gone) {
        throw e;
      }
      LOG.warn("a message cannot be read: {}", e.getClass().getName());
      throw new MailRefusedException(MailRefusal.UNREADABLE);
    }
  }

  /** Exactly one sender, who is in the list. */
  private static boolean isFrom(Address[] from, String senders) {
    return from != null
        && from.length == 1
        && from[0] instanceof InternetAddress sender
        && sender.getAddress() != null
        && Arrays.asList(senders.toLowerCase(Locale.ROOT).split(" +"))
            .contains(sender.getAddress().toLowerCase(Locale.ROOT));
  }

  private void place(List<Attachment> attachments, Exchange exchange)
      throws IOException, MessagingException {
    for (Attachment attachment : attachments) {
      try (InputStream bytes = attachment.bytes()) {
        arrivals.keep(exchange, attachment.name(), bytes);
      }
    }
  }
}
