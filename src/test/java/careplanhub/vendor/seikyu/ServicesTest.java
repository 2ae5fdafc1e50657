package careplanhub.vendor.seikyu;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import careplanhub.vendor.OfficeTable;
import careplanhub.vendor.form.UnreadableException;
import careplanhub.vendor.seikyu.Services.Service;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Short names mean what the office's table says, and nothing when it says two things. */
class ServicesTest {
  private static final String OFFICE =
      """
      略称,サービスコード,サービス開始時刻,サービス終了時刻,単位数
      身１朝,111111,9:30,10:00,244
      身１,111111,9:30,10:00,244
      生２,117211,,,
      生２,117211,,,
      二つ,111111,8:00,8:30,
      二つ,111112,8:00,8:30,
      誤り,1111111,8:00,8:30,
      時,111111,25:00,8:30,
      自費,-,,,
      """;
  private static final String SHIPPED = "略称,サービスコード,開始時刻\n生２,999999,\nほか,111119,7:00\n";

  @ParameterizedTest
  @CsvSource({
    "身１朝, 111111, 0930, 1000, 244",
    "身1朝, 111111, 0930, 1000, 244",
    "生２, 117211, 9999, 9999, ''",
    "ほか, 111119, 0700, 9999, ''",
    "自費, '', '', '', ''",
  })
  void aShortNameMeansWhatTheFirstTableSays(
      String name, String code, String start, String end, String units) throws Exception {
    Service service = services(OFFICE, SHIPPED).named(name);
    assertEquals(new Service(code, start, end, units), service);
    assertEquals(!code.isEmpty(), service.isSent());
  }

  @ParameterizedTest
  @CsvSource({
    "二つ, 2 つの答え",
    "誤り, 読めない値",
    "時, 読めない値",
    "無い, 表に 1 行加えてください",
  })
  void whatIsNotSaidClearlyIsRefused(String name, String advice) {
    assertRefused(services(OFFICE, SHIPPED), name, advice);
  }

  @Test
  void withoutATableOrItsColumnsItSaysSo() {
    assertRefused(services(), "身１朝", "services.csv が無いか");
    assertRefused(services("略称\n身１朝\n"), "身１朝", "services.csv が無いか");
    assertRefused(services("サービスコード\n111111\n"), "身１朝", "services.csv が無いか");
    assertRefused(services("サービスコード,略称\n111111,他\n"), "身１朝", "1 行加え");
  }

  @ParameterizedTest
  @CsvSource({
    "111111, 0930, 1000, 身１朝",
    "117211, 9999, 9999, 生２",
    "111119, 0700, 9999, ほか",
    "111111, 0930, 1030, ",
  })
  void theWayBackFindsTheFirstShortName(String code, String start, String end, String name) {
    assertEquals(Optional.ofNullable(name), services(OFFICE, SHIPPED).nameOf(code, start, end));
  }

  private static void assertRefused(Services services, String name, String advice) {
    String told = assertThrows(UnreadableException.class, () -> services.named(name)).advice();
    assertTrue(told.contains(advice), told);
  }

  private static Services services(String... tables) {
    return new Services(
        List.copyOf(
            Arrays.stream(tables).map(text -> OfficeTable.parse(text.getBytes(UTF_8))).toList()));
  }
}
