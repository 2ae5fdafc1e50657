package careplanhub.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RelaySettingsTest {
  @TempDir Path directory;

  @Test
  void aFolderWithoutAFileHasTheDefaults() throws IOException {
    assertEquals(RelaySettings.defaults(), RelaySettings.load(directory));
  }

  @Test
  void whatTheFileLeavesOutKeepsItsDefault() throws IOException {
    write("keeping: { afterAcknowledgement: P1D }\nlistening: { port: 9443 }\n");

    RelaySettings settings = RelaySettings.load(directory);

    assertEquals(Duration.ofDays(1), settings.keeping().afterAcknowledgement());
    assertEquals(9443, settings.listening().port());
    assertEquals(RelaySettings.defaults().limits(), settings.limits());
    assertEquals(RelaySettings.defaults().listening().host(), settings.listening().host());
  }

  @Test
  void anUnknownKeyOrAValueOutOfItsBoundsIsAnError() throws IOException {
    write("keeping: { afterAcknowledgment: P1D }\n");
    assertThrows(IOException.class, () -> RelaySettings.load(directory));
    write("limits: { filesPerParcel: 0 }\n");
    assertThrows(IOException.class, () -> RelaySettings.load(directory));
  }

  private void write(String yaml) throws IOException {
    Files.writeString(directory.resolve("relay.yaml"), yaml);
  }
}
