package careplanhub.channel.client;

import static careplanhub.channel.client.ClientFixture.DAY_CARE;
import static careplanhub.channel.client.ClientFixture.HELPERS;
import static careplanhub.channel.client.ClientFixture.OFFICE;
import static careplanhub.channel.client.ClientFixture.SETTINGS;
import static careplanhub.channel.client.ClientFixture.content;
import static careplanhub.channel.client.ClientFixture.name;
import static careplanhub.channel.client.ClientFixture.serial;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import careplanhub.channel.ParcelFile;
import careplanhub.channel.ReceivedEntry;
import careplanhub.relay.SettableClock;
import careplanhub.standard.OfficeNumber;
import careplanhub.store.RealFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the client downloaded comes out as the units that were sent, whatever the order. */
class ClientDownloadsTest {
  private static final List<String> SLIP = List.of("UPPLAN", "UPSIKYU", "UPHOSOKU");

  @TempDir Path folder;
  private final SettableClock clock = new SettableClock();

  @SuppressWarnings("ArrayRecordComponent") // carried, never compared
  private record Download(String name, byte[] content) {}

  @Test
  void shuffledDownloadsOfFortyUnitsComeOutAsTheSameFortyInOrder() throws Exception {
    List<Download> downloads = new ArrayList<>();
    for (int number = 0; number < 40; number++) {
      OfficeNumber from = number % 2 == 0 ? HELPERS : DAY_CARE;
      for (String kind : number % 5 == 0 ? List.of("UPJSK") : SLIP) {
        downloads.add(download(kind, from, serial(number)));
      }
    }
    Collections.shuffle(downloads, new Random(40));
    try (ClientFixture fixture = new ClientFixture(folder, clock, new RealFiles())) {
      for (Download download : downloads.subList(0, downloads.size() / 2)) {
        put(fixture, download);
      }
      fixture.await("half is taken", () -> downloaded(fixture).isEmpty());
    }
    try (ClientFixture fixture = new ClientFixture(folder, clock, new RealFiles())) {
      for (Download download : downloads.subList(downloads.size() / 2, downloads.size())) {
        put(fixture, download);
      }
      List<ReceivedEntry> units = received(fixture, 40);

      for (OfficeNumber from : List.of(HELPERS, DAY_CARE)) {
        List<String> serials =
            units.stream()
                .filter(unit -> unit.from().equals(from))
                .map(unit -> serialOf(unit.files().get(0).name()))
                .toList();
        assertEquals(serials.stream().sorted().toList(), serials);
        assertEquals(20, serials.stream().distinct().count());
      }
      for (ReceivedEntry unit : units) {
        List<ParcelFile> files = fixture.channels.fetch("client-folder", OFFICE, unit.parcelId());
        List<String> kinds = files.stream().map(file -> file.name().split("_", 2)[0]).toList();
        assertTrue(kinds.equals(SLIP) || kinds.equals(List.of("UPJSK")), kinds.toString());
        assertEquals("", unit.message());
        for (ParcelFile file : files) {
          assertArrayEquals(
              content(file.name().split("_", 2)[0], serialOf(file.name())), file.content());
        }
      }
    }
  }

  @Test
  void anAcknowledgedUnitIsPutAwayAndNeverComesTwice() throws Exception {
    try (ClientFixture fixture = new ClientFixture(folder, clock, new RealFiles())) {
      Download result = download("UPJSK", HELPERS, serial(1));
      put(fixture, result);
      String id = received(fixture, 1).get(0).parcelId();
      put(fixture, result.name().replace(".CSV", " (1).CSV"), result.content());
      fixture.await("the repeat is put away", () -> downloaded(fixture).isEmpty());

      fixture.channels.acknowledge("client-folder", OFFICE, id, null);
      fixture.channels.acknowledge("client-folder", OFFICE, id, null);
      assertEquals(List.of(), fixture.channels.received("client-folder", OFFICE));
      assertTrue(
          Files.exists(
              fixture.place.taken().resolve(serial(1) + "_" + HELPERS).resolve(result.name())));

      put(fixture, result);
      fixture.await("the repeat is put away", () -> downloaded(fixture).isEmpty());
      clock.advance(SETTINGS.companionWait());
      put(fixture, download("UPJSK", HELPERS, serial(2)));
      List<ReceivedEntry> next = received(fixture, 1);
      assertEquals(serial(2), serialOf(next.get(0).files().get(0).name()));
    }
  }

  @Test
  void aUnitWhoseCompanionsNeverComeIsTakenAfterAWaitWithAWarning() throws Exception {
    try (ClientFixture fixture = new ClientFixture(folder, clock, new RealFiles())) {
      put(fixture, download("UPPLAN", HELPERS, serial(1)));
      put(fixture, download("UPJSK", HELPERS, serial(2)));
      fixture.await("both are taken", () -> downloaded(fixture).isEmpty());
      pass(fixture, SETTINGS.unitSettleTime());
      assertEquals(
          List.of(),
          fixture.channels.received("client-folder", OFFICE),
          "the later one waits for the earlier");

      pass(fixture, SETTINGS.unitLongestWait());
      fixture.await(
          "the later one waits no longer",
          () -> fixture.channels.received("client-folder", OFFICE).size() == 1);
      pass(fixture, SETTINGS.companionWait());
      fixture.await(
          "the torn one comes",
          () -> fixture.channels.received("client-folder", OFFICE).size() == 2);
      String message = fixture.channels.received("client-folder", OFFICE).get(0).message();
      assertTrue(message.contains("無いもの: UPSIKYU、UPHOSOKU"), message);
    }
  }

  @Test
  void strangeFilesArePutAsideWithAJapaneseReason() throws Exception {
    try (ClientFixture fixture = new ClientFixture(folder, clock, new RealFiles())) {
      put(fixture, "お知らせ.pdf", new byte[] {1});
      put(fixture, name("UPJSK", HELPERS, DAY_CARE, serial(1)), content("UPJSK", serial(1)));
      put(fixture, download("UPPLAN", HELPERS, serial(3)));
      fixture.await("all are taken", () -> downloaded(fixture).isEmpty());
      put(fixture, name("UPPLAN", HELPERS, OFFICE, serial(3)), content("UPPLAN", serial(4)));
      fixture.await("all are taken", () -> downloaded(fixture).isEmpty());

      assertTrue(reason(fixture, "お知らせ.pdf").contains("CLIENT-01"));
      assertTrue(
          reason(fixture, name("UPJSK", HELPERS, DAY_CARE, serial(1))).contains("あてではありません"));
      assertTrue(reason(fixture, name("UPPLAN", HELPERS, OFFICE, serial(3))).contains("CLIENT-04"));
    }
  }

  @Test
  void aFileThatIsStillWrittenOrLockedStaysAndHoldsItsUnit() throws Exception {
    try (ClientFixture fixture = new ClientFixture(folder, clock, new RealFiles())) {
      Download late = download("UPHOSOKU", HELPERS, serial(1));
      fixture.beingWritten.add(late.name());
      put(fixture, late.name(), new byte[] {1});
      Path blocked = fixture.place.held().resolve(DAY_CARE + "_" + OFFICE + "_" + serial(9));
      fixture.await("the folders are there", () -> Files.isDirectory(fixture.place.held()));
      Files.write(blocked, new byte[0]);
      put(fixture, download("UPJSK", DAY_CARE, serial(9)));
      put(fixture, download("UPPLAN", HELPERS, serial(1)));
      put(fixture, download("UPSIKYU", HELPERS, serial(1)));
      fixture.await("the others are taken", () -> downloaded(fixture).size() == 2);
      pass(fixture, SETTINGS.unitSettleTime());
      assertEquals(List.of(), fixture.channels.received("client-folder", OFFICE));

      put(fixture, late);
      fixture.beingWritten.clear();
      Files.delete(blocked);
      List<ReceivedEntry> units = received(fixture, 2);
      assertEquals(3, units.get(1).files().size());
      assertEquals(late.content().length, units.get(1).files().get(2).size());
      assertFalse(Files.exists(fixture.place.error().resolve(late.name())));
    }
  }

  private static Download download(String kind, OfficeNumber from, String serial) {
    return new Download(name(kind, from, OFFICE, serial), content(kind, serial));
  }

  private static void put(ClientFixture fixture, Download download) throws Exception {
    put(fixture, download.name(), download.content());
  }

  private static void put(ClientFixture fixture, String name, byte[] content) throws Exception {
    Path watched = Files.createDirectories(fixture.place.watched());
    Path whole = Files.write(watched.resolveSibling("whole"), content);
    Files.move(whole, watched.resolve(name), StandardCopyOption.REPLACE_EXISTING);
  }

  private static List<Path> downloaded(ClientFixture fixture) throws Exception {
    return Trees.inside(fixture.place.watched());
  }

  private List<ReceivedEntry> received(ClientFixture fixture, int count) throws Exception {
    fixture.await("all is taken", () -> downloaded(fixture).isEmpty());
    fixture.await(
        count + " units",
        () -> {
          clock.advance(Duration.ofSeconds(30));
          return fixture.channels.received("client-folder", OFFICE).size() == count;
        });
    return fixture.channels.received("client-folder", OFFICE);
  }

  /** Lets a time pass, after which the hub has looked at least once more. */
  private void pass(ClientFixture fixture, Duration time) throws Exception {
    looked(fixture);
    clock.advance(time);
    looked(fixture);
  }

  private static void looked(ClientFixture fixture) throws Exception {
    for (int look = 0; look < 2; look++) {
      fixture.look();
    }
  }

  private static String reason(ClientFixture fixture, String name) throws Exception {
    assertTrue(Files.exists(fixture.place.error().resolve(name)), name);
    return Files.readString(fixture.place.error().resolve(name + ".txt"));
  }

  private static String serialOf(String name) {
    return name.substring(name.length() - 18, name.length() - 4);
  }
}
