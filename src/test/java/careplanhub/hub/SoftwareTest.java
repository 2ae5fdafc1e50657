package careplanhub.hub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import careplanhub.hub.IncomingWork.NamedBytes;
import careplanhub.ledger.Reception;
import careplanhub.office.DataSize;
import careplanhub.office.Directory;
import careplanhub.office.HubSettings;
import careplanhub.standard.OfficeNumber;
import careplanhub.standard.ReadOptions;
import careplanhub.vendor.OfficeKnowledge;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What offices get that cannot import every file of the standard. */
class SoftwareTest {
  private static final HubSettings.Vendors UNAPPROVED =
      new HubSettings.Vendors(
          false, Duration.ofSeconds(1), 10, 10, new DataSize(1 << 20), 10, new DataSize(1 << 20));
  private static final String DELETE = "DLT1KYO_9980000001_43_9970000002_11_20250426093000.CSV";
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

  private static List<NamedBytes> delivered(String office) throws Exception {
    Directory directory = Directory.read(Path.of("config", "corporation.example.yaml"));
    Software software =
        new Software(
            directory,
            new LoadedAdapters(Path.of("config", "vendors"), UNAPPROVED, directory),
            (number, adapter) -> OfficeKnowledge.none(),
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
                reception, List.of(new NamedBytes(DELETE, ROWS)), List.of(), List.of(), Map.of()))
        .outputs();
  }
}
