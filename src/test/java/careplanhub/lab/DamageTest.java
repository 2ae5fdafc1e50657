package careplanhub.lab;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DamageTest {
  private static final GeneratedFile GOOD =
      GeneratorTest.month(1, 12).results().findFirst().orElseThrow().files().get(0);

  @ParameterizedTest
  @EnumSource
  void damageChangesTheFileTheSameWayEachTime(Damage damage) {
    byte[] before = GOOD.content().clone();
    GeneratedFile damaged = damage.applyTo(GOOD);
    GeneratedFile again = damage.applyTo(GOOD);
    assertTrue(
        !damaged.name().equals(GOOD.name()) || !Arrays.equals(damaged.content(), before),
        "it is damaged");
    assertEquals(damaged.name(), again.name());
    assertArrayEquals(damaged.content(), again.content());
    assertArrayEquals(before, GOOD.content(), "the good file stays good");
  }
}
