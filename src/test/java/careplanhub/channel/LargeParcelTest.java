package careplanhub.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import careplanhub.relay.RelayFixture;
import careplanhub.relay.RelayServer;
import careplanhub.relay.RelaySettings;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A parcel of 50 MiB passes in little memory, and one that is larger is refused and not retried.
 */
class LargeParcelTest {
  private static final int LARGEST = 50 * 1024 * 1024;

  @TempDir Path directory;

  @Test
  void theLargestParcelPassesWith256Megabytes() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                LargeParcelProgram.class.getName(),
                directory.toString(),
                Integer.toString(LARGEST))
            .inheritIO()
            .start();
    try {
      process.waitFor(3, TimeUnit.MINUTES);
      assertEquals(0, process.exitValue());
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void aParcelThatIsTooLargeIsRefusedForGood() throws Exception {
    RelayFixture fixture = new RelayFixture(directory.resolve("relay"), Clock.systemUTC());
    try (RelayServer relay = fixture.start(RelaySettings.defaults(), Clock.systemUTC());
        ChannelFixture hub =
            new ChannelFixture(
                fixture,
                "https://127.0.0.1:" + relay.port() + "/v1",
                directory.resolve("hub"),
                Clock.systemUTC())) {
      byte[] content = new byte[LARGEST + 200_000];
      Arrays.fill(content, (byte) '2');
      OutgoingParcel parcel = ChannelFixture.parcel(UUID.randomUUID(), content);

      SendOutcome outcome = hub.channels().send(ChannelFixture.RELAY, parcel);

      assertEquals("PARCEL_TOO_LARGE", assertInstanceOf(SendOutcome.Refused.class, outcome).code());
    }
  }
}
