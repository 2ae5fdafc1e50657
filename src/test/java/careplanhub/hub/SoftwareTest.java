package careplanhub.hub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import careplanhub.hub.IncomingWork.NamedBytes;
import careplanhub.ledger.Reception;
import careplanhub.office.DataSize;
import careplanhub.office.Directory;
import careplanhub.office.VendorSettings;
import careplanhub.standard.OfficeNumber;
import careplanhub.standard.ReadOptions;
import careplanhub.vendor.OfficeKnowledge;
import careplanhub.vendor.OfficeTable;
import careplanhub.vendor.OfficeTables;
import careplanhub.vendor.UserMatches;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What offices get that cannot import every file of the standard. */
class SoftwareTest {
  private static final VendorSettings UNAPPROVED =
      new VendorSettings(
          false,
          Duration.ofSeconds(1),
          10,
          10,
          new DataSize(1 << 20),
          10,
          new DataSize(1 << 20),
          10);
  private static final String DELETE = "DLT1KYO_9980000001_43_9970000002_11_20250426093000.CSV";
  private static final String GEKKAN =
      """
      corporation: 架空法人
      offices:
        - number: "9970000002"
          name: 訪問
          serviceTypes: ["11"]
          software: gekkan
      """;
  private static final String RESULT =
      "UPJSK_202512_9970000002_11_9980000001_43_20260105120000.CSV";
  private static final byte[] VISIT =
      ("202407,999901,9900000001,20260105,202512,9980000001,\"\",244,,20251205,,0950,1020,1,111111,"
              + ",,\"\",,9970000002,\"\",,0,9970000002,\r\n")
          .getBytes(UTF_8);

  @TempDir static Path folder;

  private static final byte[] ROWS = "202407,999901,9900000001,20250420\r\n".getBytes(UTF_8);

  @Test
  void anOfficeWhoseSoftwareKnowsNoDeletesIsToldWhatToWithdraw() throws Exception {
    List<NamedBytes> outputs = delivered("9970000002");

    assertEquals(List.of(DELETE, DELETE + ".txt"), outputs.stream().map(NamedBytes::name).toList());
    assertArrayEquals(ROWS, outputs.get(0).bytes());
    assertEquals(
        List.of(
            "\uFEFF取り下げ（削除）のファイルを受信しました。お使いの介護ソフトの形式に直せないため、手で取り下げてください。",
            "",
            "送信元: 9980000001",
            "取り下げるもの: 居宅サービス計画１表、居宅サービス計画２表、居宅サービス計画３表",
            "利用者補足情報は取り下げません。",
            "",
            "・保険者番号 999901、被保険者番号 9900000001、居宅サービス計画作成（変更）日 20250420"),
        new String(outputs.get(1).bytes(), UTF_8).lines().toList());
  }

  @Test
  void anOfficeWhoseSoftwareReadsTheStandardGetsTheDeleteAlone() throws Exception {
    assertEquals(List.of(DELETE), delivered("9970000001").stream().map(NamedBytes::name).toList());
  }

  @Test
  void aRowThatTheLayoutCannotSayIsDeliveredAsItCameBesideTheReason() throws Exception {
    List<NamedBytes> outputs = delivered("9970000002", GEKKAN, RESULT, VISIT, Map.of());

    assertEquals(List.of(RESULT, RESULT + ".txt"), outputs.stream().map(NamedBytes::name).toList());
    assertArrayEquals(VISIT, outputs.get(0).bytes());
    String reason = new String(outputs.get(1).bytes(), UTF_8);
    assertTrue(reason.contains("users.csv"), reason);
    assertTrue(reason.contains("VENDOR-15"), reason);
  }

  @Test
  void whatTheOfficeWroteDownSaysTheRowInItsLayout() throws Exception {
    List<NamedBytes> outputs =
        delivered(
            "9970000002",
            GEKKAN,
            RESULT,
            VISIT,
            Map.of(
                "users", "利用者,保険者番号,被保険者番号\n試験 太郎,999901,9900000001\n",
                "services", "業務種別,サービス内容,サービスコード,単位数\n訪問介護,身体１,111111,244\n"));

    assertEquals(1, outputs.size());
    String written = new String(outputs.get(0).bytes(), Charset.forName("windows-31j"));
    assertTrue(written.contains("試験 太郎,訪問介護,身体１,9:50,10:20"), written);
  }

  private static List<NamedBytes> delivered(String office) throws Exception {
    return delivered(
        office,
        Files.readString(Path.of("config/corporation.example.yaml")),
        DELETE,
        ROWS,
        Map.of());
  }

  private static List<NamedBytes> delivered(
      String office, String corporation, String name, byte[] bytes, Map<String, String> tables)
      throws Exception {
    Files.writeString(folder.resolve("corporation.yaml"), corporation);
    Directory directory = Directory.read(folder.resolve("corporation.yaml"));
    OfficeTables written =
        table ->
            Optional.ofNullable(tables.get(table))
                .map(text -> OfficeTable.parse(text.getBytes(UTF_8)));
    Software software =
        new Software(
            directory,
            new LoadedAdapters(Path.of("config", "vendors"), UNAPPROVED, directory),
            (number, adapter) -> new OfficeKnowledge(written, UserMatches.none()),
            new Rewriting(ReadOptions.tolerant()));
    Reception reception =
        new Reception(
            "id",
            "relay",
            "parcel",
            new OfficeNumber(office),
            new OfficeNumber("9980000001"),
            "",
            "20250426093000",
            Reception.State.FETCHED,
            Instant.EPOCH,
            List.of(),
            0,
            null);
    return software
        .deliver(
            new IncomingWork(
                reception, List.of(new NamedBytes(name, bytes)), List.of(), List.of(), Map.of()))
        .outputs();
  }
}
