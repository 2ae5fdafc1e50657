package careplanhub.channel.sftp;

import careplanhub.channel.ChannelCall;
import careplanhub.channel.ChannelException;
import careplanhub.channel.EntryPage;
import careplanhub.channel.sftp.SftpTroubles.Work;
import careplanhub.office.SftpAccess;
import careplanhub.standard.OfficeNumber;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/**
 * The steps of {@code routes/channel-sftp.yaml} that list. A page is what lies in one partner's
 * folder; a partner whose server fails has an empty page, and health tells of it, so that it hides
 * no other partner. Safe for every thread.
 */
public final class SftpLists {
  private static final String NEXT = "sftpNext";

  private final SftpPartners partners;
  private final WaitingParcels waiting;
  private final SentParcels sent;
  private final SftpTroubles troubles;

  SftpLists(
      SftpPartners partners, WaitingParcels waiting, SentParcels sent, SftpTroubles troubles) {
    this.partners = partners;
    this.waiting = waiting;
    this.sent = sent;
    this.troubles = troubles;
  }

  /** Asks for what lies in the folder of the next partner; without one the page is the answer. */
  public void ask(Exchange exchange) throws ChannelException {
    ChannelCall.ListPage page = SftpCalls.call(exchange, ChannelCall.ListPage.class);
    List<Map.Entry<OfficeNumber, SftpAccess>> all = List.copyOf(partners.all().entrySet());
    if (page.after() >= all.size()) {
      exchange.getMessage().setBody(new EntryPage<>(List.of(), null));
      return;
    }
    Map.Entry<OfficeNumber, SftpAccess> next = all.get((int) page.after());
    exchange.setProperty(NEXT, page.after() + 1 < all.size() ? page.after() + 1 : null);
    OfficeNumber partner = next.getKey();
    SftpAccess access = next.getValue();
    if (page.direction() == ChannelCall.Direction.SENT) {
      PairFolder place = new PairFolder(access.send(), page.office(), partner);
      SftpCalls.visit(
          exchange, partner, Work.TRACK, access, place, server -> sent.list(server, place));
    } else {
      PairFolder place = new PairFolder(access.receive(), partner, page.office());
      SftpCalls.visit(
          exchange, partner, Work.RECEIVE, access, place, server -> waiting.list(server, place));
    }
  }

  /** The page. */
  public EntryPage<?> page(Exchange exchange) throws ChannelException {
    if (exchange.getMessage().getBody() instanceof List<?> entries) {
      SftpCalls.succeeded(exchange, troubles);
      return new EntryPage<>(entries, next(exchange));
    }
    throw new ChannelException(ChannelException.Reason.CHANNEL_BROKEN, null);
  }

  /** The page of a partner whose server failed. */
  public EntryPage<?> without(Exchange exchange) {
    SftpCalls.failed(exchange, troubles);
    return new EntryPage<>(List.of(), next(exchange));
  }

  private static @Nullable Long next(Exchange exchange) {
    return exchange.getProperty(NEXT, Long.class);
  }
}
