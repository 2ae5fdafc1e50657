package careplanhub.channel;

import careplanhub.relay.RelayFixture;
import careplanhub.relay.RelayServer;
import careplanhub.relay.RelaySettings;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Random;
import java.util.UUID;

/** Sends and fetches the largest parcel, with relay and hub in one process. Run by a test. */
public final class LargeParcelProgram {
  private LargeParcelProgram() {}

  public static void main(String[] arguments) throws Exception {
    Path directory = Path.of(arguments[0]);
    int bytes = Integer.parseInt(arguments[1]);
    Clock clock = Clock.systemUTC();
    RelayFixture fixture = new RelayFixture(directory.resolve("relay"), clock);
    byte[] content = new byte[bytes];
    new Random(11).nextBytes(content);
    Arrays.fill(content, 0, Math.min(bytes, 64), (byte) '2');
    String address = "https://127.0.0.1:";
    boolean same;
    try (RelayServer relay = fixture.start(RelaySettings.defaults(), clock);
        ChannelFixture hub =
            new ChannelFixture(
                fixture, address + relay.port() + "/v1", directory.resolve("hub"), clock)) {
      hub.channels().send(ChannelFixture.RELAY, ChannelFixture.parcel(UUID.randomUUID(), content));
      ReceivedEntry entry =
          hub.channels().received(ChannelFixture.RELAY, RelayFixture.SUPPORT).get(0);
      ParcelFile file =
          hub.channels().fetch(ChannelFixture.RELAY, RelayFixture.SUPPORT, entry.parcelId()).get(0);
      same = Arrays.equals(content, file.content());
    }
    System.exit(same ? 0 : 3);
  }
}
