package careplanhub.hub;

import careplanhub.hub.BoundedBytes.TooLargeException;
import careplanhub.office.VendorMailSettings;
import careplanhub.vendor.NamePattern;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the attachments of one message, all of which may be taken, or none. Their bytes are read
 * and counted, not kept. For one thread and one message.
 */
final class MailAttachments {
  private static final int DEEPEST = 5;
  private static final int MOST_PARTS = 200;

  private final VendorMailSettings limits;
  private final NamePattern allowed;
  private final List<Attachment> found = new ArrayList<>();
  private final Set<String> names = new HashSet<>();
  private int parts;

  /**
   * @param name safe, as it is, for a file
   */
  record Attachment(String name, Part part) {
    InputStream bytes() throws IOException, MessagingException {
      return part.getInputStream();
    }
  }

  private MailAttachments(VendorMailSettings limits, NamePattern allowed) {
    this.limits = limits;
    this.allowed = allowed;
  }

  /**
   * The attachments, in their order.
   *
   * @throws MailRefusedException when one of them must not be taken, or there is none
   */
  static List<Attachment> of(Part message, VendorMailSettings limits, NamePattern allowed)
      throws MailRefusedException, MessagingException, IOException {
    MailAttachments attachments = new MailAttachments(limits, allowed);
    attachments.look(message, 0);
    if (attachments.found.isEmpty()) {
      throw new MailRefusedException(MailRefusal.NOTHING);
    }
    attachments.requireSizes();
    return List.copyOf(attachments.found);
  }

  private void look(Part part, int depth)
      throws MailRefusedException, MessagingException, IOException {
    if (depth > DEEPEST || ++parts > MOST_PARTS) {
      throw new MailRefusedException(MailRefusal.TOO_MANY);
    }
    if (part.isMimeType("multipart/*")) {
      if (!(part.getContent() instanceof Multipart all)) {
        throw new MailRefusedException(MailRefusal.UNREADABLE);
      }
      for (int index = 0; index < all.getCount(); index++) {
        look(all.getBodyPart(index), depth + 1);
      }
    } else {
      consider(part);
    }
  }

  /** A text, or a picture within it, is no attachment unless it has a name that is looked for. */
  private void consider(Part part) throws MailRefusedException, MessagingException, IOException {
    boolean attached = Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition());
    @Nullable String coded = part.getFileName();
    String name = coded == null ? "" : MimeUtility.decodeText(coded);
    if (!allowed.matches(name) || name.isEmpty()) {
      if (attached) {
        throw new MailRefusedException(MailRefusal.NAME);
      }
      return;
    }
    boolean safe = SafeNames.of(name).equals(name) && !OutboxFilter.isNeverTaken(name);
    if (!safe || !names.add(name.toLowerCase(Locale.ROOT))) {
      throw new MailRefusedException(MailRefusal.NAME);
    }
    if (found.size() == limits.maximumAttachments()) {
      throw new MailRefusedException(MailRefusal.TOO_MANY);
    }
    found.add(new Attachment(name, part));
  }

  private void requireSizes() throws MailRefusedException, MessagingException, IOException {
    long left = limits.maximumMessageSize().bytes();
    for (Attachment attachment : found) {
      long most = Math.min(left, limits.maximumAttachmentSize().bytes());
      try (InputStream bytes = new BoundedBytes(attachment.bytes(), most)) {
        left -= bytes.transferTo(OutputStream.nullOutputStream());
      } catch (TooLargeException e) {
        throw new MailRefusedException(MailRefusal.TOO_LARGE);
      }
    }
  }
}
