package careplanhub.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A message is read as its writer meant it, or not at all. */
class MessageTextTest {
  private static final String TEXT = "髙﨑①～\nよろしく";

  @Test
  void readsWhatEditorsOfWindowsWrite() {
    for (Charset charset : new Charset[] {StandardCharsets.UTF_8, Charset.forName("MS932")}) {
      assertEquals(
          Optional.of(TEXT),
          MessageText.read((TEXT.replace("\n", "\r\n") + "\r\n").getBytes(charset)));
    }
    assertEquals(Optional.of(TEXT), MessageText.read(MessageText.file(TEXT)));
    assertEquals(Optional.of(TEXT), MessageText.read(TEXT.getBytes(StandardCharsets.UTF_16)));
  }

  @Test
  void guessesNothing() {
    assertEquals(Optional.empty(), MessageText.read(new byte[] {(byte) 0x81, 0x20, (byte) 0xFD}));
    assertEquals(Optional.empty(), MessageText.read(new byte[] {(byte) 0xFF, (byte) 0xFE, 0x41}));
  }
}
