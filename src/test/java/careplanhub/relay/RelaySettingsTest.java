package careplanhub.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

  @Test
  void everySettingIsDocumentedWithItsDefault() throws Exception {
    String page = Files.readString(Path.of("docs/relay.md"));
    RelaySettings settings = RelaySettings.defaults();
    for (Record group :
        List.of(
            settings.listening(),
            settings.login(),
            settings.limits(),
            settings.quotas(),
            settings.keeping())) {
      String name = group.getClass().getSimpleName().toLowerCase(Locale.ROOT);
      for (RecordComponent setting : group.getClass().getRecordComponents()) {
        String key = name + "." + setting.getName();
        Matcher row = Pattern.compile("\\| `" + key + "` \\| (\\S+) \\|").matcher(page);
        assertTrue(row.find(), key);
        Object value = setting.getAccessor().invoke(group);
        Object documented = value instanceof Duration ? Duration.parse(row.group(1)) : row.group(1);
        assertEquals(value instanceof Duration ? value : value.toString(), documented, key);
      }
    }
  }

  private void write(String yaml) throws IOException {
    Files.writeString(directory.resolve("relay.yaml"), yaml);
  }
}
