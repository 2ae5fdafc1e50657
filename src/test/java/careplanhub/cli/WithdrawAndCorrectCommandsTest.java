package careplanhub.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the two commands refuse at the command line, and that nothing is taken then. */
class WithdrawAndCorrectCommandsTest {
  private static final String OFFICE = "9910000011";

  @TempDir Path folder;
  private Path hub;

  @BeforeEach
  void make() {
    hub = folder.resolve("hub");
    assertEquals(0, Called.hub("init", hub, "--demo-partner").exit());
  }

  @Test
  void whatWasNeverSentCannotBeWithdrawn() {
    Called unknown = Called.hub("withdraw", hub, "no-such-parcel", "--yes");
    assertEquals(2, unknown.exit(), unknown.out());
    assertTrue(unknown.err().contains("この受付番号の送信はありません"), unknown.err());
    assertEquals(2, Called.hub("withdraw", hub).exit());
  }

  @Test
  void aCorrectionNeedsAnOfficeOfThisHubAndAFile() throws Exception {
    Path file = folder.resolve("export.csv");
    Called missing = Called.hub("correct", hub, file, "--office", OFFICE);
    assertEquals(2, missing.exit(), missing.out());
    assertTrue(missing.err().contains("ファイルがありません"), missing.err());

    Files.writeString(file, "1\r\n");
    Called stranger = Called.hub("correct", hub, file, "--office", "9999999999");
    assertEquals(2, stranger.exit(), stranger.out());
    assertTrue(stranger.err().contains("この番号の事業所はこのハブにありません"), stranger.err());
    assertTrue(Files.exists(file), "the original is kept");
  }
}
