package careplanhub.vendor.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which values can have which meaning. */
class ShapesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "insurerNumber | 01100;011002 | 1100;0110021;H11002",
        "insuredNumber | H900000001;9900000;9900000001 | H90000001;990000;99000000011;20250401",
        "targetMonth | 202504;2025/04;令和7年4月;200001 | 199912;20250401;4;202513",
        "serviceDate | 20250401;2000/1/1;2100-12-31 | 19991231;2101/1/1;202504;2025/2/30",
        "createdOn | 令和7年4月1日;20250401 | 202504",
        "day | 1;31;3日 | 0;32;x",
        "weekday | 月;月曜;月曜日;(日) | 月火;休",
        "serviceStart | 9:50;0950;9時50分;950;9999;9:50:00 | 25:00;9.5;99",
        "serviceEnd | 0:00;2359 | 2400x;朝",
        "times | 9:00～10:00;9:00-10:00;0900〜1000;9:00 ~ 10:00 | 9:00;9:00～x;x～9:00",
        "minutes | 60;1440;60.0;0 | 1441;1.5;60分",
        "serviceCode | 111111;A22411 | 991111;11111;1111111;11111a",
        "serviceType | 11;A2 | 99;1;111",
        "serviceItem | 1111;A001;1 | 11111;a001",
        "serviceName | 身体１;a | 123;-",
        "units | 244;1,234;244.0;999999 | 1234567;24.5;1,23",
        "serviceCount | 1;12;1.0 | 123;1.5",
        "serviceOfficeNumber | 9970000002;970000002;13A0000001 | 12345678;99700000021;1300000A01",
        "userName | 試験 太郎;a | 123",
        "userKana | シケン タロウ;しけん | シ;試験",
        "taisCode | 00001-000010;1-1;00001000010 | 1-1-1;123456-1;1",
        "equipmentNoticeCode | ABC;A-1-2 | AB;abc;ABCDEFGHIJKLM",
        "proratedDays | 1111111111111111111111111111110 | 111111111111111111111111111111;2",
        "csvVersion | 202407;201012 | 202413;202400;193012",
        "other | 何でも;1 | ''",
      })
  void aValueHasAMeaningByItsShape(String label, String fitting, String others) {
    Meaning meaning = Meaning.of(label).orElseThrow();
    for (String value : fitting.split(";", -1)) {
      assertEquals(1, Shapes.share(meaning, column(value)), value);
    }
    for (String value : others.isEmpty() ? new String[0] : others.split(";", -1)) {
      assertEquals(0, Shapes.share(meaning, column(value)), value);
    }
  }

  @Test
  void aFlagHasAtMostTwoValues() {
    assertEquals(1, Shapes.share(Meaning.OVER_30_DAYS, column("0", "1", "0")));
    assertEquals(0, Shapes.share(Meaning.OVER_30_DAYS, column("0", "1", "2")));
  }

  @Test
  void aShareIsThePartOfTheValuesThatAreNotEmpty() {
    assertEquals(0.5, Shapes.share(Meaning.SERVICE_COUNT, column("1", "", "x")));
    assertEquals(0, Shapes.share(Meaning.SERVICE_COUNT, column("", "")));
  }

  @ParameterizedTest
  @CsvSource({
    "9:50, 590",
    "0:00, 0",
    "23:59, 1439",
    "950, 590",
    "9時5分, 545",
    "9999, ",
    "24:30, ",
    "9, "
  })
  void minutesCountFromMidnight(String value, Integer minutes) {
    assertEquals(Optional.ofNullable(minutes), Shapes.minutes(value));
  }

  @ParameterizedTest
  @CsvSource({"'1,234', 1234", "12, 12", "12.00, 12", "x, ", "1.5, "})
  void aNumberIsWhole(String value, Long number) {
    assertEquals(Optional.ofNullable(number), Shapes.number(value));
  }

  @ParameterizedTest
  @CsvSource({
    "9:00～10:00, ～",
    "'9:00 - 10:00', ' - '",
    "' 9:00-10:00 ', -",
    "'9:00  〜10:00', '  〜'",
    "9:00, ",
    "～9:00, ",
    "9:00～, ",
    "9～0, ～",
  })
  void whatStandsBetweenTwoTimes(String cell, String between) {
    assertEquals(Optional.ofNullable(between), Shapes.separatorOf(cell));
  }

  @ParameterizedTest
  @CsvSource({"011007, true", "011002, false", "555557, true", "555555, false", "000000, true"})
  void theLastDigitFollowsFromTheOthers(String number, boolean follows) {
    assertEquals(follows, Shapes.hasCheckDigit(number));
  }

  @ParameterizedTest
  @CsvSource({
    "試験 太郎, true, false",
    "試験　太郎, true, false",
    "試験ステーション, false, true",
    "Taro, false, false",
    "シケン タロウ, true, false",
    "ひだまり苑, false, true",
    "12, false, false",
  })
  void namesOfPersonsAndOffices(String text, boolean person, boolean office) {
    assertEquals(person, Shapes.isPerson(text));
    assertEquals(office, Shapes.isOfficeName(text));
  }

  private static ColumnProfile column(String... cells) {
    List<List<String>> records = List.of(cells).stream().map(List::of).toList();
    return ColumnProfile.of(
            new Sample("s.csv", "MS932", "comma", "CRLF", List.of(), List.of(), records, 1, false))
        .get(0);
  }
}
