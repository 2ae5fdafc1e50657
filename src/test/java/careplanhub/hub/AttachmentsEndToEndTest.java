package careplanhub.hub;

import static careplanhub.hub.HubWorld.DAY_CARE;
import static careplanhub.hub.HubWorld.HOME_HELP;
import static careplanhub.hub.HubWorld.MONTH;
import static careplanhub.hub.HubWorld.PARTNER_SUPPORT;
import static careplanhub.hub.HubWorld.SUPPORT;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import careplanhub.lab.GeneratedFile;
import careplanhub.lab.GeneratedUnit;
import careplanhub.lab.SyntheticOffice;
import careplanhub.ledger.EvidenceVerifier;
import careplanhub.ledger.Parcel;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A PDF, a picture and a message travel between offices, over the relay and within one hub. */
class AttachmentsEndToEndTest {
  private static final byte[] PDF =
      "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF"
          .getBytes(StandardCharsets.US_ASCII);
  private static final String MESSAGE = "髙﨑様の計画書①を送ります。\nご確認ください。";

  @TempDir Path folder;

  @Test
  void overTheRelayTheyTravelBesideAUnitAndByThemselves() throws Exception {
    try (HubWorld world = HubWorld.start(folder, hub -> hurry(hub.resolveSibling("second")))) {
      GeneratedUnit unit =
          MONTH
              .results()
              .filter(one -> one.from().equals(DAY_CARE) && one.to().equals(PARTNER_SUPPORT))
              .findFirst()
              .orElseThrow();
      put(world, DAY_CARE, PARTNER_SUPPORT, "連絡文.txt", MESSAGE.getBytes(Charset.forName("MS932")));
      put(world, DAY_CARE, PARTNER_SUPPORT, "計画書.pdf", PDF);
      put(world, DAY_CARE, PARTNER_SUPPORT, "写真.jpg", jpeg());
      awaitTaken(world, DAY_CARE, PARTNER_SUPPORT);
      for (GeneratedFile file : unit.files()) {
        world.drop(DAY_CARE, file.name(), file.content());
      }

      Path pdf = world.await(PARTNER_SUPPORT, "inbox", "計画書.pdf");
      assertArrayEquals(PDF, Files.readAllBytes(pdf));
      assertArrayEquals(
          jpeg(), Files.readAllBytes(world.await(PARTNER_SUPPORT, "inbox", "写真.jpg")));
      for (GeneratedFile file : unit.files()) {
        world.await(PARTNER_SUPPORT, "inbox", file.name());
      }
      Path text =
          world.await(
              PARTNER_SUPPORT, "inbox", "連絡文_" + DAY_CARE.number() + "_" + unit.serial() + ".txt");
      assertEquals("\uFEFF" + MESSAGE.replace("\n", "\r\n") + "\r\n", Files.readString(text));
      Path list = world.folder(PARTNER_SUPPORT, "受信一覧.csv");
      world.await(
          "the received list shows message and attachments",
          () ->
              Files.exists(list)
                  && Files.readString(list).contains(MESSAGE)
                  && Files.readString(list).contains("計画書.pdf,PDF")
                  && Files.readString(list).contains("写真.jpg,画像"));
      Path sent = world.folder(DAY_CARE, "送信一覧.csv");
      world.await(
          "the sent list shows them",
          () ->
              Files.readString(sent).contains(MESSAGE)
                  && Files.readString(sent).contains("写真.jpg"));
      assertEquals(1, world.first().books().parcels().sentBy(DAY_CARE.number(), 9).size());
      world.await(
          "the receipt proves all of it",
          () ->
              world.first().books().parcels().sentBy(DAY_CARE.number(), 1).get(0).importedAt()
                  != null);

      put(world, PARTNER_SUPPORT, HOME_HELP, "連絡文.txt", "写真です。".getBytes(StandardCharsets.UTF_8));
      put(world, PARTNER_SUPPORT, HOME_HELP, "計画書.pdf", PDF);
      put(world, PARTNER_SUPPORT, HOME_HELP, "写真.jpg", jpeg());

      assertArrayEquals(PDF, Files.readAllBytes(world.await(HOME_HELP, "inbox", "計画書.pdf")));
      world.await(HOME_HELP, "inbox", "写真.jpg");
      Parcel alone = world.second().books().parcels().sentBy(PARTNER_SUPPORT.number(), 1).get(0);
      assertEquals("relay", alone.channel());
      assertTrue(alone.files().stream().allMatch(Parcel.ParcelEntry::isAttachment));
      assertNoNameInTheClear(folder.resolve("first"));
      assertTrue(EvidenceVerifier.verify(folder.resolve("first")).fault().isEmpty());
      assertTrue(EvidenceVerifier.verify(folder.resolve("second")).fault().isEmpty());
    }
  }

  @Test
  void withinOneHubWhatMayNotGoIsRefusedAndTheRestArrives() throws Exception {
    try (HubWorld world = HubWorld.start(folder, AttachmentsEndToEndTest::hurry)) {
      put(world, DAY_CARE, SUPPORT, "写真.jpg", PDF);
      Path reason = world.await(DAY_CARE, "error", "添付/" + SUPPORT.number() + " 送り先/写真.jpg.txt");
      assertTrue(Files.readString(reason).contains("HUB-22"));
      assertTrue(Files.exists(reason.resolveSibling("写真.jpg")), "the original is kept");

      put(world, DAY_CARE, SUPPORT, "道具.exe", new byte[] {'M', 'Z', 0, 1});
      Path program = world.await(DAY_CARE, "error", "添付/" + SUPPORT.number() + " 送り先/道具.exe.txt");
      assertTrue(Files.readString(program).contains("HUB-21"));

      put(world, DAY_CARE, PARTNER_SUPPORT, "同意書.pdf", PDF);
      Path consent =
          world.await(DAY_CARE, "error", "添付/" + PARTNER_SUPPORT.number() + " 送り先/同意書.pdf.txt");
      assertTrue(Files.readString(consent).contains("HUB-28"), "no agreement with this partner");

      Path nowhere = world.folder(DAY_CARE, "outbox").resolve("添付/写真.jpg");
      Files.write(nowhere, jpeg());
      assertTrue(
          Files.readString(world.await(DAY_CARE, "error", "添付/写真.jpg.txt")).contains("HUB-20"));

      put(world, DAY_CARE, SUPPORT, "写真.jpg", jpeg());
      assertArrayEquals(jpeg(), Files.readAllBytes(world.await(SUPPORT, "inbox", "写真.jpg")));
      put(world, DAY_CARE, SUPPORT, "写真.jpg", jpeg());
      world.await(SUPPORT, "inbox", "写真 (2).jpg");
    }
  }

  /** Attachments that meet no unit go at once. */
  private static void hurry(Path hub) throws IOException {
    Files.writeString(
        hub.resolve("config/hub.yaml"),
        "\nattachments:\n  aloneAfter: 3s\n",
        StandardOpenOption.APPEND);
  }

  private static void put(
      HubWorld world, SyntheticOffice from, SyntheticOffice to, String name, byte[] content)
      throws IOException {
    Files.createDirectories(attached(world, from, to));
    Files.write(attached(world, from, to).resolve(name), content);
  }

  private static Path attached(HubWorld world, SyntheticOffice from, SyntheticOffice to) {
    return world.folder(from, "outbox").resolve("添付").resolve(to.number() + " 送り先");
  }

  private static void awaitTaken(HubWorld world, SyntheticOffice from, SyntheticOffice to)
      throws Exception {
    world.await(
        "the attachments are taken",
        () -> {
          try (Stream<Path> lying = Files.list(attached(world, from, to))) {
            return lying.findAny().isEmpty();
          }
        });
  }

  private static byte[] jpeg() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    assertTrue(ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "jpg", bytes));
    return bytes.toByteArray();
  }

  private static void assertNoNameInTheClear(Path hub) throws IOException {
    for (String file : List.of("ledger.sqlite", "ledger.sqlite-wal")) {
      Path ledger = hub.resolve("data").resolve(file);
      if (Files.exists(ledger)) {
        String bytes = new String(Files.readAllBytes(ledger), StandardCharsets.ISO_8859_1);
        String name =
            new String("写真".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        assertFalse(bytes.contains(name), "the name of an attachment is sealed");
      }
    }
  }
}
