package careplanhub.hub;

import careplanhub.security.OfficeKey;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.subethamail.smtp.auth.EasyAuthenticationHandlerFactory;
import org.subethamail.smtp.auth.LoginFailedException;
import org.subethamail.smtp.helper.SimpleMessageListener;
import org.subethamail.smtp.server.SMTPServer;

/** A mail server on this machine that takes mails with a login, and how it does TLS. */
final class SmtpServer implements AutoCloseable {
  static final String USER = "hub@kaigo.example";
  static final String PASSWORD = "himitsu-no-kotoba";
  static final String UNKNOWN_ADDRESS = "inai@kaigo.example";

  private static final char[] KEY_PASSWORD = "changeit".toCharArray();

  /** How TLS begins. */
  enum Security {
    NONE,
    STARTTLS,
    TLS
  }

  /** A mail as it came. */
  private record Mail(String to, MimeMessage message) {}

  private final List<Mail> mails = new CopyOnWriteArrayList<>();
  private final SMTPServer server;

  private SmtpServer(String address, Security security, SSLContext context) throws Exception {
    SMTPServer.Builder builder =
        new SMTPServer.Builder()
            .bindAddress(InetAddress.getByName(address))
            .port(0)
            .hostName("localhost")
            .requireAuth(true)
            .showAuthCapabilitiesBeforeSTARTTLS(true)
            .authenticationHandlerFactory(
                new EasyAuthenticationHandlerFactory(
                    (user, password, session) -> login(user, password)))
            .simpleMessageListener(new Keeping());
    switch (security) {
      case NONE -> builder.enableTLS(false);
      case STARTTLS -> builder.startTlsSocketFactory(context).requireTLS();
      case TLS -> builder.serverSocketFactory(context);
    }
    this.server = builder.build();
    server.start();
  }

  static SmtpServer start(String address, Security security, OfficeKey key) throws Exception {
    return new SmtpServer(address, security, context(key));
  }

  /** What a server with a key speaks TLS by. */
  static SSLContext context(OfficeKey key) throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(new ByteArrayInputStream(key.toPkcs12(KEY_PASSWORD)), KEY_PASSWORD);
    KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
    keys.init(store, KEY_PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, new SecureRandom());
    return context;
  }

  private static void login(String user, String password) throws LoginFailedException {
    if (!user.equals(USER) || !password.equals(PASSWORD)) {
      throw new LoginFailedException();
    }
  }

  int port() {
    return server.getPortAllocated();
  }

  /** The mails that came to an address. */
  List<MimeMessage> mailsTo(String address) {
    return mails.stream().filter(mail -> mail.to().equals(address)).map(Mail::message).toList();
  }

  int count() {
    return mails.size();
  }

  @Override
  public void close() {
    server.stop();
  }

  /** Takes mails for everybody but one. */
  private final class Keeping implements SimpleMessageListener {
    @Override
    public boolean accept(String from, String recipient) {
      return !recipient.equals(UNKNOWN_ADDRESS);
    }

    @Override
    public void deliver(String from, String recipient, InputStream data) throws IOException {
      try {
        mails.add(
            new Mail(recipient, new MimeMessage(Session.getInstance(new Properties()), data)));
      } catch (MessagingException e) {
        throw new IOException(e);
      }
    }
  }
}
