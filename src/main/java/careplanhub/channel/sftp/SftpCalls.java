package careplanhub.channel.sftp;

import careplanhub.channel.ChannelCall;
import careplanhub.channel.ChannelException;
import careplanhub.channel.ChannelFailures;
import careplanhub.channel.sftp.SftpTroubles.Work;
import careplanhub.office.SftpAccess;
import careplanhub.standard.OfficeNumber;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/** What the steps of {@code routes/channel-sftp.yaml} note on an exchange for one another. */
final class SftpCalls {
  /** The exchange property with the {@link SftpAccess#account()} whose route is to be called. */
  static final String ACCOUNT = "sftpAccount";

  /** The exchange property that says whether the body is to be uploaded. */
  static final String UPLOAD = "sftpUpload";

  private static final String PARTNER = "sftpPartner";
  private static final String WORK = "sftpWork";
  private static final String PLACE = "sftpPlace";

  private SftpCalls() {}

  /** The call that a route was called with. */
  static <T extends ChannelCall> T call(Exchange exchange, Class<T> type) throws ChannelException {
    @Nullable Object body = exchange.getMessage().getBody();
    if (!type.isInstance(body)) {
      throw new ChannelException(ChannelException.Reason.CHANNEL_BROKEN, null);
    }
    return type.cast(body);
  }

  /** Notes what is done with whom, and gives the route an errand for their server. */
  static void visit(
      Exchange exchange,
      OfficeNumber partner,
      Work work,
      SftpAccess access,
      PairFolder place,
      Errand errand) {
    exchange.setProperty(PARTNER, partner);
    exchange.setProperty(WORK, work);
    exchange.setProperty(PLACE, place);
    exchange.setProperty(ACCOUNT, access.account());
    visit(exchange, errand);
  }

  /** Gives the route another errand for the same server. */
  static void visit(Exchange exchange, Errand errand) {
    exchange.setProperty(UPLOAD, false);
    exchange.getMessage().setBody(errand);
  }

  /** Gives the route bytes to upload to the same server. */
  static void upload(Exchange exchange, String folder, String name, byte[] bytes) {
    exchange.setProperty(UPLOAD, true);
    exchange.getMessage().setHeader(Exchange.FILE_NAME, folder + "/" + name);
    exchange.getMessage().setBody(bytes);
  }

  static PairFolder place(Exchange exchange) throws ChannelException {
    return noted(exchange, PLACE, PairFolder.class);
  }

  static <T> T noted(Exchange exchange, String property, Class<T> type) throws ChannelException {
    @Nullable T noted = exchange.getProperty(property, type);
    if (noted == null) {
      throw new ChannelException(ChannelException.Reason.CHANNEL_BROKEN, null);
    }
    return noted;
  }

  /** Tells health that it went well. */
  static void succeeded(Exchange exchange, SftpTroubles troubles) {
    OfficeNumber partner = exchange.getProperty(PARTNER, OfficeNumber.class);
    Work work = exchange.getProperty(WORK, Work.class);
    if (partner != null && work != null) {
      troubles.succeeded(partner, work);
    }
  }

  /** What a failure on the way means; health is told, too. */
  static ChannelException failed(Exchange exchange, SftpTroubles troubles) {
    ChannelException failure =
        ChannelFailures.of(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class));
    OfficeNumber partner = exchange.getProperty(PARTNER, OfficeNumber.class);
    Work work = exchange.getProperty(WORK, Work.class);
    if (partner != null && work != null) {
      troubles.failed(partner, work, failure);
    }
    return failure;
  }
}
