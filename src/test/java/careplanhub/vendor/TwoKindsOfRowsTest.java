package careplanhub.vendor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import careplanhub.standard.UserIdentity;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A record that says a plan and a result makes rows of both kinds or none: what only one kind
 * cannot take over keeps the other's rows back too, and nothing of it comes with the next record.
 */
class TwoKindsOfRowsTest {
  private static final Path FILE = Path.of("config", "vendors", "teikyo", "adapter.yaml");
  private static final String USERS = "保険者番号,被保険者番号\n011002,9900000001\n011002,9900000002\n";
  private static final String SERVICES =
      "サービス種類コード,サービス内容/名称,serviceCode\n11,自費,-\n11,身体１,111111\n";
  private static final String GOOD = "011002,9900000001,11,身体１,0950";

  /** Users and services are asked for results only, so a plan's row is there before. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // insurer, insured, type, service, start | left behind | unmatched | damaged users
        "011002,9900000001,11,自費,0950 | 1 | 0 | ''",
        "011002,9900000009,11,身体１,0950 | 0 | 1 | ''",
        "011002,9900000001,11,ほか,0950 | 0 | 0 | 9900000001",
        "011002,9900000002,11,身体１,9:99 | 0 | 0 | 9900000002",
        "011002,,11,身体１,0950 | 0 | 1 | ''",
      })
  void whatOneKindCannotTakeOverMakesNoRowOfTheOther(
      String record, long leftBehind, int unmatched, String damaged) throws Exception {
    VendorRows read = read(record, GOOD, record);
    assertEquals(
        List.of("UPPLAN 9900000001", "UPJSK 9900000001"),
        read.rows().stream()
            .map(row -> row.layout().kind() + " " + row.get("insuredNumber"))
            .toList());
    ReadReport report = read.report();
    assertEquals(2 * leftBehind, report.notExchanged());
    assertEquals(
        unmatched == 0 ? List.of() : List.of(2L),
        report.unmatched().stream().map(UnmatchedUser::records).toList());
    assertEquals(
        damaged.isEmpty() ? List.of() : List.of(damaged, damaged),
        report.damaged().stream()
            .map(VendorRows.Damaged::user)
            .map(user -> user == null ? "" : user.insuredNumber())
            .toList());
    boolean told =
        report.findings().stream().anyMatch(one -> one.message().contains("（送らない）とした行は送りません（2 行）"));
    assertEquals(leftBehind == 1, told, report.findings().toString());
  }

  @Test
  void aDamagedDayIsToldWithItsColumnAndKeepsTheWholeRecordBack() throws Exception {
    VendorRows read = read(GOOD.replace("9900000001", "9900000002") + ",x", GOOD);
    assertEquals(2, read.rows().size());
    assertEquals(
        List.of(new VendorRows.Damaged(2, new UserIdentity("011002", "9900000002"))),
        read.report().damaged());
    assertTrue(
        read.findings().stream()
            .anyMatch(one -> "1日実績".equals(one.field()) && Long.valueOf(2).equals(one.line())),
        read.findings().toString());
  }

  private static VendorRows read(String... records) throws Exception {
    String yaml =
        Files.readString(FILE)
            .replace(
                "insurerNumber, form: { digits: { length: 6 } } }",
                "insurerNumber, form: { digits: { length: 6 } } }\n    kinds: [UPPLAN]")
            .replace(
                "leadingLetters: H } }\n",
                """
                leadingLetters: H } }
                    kinds: [UPPLAN]
                  - user: { columns: [保険者番号, 被保険者番号] }
                    kinds: [UPJSK]
                """)
            .replace(
                "      codes: [2, 4]\n",
                """
                    kinds: [UPJSK]
                  - constant: { field: serviceCode, value: "111111" }
                    kinds: [UPPLAN]
                """)
            .replace("    - identifier\n", "    - identifier\n    - UPPLAN.serviceCode\n");
    Adapter adapter = Adapter.parse("adapter.yaml", yaml.getBytes(UTF_8));
    List<String> lines = new ArrayList<>();
    lines.add(
        "保険者番号,被保険者番号,サービス種類コード,サービス内容/名称,開始時刻,1日実績,1日予定,利用対象年月,"
            + "サービス事業者コード,終了時刻,単位数,CSVバージョン,予定回数合計,実績回数合計,予定単位合計,実績単位合計"
            + days("予定")
            + days("実績"));
    for (String record : records) {
      String day = record.split(",", -1).length == 5 ? ",1" : "";
      lines.add(record + day + ",1,202504,9970000002,1020,244,202407,,,," + ",".repeat(2 * 30));
    }
    VendorContext context =
        JittaiFixture.context()
            .with(
                new OfficeKnowledge(
                    name ->
                        Optional.ofNullable(Map.of("users", USERS, "services", SERVICES).get(name))
                            .map(text -> OfficeTable.parse(text.getBytes(UTF_8))),
                    UserMatches.none()));
    return adapter.read(JittaiFixture.utf8(String.join("\n", lines) + "\n"), context);
  }

  private static String days(String what) {
    StringBuilder days = new StringBuilder();
    for (int day = 2; day <= 31; day++) {
      days.append(',').append(day).append('日').append(what);
    }
    return days.toString();
  }
}
