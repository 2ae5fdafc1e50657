package careplanhub.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Consents at the command line. */
class ConsentCommandTest {
  @TempDir Path folder;

  @Test
  void whatWasNeverSentHasNoConsentAndTheListSaysSo() {
    Path hub = folder.resolve("hub");
    assertEquals(0, Called.hub("init", hub, "--demo-partner").exit());

    Called unknown =
        Called.hub("consent", hub, "no-such-parcel", "--user", "9900000017", "--on", "2026-04-01");
    assertEquals(2, unknown.exit(), unknown.out());
    assertTrue(unknown.err().contains("この受付番号はありません"), unknown.err());

    assertEquals(2, Called.hub("consent", hub, "no-such-parcel").exit());
    assertEquals(2, Called.hub("consent").exit());

    Called list = Called.hub("consent", "list", hub);
    assertEquals(0, list.exit(), list.err());
    assertTrue(list.out().contains("同意 0 件"), list.out());
  }
}
