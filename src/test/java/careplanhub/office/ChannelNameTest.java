package careplanhub.office;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChannelNameTest {
  @Test
  void aWordNamesItsChannelAndNothingElseDoes() {
    for (ChannelName name : ChannelName.values()) {
      assertEquals(Optional.of(name), ChannelName.of(name.word()));
    }
    assertEquals("direct, relay, sftp, client-folder, fax", ChannelName.words());
    assertEquals(Optional.empty(), ChannelName.of("CLIENT_FOLDER"));
  }

  @Test
  void onlyOfAHandOverFolderTheLaterLightsCannotBeKnown() {
    for (ChannelName name : ChannelName.values()) {
      boolean knowable = name != ChannelName.CLIENT_FOLDER && name != ChannelName.FAX;
      assertEquals(knowable, name.tellsFetched(), name.word());
      assertEquals(knowable, name.tellsImported(), name.word());
    }
  }
}
