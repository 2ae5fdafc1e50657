package careplanhub.hub;

import careplanhub.security.TestAuthority;
import com.icegreen.greenmail.imap.ImapHostManager;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Files;
import java.nio.file.Path;

/** An IMAP server with TLS on this machine and one mailbox. */
final class MailServer implements AutoCloseable {
  static final String USER = "jimusho@kaigo.example";
  static final String PASSWORD = "himitsu-no-kotoba";

  private static final String KEY_PASSWORD = "changeit";

  private final GreenMail server;
  private final GreenMailUser user;

  private MailServer(GreenMail server, GreenMailUser user) {
    this.server = server;
    this.user = user;
  }

  /** The key of every server that this JVM starts: GreenMail reads it once. */
  static void useKey(TestAuthority authority, Path file) throws Exception {
    Files.write(file, authority.issueServer().toPkcs12(KEY_PASSWORD.toCharArray()));
    System.setProperty("greenmail.tls.keystore.file", file.toString());
    System.setProperty("greenmail.tls.keystore.password", KEY_PASSWORD);
  }

  /** Starts a server at an address of this machine. */
  static MailServer start(String address) {
    GreenMail server =
        new GreenMail(new ServerSetup(0, address, ServerSetup.PROTOCOL_IMAPS).dynamicPort());
    server.start();
    return new MailServer(server, server.setUser(USER, USER, PASSWORD));
  }

  int port() {
    return server.getImaps().getPort();
  }

  void deliver(MimeMessage message) {
    user.deliver(message);
  }

  /** How many messages a folder of the mailbox has; none when there is no such folder. */
  int count(String folder) {
    MailFolder found = folders().getFolder(user, folder);
    return found == null ? 0 : found.getNonDeletedMessages().size();
  }

  /** Whether no message of the inbox has been marked as read. */
  boolean isInboxUnread() throws Exception {
    return folders().getInbox(user).getNonDeletedMessages().stream()
        .noneMatch(message -> message.isSet(Flags.Flag.SEEN));
  }

  void changePassword(String password) {
    user.setPassword(password);
  }

  private ImapHostManager folders() {
    return server.getManagers().getImapHostManager();
  }

  @Override
  public void close() {
    server.stop();
  }
}
