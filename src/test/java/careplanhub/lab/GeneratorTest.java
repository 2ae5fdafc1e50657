package careplanhub.lab;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import careplanhub.standard.FileName;
import careplanhub.standard.Standard;
import careplanhub.standard.StandardVersion;
import java.nio.charset.Charset;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class GeneratorTest {
  private static final Charset MS932 = Charset.forName("windows-31j");
  private static final YearMonth MONTH = YearMonth.of(2026, 11);
  private static final List<SyntheticCorporation> ALL =
      List.of(
          SyntheticCorporation.first(),
          SyntheticCorporation.second(),
          SyntheticCorporation.third());

  static SyntheticMonth month(long seed, int users) {
    return Generator.of(seed)
        .month(
            users,
            MONTH,
            SyntheticCorporation.supportOffices(ALL),
            SyntheticCorporation.serviceOffices(ALL));
  }

  static SyntheticMonth earlierMonth(long seed, int users) {
    return Generator.of(seed)
        .earlierMonth(
            users,
            YearMonth.of(2024, 11),
            SyntheticCorporation.supportOffices(ALL),
            SyntheticCorporation.serviceOffices(ALL));
  }

  @Test
  void theSameSeedGivesTheSameBytesInAnyOrderOfAsking() {
    SyntheticMonth one = month(7, 40);
    SyntheticMonth other = month(7, 40);
    assertEquals(one.results().toList().size(), other.results().toList().size());
    assertEquals(names(one), names(other));
    List<byte[]> bytes = contents(one);
    List<byte[]> again = contents(other);
    for (int i = 0; i < bytes.size(); i++) {
      assertArrayEquals(bytes.get(i), again.get(i));
    }
    SyntheticOffice exporter = DemoMonthEnd.exporter();
    assertArrayEquals(one.jittaiExport(exporter).content(), other.jittaiExport(exporter).content());
  }

  @Test
  void anotherSeedGivesOtherUsers() {
    assertNotEquals(month(7, 3).users().get(0).identity(), month(8, 3).users().get(0).identity());
  }

  @Test
  void everyLayoutOfBothVersionsOccursAndPictures() throws Exception {
    assertEquals(
        new TreeSet<>(Standard.data().layoutsOf(StandardVersion.V3_2).keySet()),
        kinds(earlierMonth(1, 60)));
    Set<String> expected = new TreeSet<>(Standard.data().layoutsOf(StandardVersion.V4_1).keySet());
    expected.add("UPKIHON_IMAGE");
    assertEquals(expected, kinds(month(1, 60)));
  }

  @Test
  void theCharactersThatBreakProgramsOccur() {
    String slips =
        month(1, 60)
            .all()
            .map(unit -> unit.files().get(0))
            .map(GeneratorTest::text)
            .collect(Collectors.joining());
    String supplements =
        month(1, 60).slips().map(unit -> text(unit.files().get(2))).collect(Collectors.joining());
    for (String hard : List.of("髙", "﨑", "①", "Ⅲ", "㈱", "～", "－", "∥", "ソ", "表", "能")) {
      assertTrue(slips.contains(hard), hard);
    }
    assertTrue(slips.contains("\"\""), "quotes in texts");
    assertTrue(slips.contains("朝は血圧測定\r\n昼は"), "line breaks in texts");
    assertTrue(supplements.contains("ﾀｶﾐﾎﾝ"), "half-width kana");
    assertTrue(
        month(1, 300).plans().anyMatch(unit -> text(unit.files().get(0)).contains("40日目")),
        "long texts");
  }

  @Test
  void insuredNumbersAreNobodysAndUnique() {
    List<SyntheticUser> users = month(5, 3000).users();
    Set<String> numbers = new HashSet<>();
    for (SyntheticUser user : users) {
      String number = user.identity().insuredNumber();
      assertTrue(number.matches("99[0-9]{8}|H99[0-9]{7}"), "shape");
      assertTrue(numbers.add(number), "unique");
      assertTrue(user.identity().insurerNumber().matches("99[0-9]{4}"), "insurer");
    }
    assertTrue(numbers.stream().anyMatch(number -> number.startsWith("H")));
  }

  @Test
  void aSlipHoldsAllRowsOfEachUserWhoIsServedByItsReceiver() {
    SyntheticMonth month = month(3, 90);
    month
        .slips()
        .forEach(
            unit -> {
              long rows =
                  month.users().stream()
                      .filter(user -> user.support().equals(unit.from()))
                      .filter(user -> user.isServedBy(unit.to()))
                      .mapToLong(user -> Visits.planned(user, MONTH).size())
                      .sum();
              assertEquals(rows, unit.files().get(0).rows());
            });
    assertTrue(
        month.users().stream()
            .anyMatch(
                user -> user.services().stream().map(AgreedService::office).distinct().count() > 1),
        "users with services at several offices");
  }

  @Test
  void noTwoUnitsOfASenderShareASerial() {
    List<String> serials =
        month(3, 90).all().map(unit -> unit.from().number() + " " + unit.serial()).toList();
    assertEquals(serials.size(), new HashSet<>(serials).size());
  }

  @Test
  void aMonthOfAnotherVersionIsRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> Generator.of(1).month(1, YearMonth.of(2025, 4), ALL.get(0).offices(), List.of()));
    assertThrows(
        IllegalArgumentException.class,
        () -> Generator.of(1).earlierMonth(1, MONTH, ALL.get(0).offices(), List.of()));
  }

  @Test
  void theDemoHasOneOfEachTroubleAndForgetsNoArrival() {
    DemoMonthEnd demo = DemoMonthEnd.of(Generator.of(1), 24, MONTH);
    for (DemoMonthEnd.Manner manner :
        List.of(
            DemoMonthEnd.Manner.BROKEN,
            DemoMonthEnd.Manner.REPEAT,
            DemoMonthEnd.Manner.HALF_WRITTEN)) {
      assertEquals(
          1,
          demo.resultDrops().stream().filter(drop -> drop.manner() == manner).count(),
          "" + manner);
    }
    Set<String> arriving =
        demo.arrivals().stream().map(arrival -> arrival.file().name()).collect(Collectors.toSet());
    assertEquals(arriving.size(), demo.arrivals().size(), "each name once");
    Set<String> faxed =
        demo.faxed().stream()
            .flatMap(unit -> unit.files().stream())
            .map(GeneratedFile::name)
            .collect(Collectors.toSet());
    assertFalse(faxed.isEmpty());
    demo.slipDrops()
        .forEach(
            drop ->
                drop.files()
                    .forEach(
                        file ->
                            assertTrue(
                                arriving.contains(file.name()) != faxed.contains(file.name()))));
    demo.resultDrops().stream()
        .filter(drop -> drop.manner() == DemoMonthEnd.Manner.BROKEN)
        .forEach(drop -> drop.files().forEach(file -> assertFalse(arriving.contains(file.name()))));
    assertEquals(2, demo.translatedArrivals().size());
    assertEquals(
        demo.month().jittaiExport(DemoMonthEnd.exporter()).rows(),
        demo.translatedArrivals().stream().mapToLong(DemoMonthEnd.TranslatedArrival::rows).sum());
  }

  private static Set<String> kinds(SyntheticMonth month) throws Exception {
    Set<String> kinds = new TreeSet<>();
    for (String name : names(month)) {
      kinds.add(FileName.parse(name).kind());
    }
    return kinds;
  }

  private static List<String> names(SyntheticMonth month) {
    return month.all().flatMap(unit -> unit.files().stream()).map(GeneratedFile::name).toList();
  }

  private static List<byte[]> contents(SyntheticMonth month) {
    return month.all().flatMap(unit -> unit.files().stream()).map(GeneratedFile::content).toList();
  }

  private static String text(GeneratedFile file) {
    return new String(file.content(), MS932);
  }
}
