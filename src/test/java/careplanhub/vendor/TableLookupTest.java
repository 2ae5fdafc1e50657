package careplanhub.vendor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Words have the answer of the first table that knows them, and none when it has two. */
class TableLookupTest {
  private static final String OFFICE = "語,コード,単位\na,1,10\nb,2,20\nb,2,20\nc,3,30\nc,4,30\nd,,1\n";
  private static final String SHIPPED = "語,コード\na,9\nc,5\nd,7\ne,8\n";

  @ParameterizedTest
  @CsvSource({
    // words, first value, second value, whether there are two answers
    "a, 1, 10, false",
    "ａ, 1, 10, false",
    "b, 2, 20, false",
    "c, , , true",
    "d, 7, '', false",
    "e, 8, '', false",
    "f, , , false",
  })
  void theOfficesTableComesFirstAndNothingIsGuessed(
      String word, String code, String units, boolean ambiguous) {
    TableLookup lookup = lookup("語", OFFICE, SHIPPED);
    assertEquals(
        code == null ? Optional.empty() : Optional.of(List.of(code, units)),
        lookup.valuesOf(List.of(word)));
    assertEquals(ambiguous, lookup.isAmbiguous(List.of(word)));
  }

  @ParameterizedTest
  @CsvSource({"1, a", "9, a", "2, b", "3, c", "8, e", "6, "})
  void theWayBackFindsTheFirstWords(String code, String word) {
    assertEquals(
        Optional.ofNullable(word).map(List::of), lookup("語", OFFICE, SHIPPED).wordsOf(code));
  }

  @Test
  void aTableWithoutTheColumnsIsPassedOver() {
    assertTrue(lookup("語", SHIPPED).isComplete());
    assertFalse(lookup("ほか", OFFICE, SHIPPED).isComplete());
    assertFalse(lookup("語", "語,単位\na,1\n").isComplete());
    assertFalse(lookup("語").isComplete());
    assertTrue(lookup("コード", "コード,語\n1,x\n", OFFICE).isComplete(), "the first column counts too");
  }

  private static TableLookup lookup(String word, String... tables) {
    return new TableLookup(
        Arrays.stream(tables).map(table -> OfficeTable.parse(table.getBytes(UTF_8))).toList(),
        List.of(word),
        List.of(new String[] {"コード", "code"}, new String[] {"単位"}));
  }
}
