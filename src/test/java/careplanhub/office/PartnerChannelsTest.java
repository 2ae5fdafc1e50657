package careplanhub.office;

import static careplanhub.office.ChannelName.CLIENT_FOLDER;
import static careplanhub.office.ChannelName.RELAY;
import static careplanhub.office.ChannelName.SFTP;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Which ways are tried to a partner, and in which order. */
class PartnerChannelsTest {
  @Test
  void whoIsNotKnownToBeOffTheRelayIsTriedThereFirst() {
    assertEquals(List.of(RELAY), PartnerChannels.UNWRITTEN.inOrder(List.of()));
    assertEquals(List.of(RELAY, SFTP), PartnerChannels.UNWRITTEN.inOrder(List.of(SFTP)));
  }

  @Test
  void whoIsOffTheRelayIsReachedByWhatElseThereIs() {
    PartnerChannels off = new PartnerChannels(null, null, false);
    assertEquals(List.of(SFTP, CLIENT_FOLDER), off.inOrder(List.of(SFTP, CLIENT_FOLDER)));
    assertEquals(List.of(), off.inOrder(List.of()));
  }

  @Test
  void whatIsWrittenComesFirstAndTheRelayAfterItOnlyWhenThePartnerIsKnownThere() {
    assertEquals(List.of(SFTP), new PartnerChannels(SFTP, null, null).inOrder(List.of(SFTP)));
    assertEquals(
        List.of(SFTP, RELAY), new PartnerChannels(SFTP, null, true).inOrder(List.of(SFTP)));
  }

  @Test
  void writtenFallbacksTakeThePlaceOfTheRule() {
    assertEquals(
        List.of(RELAY, CLIENT_FOLDER),
        new PartnerChannels(null, List.of(CLIENT_FOLDER), true).inOrder(List.of(SFTP)));
    assertEquals(
        List.of(RELAY), new PartnerChannels(RELAY, List.of(), true).inOrder(List.of(SFTP)));
  }
}
