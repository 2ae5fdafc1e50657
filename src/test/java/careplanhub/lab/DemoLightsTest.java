package careplanhub.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import careplanhub.lab.DemoLights.Expected;
import careplanhub.lab.DemoLights.Sent;
import careplanhub.office.ChannelName;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The demo fails when one light of one parcel is not as it must be on its channel. */
class DemoLightsTest {
  private static final String ON = "済 2026/12/01 10:00:00";
  private static final String FILE = "UPJSK_202611_9910000029_11_9910000011_20261201101500.CSV";

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "DIRECT, 同じハブ, 済, 済, 済",
    "RELAY, 連携基盤, 済, 済, 済",
    "SFTP, SFTP, 済, 済, 済",
    "CLIENT_FOLDER, 連携クライアント, 済, 不明, 不明"
  })
  void aParcelWhoseLightsAreRightIsNoProblem(
      ChannelName channel, String shown, String first, String second, String third) {
    assertEquals(
        Set.of(), problems(channel, new Sent(FILE, shown, List.of(first, second, third), "1")));
  }

  @ParameterizedTest
  @CsvSource({
    "DIRECT, 同じハブ, 済, 未, 未, '取得済が済ではなく未です。'",
    "RELAY, 連携基盤, 済, 済, 未, '取込済が済ではなく未です。'",
    "SFTP, SFTP, 不明, 済, 済, '渡したが済ではなく不明です。'",
    "CLIENT_FOLDER, 連携クライアント, 未, 不明, 不明, '渡したが済ではなく未です。'",
    "CLIENT_FOLDER, 連携クライアント, 済, 済, 不明, '取得済が不明ではなく済です。'",
    "CLIENT_FOLDER, 連携クライアント, 済, 不明, 未, '取込済が不明ではなく未です。'",
    "RELAY, SFTP, 済, 済, 済, '経路が連携基盤ではなくSFTPです。'"
  })
  void aWrongLightOrChannelIsAProblem(
      ChannelName channel,
      String shown,
      String first,
      String second,
      String third,
      String problem) {
    Set<String> problems =
        problems(channel, new Sent(FILE, shown, List.of(first, second, third), "7"));
    assertTrue(problems.contains("受付番号 7: " + problem), problems.toString());
  }

  @Test
  void aFileThatIsMissingOrTwiceOrUnknownIsAProblem() {
    Sent sent = new Sent(FILE, "連携基盤", List.of(ON, ON, ON), "1");
    assertEquals(Set.of("送信一覧に 1 回だけあるはずのファイルが 0 回あります。"), problems(ChannelName.RELAY));
    assertEquals(Set.of("送信一覧に 1 回だけあるはずのファイルが 2 回あります。"), problems(ChannelName.RELAY, sent, sent));
    assertEquals(
        Set.of("送信一覧に、送るはずのないファイルが 1 個あります。"), DemoLights.problems(List.of(), List.of(sent)));
  }

  @Test
  void parcelsAreCountedByTheChannelOfTheList() throws Exception {
    Path list = folder.resolve("送信一覧.csv");
    Files.writeString(
        list,
        "\uFEFFファイル名,渡した,取得済,取込済,経路,受付番号\r\n"
            + FILE
            + ",済,済,済,連携基盤,1\r\nB.CSV,済,済,済,連携基盤,1\r\nC.CSV,済,不明,不明,連携クライアント,2\r\n");
    assertEquals(
        Map.of(
            ChannelName.DIRECT, 0L,
            ChannelName.RELAY, 1L,
            ChannelName.SFTP, 0L,
            ChannelName.CLIENT_FOLDER, 1L,
            ChannelName.FAX, 0L),
        DemoLights.count(DemoLights.read(list)));
    assertEquals(List.of(), DemoLights.read(folder.resolve("none.csv")));
  }

  private static Set<String> problems(ChannelName channel, Sent... sent) {
    return DemoLights.problems(List.of(new Expected(FILE, channel)), List.of(sent));
  }
}
