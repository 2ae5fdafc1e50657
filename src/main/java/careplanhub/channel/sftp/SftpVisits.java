package careplanhub.channel.sftp;

import careplanhub.channel.ChannelException;
import java.io.IOException;
import org.apache.camel.Exchange;
import org.apache.camel.component.file.remote.RemoteFileOperations;
import org.apache.camel.component.file.remote.SftpEndpoint;
import org.apache.camel.component.file.remote.SftpRemoteFile;

/**
 * The step of {@code routes/channel-sftp.yaml} that lists, reads and moves on a server: over a
 * connection that Camel's SFTP component opens as the route's address says. Safe for every thread.
 */
public final class SftpVisits {
  /** The exchange property with the address of the server, written by the route of the host. */
  static final String SERVER = "sftpServer";

  SftpVisits() {}

  /** Connects, does the {@link Errand} in the body, leaves its result as body, and disconnects. */
  @SuppressWarnings("rawtypes") // as Camel's endpoint declares its operations
  public void visit(Exchange exchange) throws IOException {
    Errand errand = exchange.getMessage().getBody(Errand.class);
    String address = exchange.getProperty(SERVER, String.class);
    if (errand == null || address == null) {
      throw new ChannelException(ChannelException.Reason.CHANNEL_BROKEN, null);
    }
    SftpEndpoint endpoint = exchange.getContext().getEndpoint(address, SftpEndpoint.class);
    RemoteFileOperations<SftpRemoteFile> operations = endpoint.createRemoteFileOperations();
    try {
      operations.connect(endpoint.getConfiguration(), exchange);
      exchange.getMessage().setBody(errand.on(new RemoteServer(operations, exchange)));
    } finally {
      operations.forceDisconnect();
    }
  }
}
