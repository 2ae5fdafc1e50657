package careplanhub.hub;

import static careplanhub.hub.HubWorld.DAY_CARE;
import static careplanhub.hub.HubWorld.MONTH;
import static careplanhub.hub.HubWorld.PARTNER_SUPPORT;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import careplanhub.lab.GeneratedFile;
import careplanhub.lab.GeneratedUnit;
import careplanhub.ledger.EvidenceVerifier;
import careplanhub.ledger.Parcel;
import careplanhub.ledger.Parcels;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A unit that the relay would refuse for its size arrives over it, in several parcels. */
class SplitEndToEndTest {
  @TempDir Path folder;

  @Test
  void aSlipThatIsTooLargeArrivesWholeInPartsInTheirOrder() throws Exception {
    GeneratedUnit slip =
        MONTH
            .slips()
            .filter(unit -> unit.from().equals(PARTNER_SUPPORT) && unit.to().equals(DAY_CARE))
            .findFirst()
            .orElseThrow();
    long size = slip.files().stream().mapToLong(file -> file.content().length).sum();
    long bound = size * 2 / 3;
    try (HubWorld world = HubWorld.start(folder, hub -> limit(hub, bound))) {
      for (GeneratedFile file : slip.files()) {
        world.drop(PARTNER_SUPPORT, file.name(), file.content());
      }
      Parcels parcels = world.second().books().parcels();
      world.await(
          "all parts are imported",
          () -> {
            List<Parcel> sent = parcels.sentBy(PARTNER_SUPPORT.number(), 9);
            return !sent.isEmpty() && sent.stream().allMatch(one -> one.importedAt() != null);
          });

      List<Parcel> sent = parcels.between(PARTNER_SUPPORT.number(), DAY_CARE.number());
      assertTrue(sent.size() > 1, "it was split");
      assertEquals(slip.serial(), sent.get(0).serial());
      assertEquals(sent.size(), new HashSet<>(sent.stream().map(Parcel::serial).toList()).size());
      assertTrue(sent.stream().allMatch(parcels::isAsPacked));
      for (GeneratedFile file : slip.files()) {
        ByteArrayOutputStream arrived = new ByteArrayOutputStream();
        for (Parcel parcel : sent.stream().sorted(Comparator.comparing(Parcel::serial)).toList()) {
          String name = file.name().replace(slip.serial().value(), parcel.serial().value());
          arrived.writeBytes(Files.readAllBytes(world.await(DAY_CARE, "inbox", name)));
        }
        assertArrayEquals(file.content(), arrived.toByteArray());
      }
      assertTrue(world.first().books().questions().open().isEmpty(), "no part is late");
      assertTrue(EvidenceVerifier.verify(folder.resolve("first")).fault().isEmpty());
      assertTrue(EvidenceVerifier.verify(folder.resolve("second")).fault().isEmpty());
    }
  }

  @Test
  void whatCannotBeSplitIsToldAndTheRestGoes() throws Exception {
    GeneratedUnit result =
        MONTH
            .results()
            .filter(unit -> unit.from().equals(DAY_CARE) && unit.to().equals(PARTNER_SUPPORT))
            .findFirst()
            .orElseThrow();
    GeneratedUnit slip =
        MONTH
            .slips()
            .filter(unit -> unit.from().equals(PARTNER_SUPPORT) && unit.to().equals(DAY_CARE))
            .findFirst()
            .orElseThrow();
    try (HubWorld world = HubWorld.start(folder, SplitEndToEndTest::limitFirst)) {
      GeneratedFile file = result.files().get(0);
      world.drop(DAY_CARE, file.name(), file.content());
      for (GeneratedFile one : slip.files()) {
        world.drop(PARTNER_SUPPORT, one.name(), one.content());
      }
      Path reason = world.await(DAY_CARE, "error", file.name() + ".txt");
      assertTrue(Files.readString(reason).contains("HUB-08"), Files.readString(reason));
      for (GeneratedFile one : slip.files()) {
        world.await(DAY_CARE, "inbox", one.name());
      }
      assertTrue(world.first().books().parcels().sentBy(DAY_CARE.number(), 1).isEmpty());
    }
  }

  private static void limit(Path first, long bytes) throws IOException {
    setting(first.resolveSibling("second"), bytes);
    Files.writeString(
        first.resolveSibling("relay").resolve("relay.yaml"),
        "\nlimits:\n  parcelBytes: " + bytes + "\n",
        StandardOpenOption.APPEND);
  }

  /** No row is so small. */
  private static void limitFirst(Path first) throws IOException {
    setting(first, 10);
  }

  private static void setting(Path hub, long bytes) throws IOException {
    Files.writeString(
        hub.resolve("config/hub.yaml"),
        "\nattachments:\n  maximumParcelSize: " + bytes + "B\n",
        StandardOpenOption.APPEND);
  }
}
