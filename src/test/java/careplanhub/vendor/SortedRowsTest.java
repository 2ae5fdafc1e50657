package careplanhub.vendor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import careplanhub.standard.Layout;
import careplanhub.standard.Row;
import careplanhub.standard.Standard;
import careplanhub.standard.StandardVersion;
import careplanhub.standard.UserIdentity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an office exports is sorted by what it may send, and what stays is told with its count. */
class SortedRowsTest {
  private static final String OWN = JittaiFixture.OFFICE.value();
  private static final String OTHER = "9970000003";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // rows: kind, office, service code | files | what is told
        "UPJSK 9970000002 111111 | UPJSK | ''",
        "UPJSK 9970000003 111111, UPJSK 9970000003 111111 | '' | ほかの事業所の実績は送りません（2 行）。",
        "UPPLAN 9970000002 111111 | '' | 自分の事業所の予定は居宅介護支援事業所から届くものなので送りません（1 行）。",
        "UPPLAN 9970000003 111111 | UPPLAN | 予定だけの利用者が 1 人います。",
        "UPPLAN 9970000003 111111, UPPLAN 9970000003 111112 | UPPLAN | 予定だけの利用者が 1 人います。",
        "UPPLAN '' 111111 | '' | 送り先のサービス事業所が無い利用者の予定は送りません（1 人）。",
        "UPPLAN 9970000003 431111 | '' | 標準仕様で送らない種類のサービスの行は送りません（1 行）。",
        "UPSIKYU 9970000003 111111 | '' | ''",
        "UPHOSOKU '' '' | '' | ''",
        "UP1KYO '' '' | '' | 予定と実績のほかのファイルは、この形式からは送りません（1 行）。",
        "UP1KYO '' '', UP1KYO '' '', UPSIKYU 9970000003 111111 | '' | 予定と実績のほかのファイルは、この形式からは送りません（2 行）。",
      })
  void eachRowGoesWhereItMay(String rows, String files, String told) {
    List<Row> made = new ArrayList<>();
    for (String row : rows.split(", ", -1)) {
      String[] parts = row.replace("''", "-").split(" ", -1);
      made.add(row(parts[0], parts[1].replace("-", ""), parts[2].replace("-", "")));
    }
    Translated translated = address(made, List.of());
    assertEquals(
        files, String.join(",", translated.files().stream().map(f -> f.name().kind()).toList()));
    List<String> messages = translated.findings().stream().map(one -> one.message()).toList();
    assertEquals(
        told.isEmpty() ? 0 : 1,
        messages.stream().filter(message -> told.isEmpty() || message.startsWith(told)).count(),
        messages.toString());
  }

  @Test
  void aUserWithADamagedRecordIsHeldWithAllRows() {
    Row result = row("UPJSK", OWN, "111111");
    Row plan = row("UPPLAN", OTHER, "111111");
    Translated translated =
        address(
            List.of(result, plan, row("UPSIKYU", OTHER, "111111")),
            List.of(
                new VendorRows.Damaged(2, JittaiFixture.USER),
                new VendorRows.Damaged(3, JittaiFixture.USER),
                new VendorRows.Damaged(4, null),
                new VendorRows.Damaged(5, null)));
    assertEquals(List.of(), translated.files());
    assertEquals(
        List.of(new UserRows(JittaiFixture.USER, List.of(result, plan))), translated.held());
    assertEquals(2, translated.unidentified());
    assertEquals(false, translated.othersAreWhole());
  }

  @Test
  void usersWithoutASupportOfficeAndUsersNobodyKnowsAreCounted() {
    Row nobody = row("UPJSK", OWN, "111111").with("supportOfficeNumber", "");
    Translated translated =
        Addressing.address(
            List.of(
                new VendorRows(
                    List.of(nobody, nobody),
                    new ReadReport(
                        List.of(), List.of(new UnmatchedUser(List.of("試験"), 3)), List.of(), 4, 1))),
            JittaiFixture.context());
    assertEquals(
        List.of(
            "担当の居宅介護支援事業所が分からない利用者が 1 人います。その行は送らずに待ちます。",
            "だれのことか決まっていない利用者が 1 人います。その行は送らずに待ちます。"),
        translated.findings().stream()
            .map(one -> one.message().substring(0, one.message().indexOf("事業所の表")))
            .toList());
    assertEquals(
        List.of(new UserRows(JittaiFixture.USER, List.of(nobody, nobody))), translated.waiting());
    assertEquals(4, translated.records());
    assertEquals(1, translated.notExchanged());
  }

  private static Translated address(List<Row> rows, List<VendorRows.Damaged> damaged) {
    return Addressing.address(
        List.of(
            new VendorRows(rows, new ReadReport(damaged, List.of(), List.of(), rows.size(), 0))),
        JittaiFixture.context());
  }

  private static Row row(String kind, String office, String code) {
    Layout layout = Standard.data().layout(StandardVersion.V4_1, kind).orElseThrow();
    String[] empty = new String[layout.width()];
    Arrays.fill(empty, "");
    Row row = Row.of(layout, empty);
    UserIdentity user = JittaiFixture.USER;
    for (String[] value :
        new String[][] {
          {"insurerNumber", user.insurerNumber()},
          {"insuredNumber", user.insuredNumber()},
          {"targetMonth", "202504"},
          {"serviceOfficeNumber", office},
          {"supportOfficeNumber", "9980000001"},
          {"serviceCode", code},
        }) {
      if (layout.has(value[0])) {
        row = row.with(value[0], value[1]);
      }
    }
    return row;
  }
}
