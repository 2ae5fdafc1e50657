package careplanhub.standard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FindingCodeTest {
  @Test
  void everyCodeIsDescribedInTheDataAndEveryDescriptionHasItsCode() {
    Set<String> codes =
        Arrays.stream(FindingCode.values()).map(FindingCode::code).collect(Collectors.toSet());

    assertEquals(FindingText.all().keySet(), codes);
    assertEquals(FindingCode.values().length, codes.size(), "two entries share a code");
  }

  @ParameterizedTest
  @EnumSource(FindingCode.class)
  void aCodeNamesItsRuleAndSaysWhatIsWrongAndWhatToDo(FindingCode code) {
    assertTrue(code.code().matches("(NAME|READ|WRITE|STEP|FIELD|ROW|FILE|UNIT)-[0-9]{2}[a-z]?"));
    Integer rule = code.rule();
    int number = Integer.parseInt(code.code().replaceAll("[^0-9]", ""));
    assertTrue(rule == null ? number >= 80 : rule == number, code.code());
    assertTrue(code.sentence().endsWith("。"), code.sentence());
    assertTrue(code.remedy().endsWith("。"), code.remedy());
    assertFalse(code.section().isBlank());
  }

  @Test
  void aFindingNamesItsPlaceAndItem() {
    Field field =
        Standard.data().layout(StandardVersion.V4_1, "UPJSK").orElseThrow().field("serviceCode");

    Finding finding = FindingCode.LENGTH.at(12, 11, field);

    assertEquals(12L, finding.line());
    assertEquals(11L, finding.record());
    assertEquals(15, finding.column());
    assertEquals("サービスコード", finding.field());
    assertEquals("「サービスコード」の長さが6文字ではありません。先頭の 0 が落ちていないか確かめ、6文字で出力し直してください。", finding.message());
  }
}
