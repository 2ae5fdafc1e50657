package careplanhub.channel.client;

import static careplanhub.channel.client.ClientFixture.DAY_CARE;
import static careplanhub.channel.client.ClientFixture.HELPERS;
import static careplanhub.channel.client.ClientFixture.parcel;
import static careplanhub.channel.client.ClientFixture.serial;
import static careplanhub.channel.client.HandOverTest.lines;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import careplanhub.channel.OutgoingParcel;
import careplanhub.relay.SettableClock;
import careplanhub.store.RealFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Only what a person wrote into a checklist is sent; a wrong line stops itself and no other. */
class ReturnedChecklistsTest {
  @TempDir Path folder;
  private final SettableClock clock = new SettableClock();

  @Test
  void whatAPersonSaysOfSomeLinesIsSentAndTheOthersWait() throws Exception {
    try (ClientFixture fixture = new ClientFixture(folder, clock, new RealFiles())) {
      List<OutgoingParcel> parcels = results(fixture, 3);
      Path shown = fixture.folders(1).get(0);
      clock.advance(Duration.ofMinutes(5));

      fill(shown, 1, line -> line.replaceAll(",,$", ",済,架空花子"));
      fixture.await("the first is sent", () -> fixture.sent(parcels.get(0)).sentAt() != null);

      assertEquals(clock.instant(), fixture.sent(parcels.get(0)).sentAt());
      String proof = fixture.sent(parcels.get(0)).receiptId();
      assertTrue(proof.startsWith(Trees.nameOf(shown) + "#1 9970000001 checklist "), proof);
      assertFalse(proof.contains("花子"), "no name in the evidence");
      assertNull(fixture.sent(parcels.get(1)).sentAt());
      assertNull(fixture.sent(parcels.get(2)).sentAt());
      assertTrue(Files.isDirectory(shown), "it waits on");

      String moment = Checklist.time(clock.instant());
      fill(shown, 2, line -> line.replaceAll(",,$", "," + moment + ","));
      fill(shown, 3, line -> line.replaceAll(",,$", ",済,"));
      fixture.await("the folder is put away", () -> !Files.exists(shown));
      assertNotNull(fixture.sent(parcels.get(2)).sentAt());
      assertTrue(
          Files.isDirectory(fixture.place.sent().resolve(Trees.nameOf(shown)).resolve("データ")));
    }
    try (ClientFixture again = new ClientFixture(folder, clock, new RealFiles())) {
      assertEquals(3, again.sent().stream().filter(entry -> entry.sentAt() != null).count());
    }
  }

  @Test
  void aTamperedSheetIsRefusedLineByLineWhileTheGoodLinesCount() throws Exception {
    try (ClientFixture fixture = new ClientFixture(folder, clock, new RealFiles())) {
      List<OutgoingParcel> parcels = results(fixture, 7);
      Path shown = fixture.folders(1).get(0);

      List<String> changed = new ArrayList<>(lines(shown));
      changed.replaceAll(line -> line.replaceAll(",,$", ",済,"));
      changed.set(1, changed.get(1).replace("9980000011,", "9980000099,"));
      changed.set(2, changed.get(2).replace("UPJSK_", "DLTJSK_"));
      changed.set(3, changed.get(3).replace(",済,", ",昨日,"));
      changed.set(4, changed.get(4).replace(",済,", ",2099/01/01 10:00,"));
      changed.set(5, changed.get(5).replace(",済,", ",2020/01/01,"));
      changed.add(changed.get(7).replaceFirst(",7,", ",8,"));
      changed.add("S20200101-001,1,9980000011,,,x.CSV,登録,1,済,");
      changed.add(changed.get(7));
      Path sheet = save(ClientFixture.sheet(shown), changed);

      Path remark = sheet.resolveSibling("チェックリスト.csv.txt");
      fixture.await("the refused lines are told", () -> Files.exists(remark));
      String told = Files.readString(remark);
      assertTrue(told.contains("2 行目: 「送信先事業所番号」"), told);
      assertTrue(told.contains("3 行目: 「ファイル名」"), told);
      assertTrue(told.contains("4 行目: 「送信済」を読めません"), told);
      assertTrue(told.contains("5 行目: 「送信済」の日時が先"), told);
      assertTrue(told.contains("6 行目: 「送信済」の日時が、フォルダーを作った"), told);
      assertTrue(told.contains("9 行目: この事業所のチェックリストに無い行"), told);
      assertTrue(told.contains("10 行目: この事業所のチェックリストに無い行"), told);
      assertTrue(told.contains("11 行目: 同じ行が 2 回"), told);
      assertEquals(
          List.of(parcels.get(5).id(), parcels.get(6).id()),
          fixture.sent().stream()
              .filter(entry -> entry.sentAt() != null)
              .map(entry -> entry.parcelId())
              .toList());

      changed.set(1, changed.get(1).replace("9980000099,", "9980000011,"));
      save(sheet, changed.subList(0, 2));
      fixture.await("corrected, it counts", () -> fixture.sent(parcels.get(0)).sentAt() != null);
      fixture.await("nothing is wrong any more", () -> !Files.exists(remark));
    }
  }

  @Test
  void aUnitOfWhichOnlySomeFilesWereSentIsNotSent() throws Exception {
    try (ClientFixture fixture = new ClientFixture(folder, clock, new RealFiles())) {
      OutgoingParcel slip = parcel(HELPERS, serial(1), "UPPLAN", "UPSIKYU", "UPHOSOKU");
      fixture.send(slip);
      Path shown = fixture.folders(1).get(0);

      fill(shown, 2, line -> line.replaceAll(",,$", ",済,"));
      Path remark = shown.resolve("チェックリスト.csv.txt");
      fixture.await("the others are asked for", () -> Files.exists(remark));
      assertTrue(Files.readString(remark).contains("番号 [1, 3]"), Files.readString(remark));
      assertNull(fixture.sent(slip).sentAt());
    }
  }

  @Test
  void aSheetAsExcelSavesItIsDroppedBackIntoTheHandOverFolder() throws Exception {
    try (ClientFixture fixture = new ClientFixture(folder, clock, new RealFiles())) {
      OutgoingParcel parcel = parcel(DAY_CARE, serial(1), "UPJSK");
      fixture.send(parcel);
      Path shown = fixture.folders(1).get(0);

      String line = lines(shown).get(1).replace("0370000012,", "370000012,");
      Path dropped =
          save(
              fixture.place.handOver().resolve("記入した表.csv"),
              List.of(lines(shown).get(0), line.replaceAll(",,$", ", 済 ,"), ",,,,,,,,,"));

      fixture.await("it is sent", () -> fixture.sent(parcel).sentAt() != null);
      fixture.await("the sheet is put away", () -> !Files.exists(dropped));
      assertTrue(Files.exists(fixture.place.sent().resolve("記入した表.csv")));
    }
  }

  @Test
  void whatPeopleWriteAsAMomentIsUnderstoodAndTheRestRefused() throws Exception {
    SentWord word = new SentWord(clock, Duration.ofMinutes(10));
    Instant made = Instant.parse("2026-01-02T00:00:00Z");
    for (String text :
        List.of(
            "2026/1/3 9:05",
            "2026-01-03 09:05",
            "２０２６／１／３　９：０５",
            "2026年1月3日 9時05分",
            "2026/01/03 9:05:00")) {
      assertEquals(Instant.parse("2026-01-03T00:05:00Z"), word.read(text, made), text);
    }
    assertEquals("2026/01/03 23:59", Checklist.time(word.read("2026/1/3", made)));
    assertEquals(clock.instant(), word.read("済", made));
    for (String text :
        List.of("はい", "1/3", "2026/13/1 9:00", "2026/02/30", "R8.1.3", "26/1/3 9:05")) {
      assertTrue(isRefused(word, text, made), text);
    }
  }

  private static boolean isRefused(SentWord word, String text, Instant made) {
    try {
      word.read(text, made);
      return false;
    } catch (SentWord.WrongWord e) {
      return e.japanese().contains("送信済");
    }
  }

  private static List<OutgoingParcel> results(ClientFixture fixture, int count) throws Exception {
    List<OutgoingParcel> parcels = new ArrayList<>();
    for (int number = 1; number <= count; number++) {
      parcels.add(parcel(HELPERS, serial(number), "UPJSK"));
      fixture.send(parcels.get(number - 1));
    }
    return parcels;
  }

  private static void fill(Path shown, int line, UnaryOperator<String> words) throws Exception {
    List<String> sheet = new ArrayList<>(lines(shown));
    sheet.set(line, words.apply(sheet.get(line)));
    save(ClientFixture.sheet(shown), sheet);
  }

  private static Path save(Path sheet, List<String> lines) throws Exception {
    return Files.write(
        sheet,
        (String.join("\r\n", lines) + "\r\n").getBytes(Checklist.MS932),
        StandardOpenOption.CREATE,
        StandardOpenOption.TRUNCATE_EXISTING,
        StandardOpenOption.WRITE);
  }
}
