package careplanhub.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import careplanhub.channel.OneTimePasswords;
import careplanhub.hub.HubFolder;
import careplanhub.standard.OfficeNumber;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The one-time password that a person gives for a login that waits. */
class WaitingPasswordCommandTest {
  private static final String OFFICE = "9910000011";

  private final InputStream keyboard = System.in;

  @TempDir Path folder;

  @AfterEach
  void giveTheKeyboardBack() {
    System.setIn(keyboard);
  }

  @Test
  void thePasswordLiesThereForTheLoginAndIsNotRepeatedOnTheScreen() throws IOException {
    loginWaits();

    Called called = typing("482913\n");

    assertEquals(0, called.exit(), called.err());
    assertEquals(List.of(new OfficeNumber(OFFICE)), passwords().given());
    assertFalse((called.out() + called.err()).contains("482913"));
  }

  @Test
  void whereNoLoginWaitsNothingIsTaken() {
    Called called = typing("482913\n");

    assertEquals(1, called.exit());
    assertTrue(called.err().contains("待っていません"), called.err());
    assertEquals(List.of(), passwords().given());
  }

  @Test
  void whatCanBeNoPasswordIsWrongUse() throws IOException {
    loginWaits();

    for (String typed : List.of("", "\n", "48 29\n", "４８２９\n", "1".repeat(1000) + "\n")) {
      assertEquals(2, typing(typed).exit());
      assertEquals(List.of(), passwords().given());
    }
  }

  @Test
  void anOfficeNumberHasTenDigits() {
    assertEquals(2, Called.hub("waiting", "password", folder, "123").exit());
  }

  private Called typing(String text) {
    System.setIn(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    return Called.hub("waiting", "password", folder, OFFICE);
  }

  private OneTimePasswords passwords() {
    return new OneTimePasswords(new HubFolder(folder).logins());
  }

  private void loginWaits() throws IOException {
    Path logins = Files.createDirectories(new HubFolder(folder).logins());
    Files.createFile(logins.resolve(OFFICE + ".waiting"));
  }
}
