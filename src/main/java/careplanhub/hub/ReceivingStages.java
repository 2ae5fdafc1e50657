package careplanhub.hub;

import careplanhub.channel.ChannelLimits;
import careplanhub.channel.Channels;
import careplanhub.channel.direct.DirectChannel;
import careplanhub.security.OfficeKey;
import careplanhub.standard.OfficeNumber;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** The beans that carry what came in to an office's inbox, and follow what was sent. */
final class ReceivingStages {
  private final Ground ground;
  private final SharedParts shared;
  private final DeliveryReceipts receipts;

  /**
   * @param keyOf the key an office signs its receipts with
   */
  ReceivingStages(Ground ground, SharedParts shared, Function<OfficeNumber, OfficeKey> keyOf)
      throws IOException {
    this.ground = ground;
    this.shared = shared;
    Books books = ground.books();
    this.receipts =
        new DeliveryReceipts(
            books.vault(), books.evidence(), keyOf, ground.keys().followingTrust(), ground.clock());
  }

  Map<String, Object> beans(Channels channels) {
    Map<String, Object> beans = new HashMap<>();
    collecting(beans, channels);
    deletes(beans);
    delivering(beans);
    following(beans, channels);
    return beans;
  }

  private void collecting(Map<String, Object> beans, Channels channels) {
    Books books = ground.books();
    beans.put(
        "collecting",
        new Collecting(
            ground.directory(),
            ground.settings(),
            books.vault(),
            books.receptions(),
            channels,
            shared.lanes(),
            new ChannelWaits(ground.settings().dispatch(), ground.clock()),
            shared.changes(),
            shared.gate()));
    beans.put(
        "lateUnits",
        new LateUnits(books.receptions(), books.questions(), books.vault(), shared.rewriting()));
  }

  private void deletes(Map<String, Object> beans) {
    Books books = ground.books();
    beans.put(
        "receivedDeletes",
        new ReceivedDeletes(
            shared.keptUnits(), books.withdrawals(), books.questions(), shared.changes()));
  }

  private void delivering(Map<String, Object> beans) {
    Books books = ground.books();
    beans.put(
        "delivering",
        new Delivering(
            ground.settings(),
            books.vault(),
            books.receptions(),
            books.supportOffices(),
            new Software(
                ground.directory(), ground.adapters(), shared.memory()::of, shared.rewriting()),
            shared.rewriting(),
            shared.options(),
            shared.lanes()));
    beans.put(
        "receivedAttachments",
        new ReceivedAttachments(shared.folders(), ground.files(), ground.parcelRules()));
    Inbox inbox = new Inbox(shared.folders(), ground.layer(), books.receptions(), shared.changes());
    beans.put("inbox", inbox);
    beans.putAll(direct(inbox).beans());
  }

  private DirectChannel direct(Inbox inbox) {
    Books books = ground.books();
    return new DirectChannel(
        ground.directory(),
        books.parcels(),
        books.enclosures(),
        books.lights(),
        books.receptions(),
        books.vault(),
        reception ->
            inbox.isTaken(
                reception, ground.clock().instant().minus(ground.settings().retention().inbox())),
        ChannelLimits.defaults().listedEntries(),
        ground.clock());
  }

  private void following(Map<String, Object> beans, Channels channels) {
    Books books = ground.books();
    beans.put(
        "acknowledging",
        new Acknowledging(
            ground.settings(),
            books.receptions(),
            receipts,
            channels,
            shared.lanes(),
            shared.changes()));
    beans.put(
        "tracking",
        new Tracking(
            ground.directory(),
            ground.settings().dispatch(),
            books.parcels(),
            books.lights(),
            receipts,
            channels,
            shared.lanes(),
            new ChannelWaits(ground.settings().dispatch(), ground.clock()),
            shared.changes(),
            ground.clock()));
  }
}
