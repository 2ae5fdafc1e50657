package careplanhub.hub;

import static careplanhub.hub.HubWorld.DAY_CARE;
import static careplanhub.hub.HubWorld.MONTH;
import static careplanhub.hub.HubWorld.PARTNER_SUPPORT;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import careplanhub.lab.DemoWays;
import careplanhub.lab.GeneratedFile;
import careplanhub.lab.SyntheticOffice;
import careplanhub.ledger.EvidenceVerifier;
import careplanhub.ledger.Parcel;
import careplanhub.office.ChannelName;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two hubs between which a person carries files with the official client. */
class ClientFolderEndToEndTest {
  private static final Charset MS932 = Charset.forName("windows-31j");

  @TempDir Path folder;

  @Test
  void whatAPersonCarriesArrivesWholeAndOnlyTheFirstLightIsKnown() throws Exception {
    DemoWays ways =
        new DemoWays(
            Map.of(DAY_CARE, ChannelName.CLIENT_FOLDER),
            Set.of(),
            Set.of(DAY_CARE, PARTNER_SUPPORT),
            null);
    try (HubWorld world = HubWorld.start(folder, ways, hub -> {})) {
      List<GeneratedFile> files = files();
      for (GeneratedFile file : files) {
        world.drop(PARTNER_SUPPORT, file.name(), file.content());
      }
      Path handedOver = handedOver(world);
      Parcel prepared = sent(world);
      assertEquals(Parcel.State.PREPARED, prepared.state(), "nobody said that it was sent");
      assertNull(prepared.handedOverAt());

      List<GeneratedFile> shuffled = new ArrayList<>(files);
      Collections.shuffle(shuffled, new Random(3));
      for (GeneratedFile file : shuffled) {
        Files.copy(
            handedOver.resolve("データ").resolve(file.name()),
            clientOf(world, DAY_CARE).resolve("受信").resolve(file.name()));
      }
      for (GeneratedFile file : files) {
        Path arrived = world.await(DAY_CARE, "inbox", file.name());
        assertArrayEquals(file.content(), Files.readAllBytes(arrived));
      }
      assertEquals(Parcel.State.PREPARED, sent(world).state(), "only a person can say it");

      Path checklist = handedOver.resolve("チェックリスト.csv");
      String filled = Files.readString(checklist, MS932).replace(",,\r\n", ",済,架空 花子\r\n");
      assertFalse(filled.equals(Files.readString(checklist, MS932)), "something is filled in");
      Files.writeString(
          handedOver.resolveSibling(handedOver.getFileName() + ".csv"), filled, MS932);
      world.await("the checklist lights the first", () -> isClosed(world));
      Parcel carried = sent(world);
      assertEquals("client-folder", carried.channel());
      assertNull(carried.fetchedAt());
      assertNull(carried.importedAt());
      Path list = world.folder(PARTNER_SUPPORT, "送信一覧.csv");
      world.await("the list says 不明", () -> Files.readString(list).contains(",不明,不明,完了,,連携クライアント"));
      assertEquals(1, world.first().books().receptions().deliveredCount(), "one unit");
      assertTrue(EvidenceVerifier.verify(folder.resolve("first")).fault().isEmpty());
      assertTrue(EvidenceVerifier.verify(folder.resolve("second")).fault().isEmpty());
    }
  }

  /** A slip's unit has several files. */
  private static List<GeneratedFile> files() {
    List<GeneratedFile> files =
        MONTH
            .slips()
            .filter(unit -> unit.from().equals(PARTNER_SUPPORT) && unit.to().equals(DAY_CARE))
            .findFirst()
            .orElseThrow()
            .files();
    assertTrue(files.size() > 1, "an order to shuffle");
    return files;
  }

  private static Path handedOver(HubWorld world) throws Exception {
    Path handOver = clientOf(world, PARTNER_SUPPORT).resolve("送信");
    world.await("a folder is shown", () -> folders(handOver).size() == 1);
    return folders(handOver).get(0);
  }

  private static Path clientOf(HubWorld world, SyntheticOffice office) {
    return world.folder(office, "連携クライアント");
  }

  private static List<Path> folders(Path handOver) throws Exception {
    if (!Files.isDirectory(handOver)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(handOver)) {
      return all.filter(Files::isDirectory).toList();
    }
  }

  private static Parcel sent(HubWorld world) {
    return world.second().books().parcels().sentBy(PARTNER_SUPPORT.number(), 1).get(0);
  }

  private static boolean isClosed(HubWorld world) {
    return sent(world).state() == Parcel.State.CLOSED;
  }
}
