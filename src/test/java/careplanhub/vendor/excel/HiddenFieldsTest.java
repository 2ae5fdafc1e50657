package careplanhub.vendor.excel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import org.junit.jupiter.api.Test;

/** Values that stand in one cell are the same values, whatever signs they have. */
class HiddenFieldsTest {
  @Property
  void valuesComeBackWithoutALoss(
      @ForAll List<@CharRange(from = '0', to = '2') @Chars({'|', '\\', '髙'}) String> values) {
    assertEquals(values, HiddenFields.split(HiddenFields.joined(values)));
  }

  @Test
  void aBarEndsEachValue() {
    assertEquals("9980000001||a\\|b|", HiddenFields.joined(List.of("9980000001", "", "a|b")));
    assertEquals(List.of("a"), HiddenFields.split("a|b"));
  }
}
