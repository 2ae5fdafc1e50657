package careplanhub.channel.client;

import static careplanhub.channel.client.ClientFixture.DAY_CARE;
import static careplanhub.channel.client.ClientFixture.HELPERS;
import static careplanhub.channel.client.ClientFixture.data;
import static careplanhub.channel.client.ClientFixture.parcel;
import static careplanhub.channel.client.ClientFixture.serial;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import careplanhub.channel.ChannelException;
import careplanhub.channel.OutgoingParcel;
import careplanhub.channel.ParcelFile;
import careplanhub.channel.SendOutcome;
import careplanhub.relay.SettableClock;
import careplanhub.standard.OfficeNumber;
import careplanhub.store.RealFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders for a person to upload: never more than the client takes, never torn, never changed. */
class HandOverTest {
  @TempDir Path folder;
  private final SettableClock clock = new SettableClock();

  @Test
  void twoHundredAndFiftyItemsBecomeThreeFoldersOfAtMostAHundred() throws Exception {
    try (ClientFixture fixture = new ClientFixture(folder, clock, new RealFiles())) {
      Set<String> names = new HashSet<>();
      for (int number = 0; number < 250; number++) {
        OfficeNumber to = number % 2 == 0 ? HELPERS : DAY_CARE;
        OutgoingParcel parcel = parcel(to, serial(number), "UPJSK");
        assertInstanceOf(SendOutcome.Prepared.class, fixture.send(parcel));
        names.add(parcel.files().get(0).name());
      }

      List<Path> folders = fixture.folders(3);

      assertEquals(List.of(100, 100, 50), sizes(folders));
      for (Path shown : folders) {
        for (Path file : data(shown)) {
          assertTrue(names.remove(Trees.nameOf(file)), "each file is in one folder");
        }
        assertTrue(Files.exists(shown.resolve("チェックリスト.html")));
        assertEquals(data(shown).size() + 1, lines(shown).size());
      }
      assertEquals(Set.of(), names);
      assertTrue(fixture.sent().stream().allMatch(entry -> entry.sentAt() == null));
      assertEquals(250, fixture.sent().size());
    }
  }

  @Test
  void aSendUnitIsNeverDividedAndStandsInItsOrder() throws Exception {
    try (ClientFixture fixture = new ClientFixture(folder, clock, new RealFiles())) {
      List<OutgoingParcel> slips = new ArrayList<>();
      for (int number = 0; number < 40; number++) {
        slips.add(parcel(HELPERS, serial(number), "UPPLAN", "UPSIKYU", "UPHOSOKU"));
        fixture.send(slips.get(number));
      }

      List<Path> folders = fixture.folders(2);

      assertEquals(List.of(99, 21), sizes(folders));
      List<String> listed = new ArrayList<>();
      for (Path shown : folders) {
        lines(shown).stream().skip(1).forEach(line -> listed.add(line.split(",", -1)[5]));
      }
      assertEquals(
          slips.stream().flatMap(slip -> slip.files().stream()).map(ParcelFile::name).toList(),
          listed);
      assertArrayEquals(
          slips.get(0).files().get(0).content(),
          Files.readAllBytes(
              folders.get(0).resolve("データ").resolve(slips.get(0).files().get(0).name())));
    }
  }

  @Test
  void aFolderOnceShownIsClosedAndLaterParcelsGoToTheNext() throws Exception {
    try (ClientFixture fixture = new ClientFixture(folder, clock, new RealFiles())) {
      OutgoingParcel early = parcel(HELPERS, serial(1), "UPJSK");
      fixture.send(early);
      Path first = fixture.folders(1).get(0);
      byte[] sheet = Files.readAllBytes(ClientFixture.sheet(first));

      fixture.send(parcel(HELPERS, serial(2), "UPJSK"));
      fixture.send(early);
      List<Path> folders = fixture.folders(2);

      assertEquals(List.of(1, 1), sizes(folders));
      assertArrayEquals(sheet, Files.readAllBytes(ClientFixture.sheet(first)));
      assertEquals(2, fixture.sent().size(), "the repetition is the same parcel");
    }
  }

  @Test
  void thePageIsJapaneseWithoutScriptsAndTheSheetLosesNoCharacterSilently() throws Exception {
    try (ClientFixture fixture = new ClientFixture(folder, clock, new RealFiles())) {
      fixture.send(parcel(DAY_CARE, serial(1), "UPPLAN", "UPSIKYU", "UPHOSOKU"));
      Path shown = fixture.folders(1).get(0);

      String page = Files.readString(shown.resolve("チェックリスト.html"));
      assertTrue(page.contains("0370000012 𠮷田デイサービス"), page);
      assertTrue(page.contains("12月分です"), page);
      assertTrue(page.indexOf("UPPLAN_") < page.indexOf("UPSIKYU_"), page);
      assertTrue(page.contains("lang=\"ja\"") && page.contains("@page"), page);
      assertFalse(page.contains("<script"), page);
      assertTrue(lines(shown).get(1).contains("〔U+20BB7〕田デイサービス"), lines(shown).get(1));
    }
  }

  @Test
  void theServiceOf2027GetsOneAddresseeAFolder() throws Exception {
    try (ClientFixture fixture = new ClientFixture(folder, clock, new RealFiles(), "web-2027")) {
      for (int number = 0; number < 6; number++) {
        fixture.send(parcel(number % 2 == 0 ? HELPERS : DAY_CARE, serial(number), "UPJSK"));
      }

      for (Path shown : fixture.folders(2)) {
        assertEquals(3, data(shown).size());
        assertEquals(
            1,
            data(shown).stream()
                .map(file -> Trees.nameOf(file).substring(27, 37))
                .distinct()
                .count());
      }
    }
  }

  @Test
  void theSameNamesDoNotMeetInOneFolder() throws Exception {
    try (ClientFixture fixture = new ClientFixture(folder, clock, new RealFiles())) {
      OutgoingParcel parcel = parcel(HELPERS, serial(1), "UPJSK");
      OutgoingParcel again =
          new OutgoingParcel(
              UUID.randomUUID().toString(), parcel.from(), parcel.to(), "", parcel.files(), "");
      fixture.send(parcel);
      fixture.send(again);

      assertEquals(List.of(1, 1), sizes(fixture.folders(2)));
    }
  }

  @Test
  void aUnitThatNoFolderHoldsIsRefusedForAPerson() throws Exception {
    try (ClientFixture fixture = new ClientFixture(folder, clock, new RealFiles())) {
      List<ParcelFile> files = new ArrayList<>();
      for (int number = 0; number < 101; number++) {
        files.add(new ParcelFile("a" + number + ".pdf", new byte[] {1}));
      }
      OutgoingParcel large =
          new OutgoingParcel(
              UUID.randomUUID().toString(), ClientFixture.OFFICE, HELPERS, "", files, "");

      SendOutcome.Refused refused =
          assertInstanceOf(SendOutcome.Refused.class, fixture.send(large));
      assertTrue(refused.messageJapanese().contains("100 件"), refused.messageJapanese());

      SendOutcome.Refused device =
          assertInstanceOf(
              SendOutcome.Refused.class,
              fixture.send(
                  new OutgoingParcel(
                      UUID.randomUUID().toString(),
                      ClientFixture.OFFICE,
                      HELPERS,
                      "",
                      List.of(new ParcelFile("CON.pdf", new byte[] {1})),
                      "")));
      assertEquals("CLIENT_FILE_NAME", device.code());
    }
  }

  @Test
  void aShareThatIsGoneIsToldAndNothingIsMadeInItsPlace() throws Exception {
    try (ClientFixture fixture = new ClientFixture(folder, clock, new RealFiles())) {
      fixture.send(parcel(HELPERS, serial(1), "UPJSK"));
      Path root = fixture.place.root();
      Path away = Files.move(root, root.resolveSibling("away"));

      ChannelException told =
          assertThrows(
              ChannelException.class, () -> fixture.send(parcel(HELPERS, serial(2), "UPJSK")));
      assertEquals(ChannelException.Reason.FOLDER_UNUSABLE, told.reason());
      assertFalse(Files.exists(root));

      Files.move(away, root);
      fixture.send(parcel(HELPERS, serial(3), "UPJSK"));
      assertEquals(List.of(2), sizes(fixture.folders(1)));
    }
  }

  static List<Integer> sizes(List<Path> folders) throws Exception {
    List<Integer> sizes = new ArrayList<>();
    for (Path shown : folders) {
      sizes.add(data(shown).size());
    }
    return sizes;
  }

  static List<String> lines(Path shown) throws Exception {
    return Files.readAllLines(ClientFixture.sheet(shown), Checklist.MS932);
  }
}
