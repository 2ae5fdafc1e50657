package careplanhub.standard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SerialTest {
  @Test
  void saysItsMomentToTheSecond() {
    LocalDateTime moment = LocalDateTime.of(2025, 4, 1, 9, 30, 5, 999_000_000);

    assertEquals("20250401093005", Serial.of(moment).value());
    assertEquals(moment.withNano(0), Serial.of(moment).moment());
  }

  @Test
  void itsOrderIsThatOfImport() {
    assertTrue(new Serial("20250401093005").compareTo(new Serial("20250401093006")) < 0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2025040109300",
        "202504010930055",
        "20250431000000",
        "20250401240000",
        "19991231235959",
        "2025040109300x",
        "２０２５０４０１０９３００５"
      })
  void whatIsNoDateAndTimeIsRefused(String text) {
    assertFalse(Serial.isValid(text));
    assertThrows(IllegalArgumentException.class, () -> new Serial(text));
  }
}
