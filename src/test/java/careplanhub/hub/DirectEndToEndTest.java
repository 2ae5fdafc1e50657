package careplanhub.hub;

import static careplanhub.hub.HubWorld.DAY_CARE;
import static careplanhub.hub.HubWorld.MONTH;
import static careplanhub.hub.HubWorld.SUPPORT;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import careplanhub.lab.GeneratedFile;
import careplanhub.ledger.EvidenceVerifier;
import careplanhub.ledger.Parcel;
import careplanhub.ledger.Reception;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two offices of one hub exchange files without a relay, through the same checks and books. */
class DirectEndToEndTest {
  @TempDir Path folder;

  @Test
  void whatOneOfficeSendsAnotherGetsAndTheLightsFollowTheInbox() throws Exception {
    try (HubWorld world = HubWorld.start(folder)) {
      GeneratedFile file = result();
      world.drop(DAY_CARE, file.name(), file.content());

      Path arrived = world.await(SUPPORT, "inbox", file.name());
      assertArrayEquals(file.content(), Files.readAllBytes(arrived));
      world.await("渡した is on", () -> sent(world).handedOverAt() != null);
      Parcel handedOver = sent(world);
      assertEquals("direct", handedOver.channel());
      assertEquals(Parcel.State.HANDED_OVER, handedOver.state());
      assertNull(handedOver.fetchedAt(), "it still lies in the inbox");
      Path list = world.folder(DAY_CARE, "送信一覧.csv");
      world.await(
          "the list says so",
          () -> Files.exists(list) && Files.readString(list).contains("送信済み,,同じハブ"));

      world.first().books().parcels().sendAgain(handedOver.id(), "test");
      String copy = file.name().replace(".CSV", " (2).CSV");
      world.await(SUPPORT, "inbox", copy);
      Files.delete(arrived);
      world.await("the first one is closed", () -> closed(world, handedOver.id()));
      Parcel taken = world.first().books().parcels().find(handedOver.id()).orElseThrow();
      assertNotNull(taken.fetchedAt());
      assertNotNull(taken.importedAt());
      world.await(
          "what was sent again lies there under its name",
          () -> count(world, Parcel.State.HANDED_OVER) == 1);

      Files.delete(world.folder(SUPPORT, "inbox").resolve(copy));
      world.await("the second one is closed", () -> count(world, Parcel.State.CLOSED) == 2);
      assertEquals(2, world.first().books().receptions().deliveredCount(), "each once");
      assertTrue(
          world.first().books().receptions().receivedBy(SUPPORT.number(), 10).stream()
              .allMatch(one -> one.state() == Reception.State.ACKNOWLEDGED));
      assertEquals(
          2, HubEvidence.of(folder.resolve("first"), "prepared").size(), "nothing was said twice");
      assertTrue(EvidenceVerifier.verify(folder.resolve("first")).fault().isEmpty());
    }
  }

  private static GeneratedFile result() {
    return MONTH
        .results()
        .filter(unit -> unit.from().equals(DAY_CARE) && unit.to().equals(SUPPORT))
        .findFirst()
        .orElseThrow()
        .files()
        .get(0);
  }

  private static Parcel sent(HubWorld world) {
    return world.first().books().parcels().sentBy(DAY_CARE.number(), 1).stream()
        .findFirst()
        .orElseThrow();
  }

  private static boolean closed(HubWorld world, String parcel) {
    return world.first().books().parcels().find(parcel).orElseThrow().state()
        == Parcel.State.CLOSED;
  }

  private static long count(HubWorld world, Parcel.State state) {
    return world.first().books().parcels().countByState().getOrDefault(state, 0L);
  }
}
