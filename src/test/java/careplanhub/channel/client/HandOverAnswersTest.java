package careplanhub.channel.client;

import static careplanhub.channel.client.ClientFixture.HELPERS;
import static careplanhub.channel.client.ClientFixture.parcel;
import static careplanhub.channel.client.ClientFixture.serial;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import careplanhub.channel.OutgoingParcel;
import careplanhub.relay.SettableClock;
import careplanhub.store.RealFiles;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person says by a command, beside the running hub, that a folder was sent. */
class HandOverAnswersTest {
  @TempDir Path folder;
  private final SettableClock clock = new SettableClock();

  @Test
  void aCommandSaysWhatWasSentAndTheFirstWordCounts() throws Exception {
    try (ClientFixture fixture = new ClientFixture(folder, clock, new RealFiles())) {
      OutgoingParcel first = parcel(HELPERS, serial(1), "UPJSK");
      OutgoingParcel second = parcel(HELPERS, serial(2), "UPJSK");
      fixture.send(first);
      fixture.send(second);
      String id = ClientFixture.OFFICE + "/" + Trees.nameOf(fixture.folders(1).get(0));
      fixture.await("the folder waits", () -> answers(fixture).waiting().size() == 1);
      HandOverAnswers answers = answers(fixture);
      assertEquals(2, answers.waiting().get(0).open().size());

      assertTrue(answers.say(id, 1, "きのう", "test").refusal().contains("送信済"));
      assertTrue(answers.say(id, 3, "済", "test").refusal().contains("1 から 2"));
      assertTrue(answers.say(id + "9", 1, "済", "test").refusal().contains("ありません"));
      assertEquals(1, answers.say(id, 2, "済", "test").lines());
      assertEquals(0, answers.say(id, 2, "済", "test").lines());

      fixture.await("the second is sent", () -> fixture.sent(second).sentAt() != null);
      assertNull(fixture.sent(first).sentAt());
      assertEquals(1, answers.say(id, null, "済", "test").lines());
      assertEquals(List.of(), answers.waiting());
      fixture.await("the first is sent", () -> fixture.sent(first).sentAt() != null);
    }
  }

  /** As a command does that is started anew. */
  private HandOverAnswers answers(ClientFixture fixture) {
    return new HandOverAnswers(
        List.of(fixture.place), ClientFixture.SETTINGS, new RealFiles(), clock);
  }
}
