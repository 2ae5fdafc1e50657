package careplanhub;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/** A machine that should have every optional part must not turn green by skipping. */
class OptionalPartTest {
  private static final String PROPERTY = "careplanhub.skipAllowed";
  private String before = "";

  @BeforeEach
  void remember() {
    before = System.getProperty(PROPERTY, "true");
  }

  @AfterEach
  void restore() {
    System.setProperty(PROPERTY, before);
  }

  @Test
  void aPresentProgramIsFound() {
    Path java = OptionalPart.require("java");
    assertTrue(Files.isExecutable(java));
  }

  @Test
  void anAbsentPartSkipsTheTestWhereSkippingIsAllowed() {
    System.setProperty(PROPERTY, "true");
    assertThrows(TestAbortedException.class, () -> OptionalPart.require("no-such-program"));
  }

  @Test
  void anAbsentPartFailsTheTestWhereSkippingIsForbidden() {
    System.setProperty(PROPERTY, "false");
    assertThrows(AssertionFailedError.class, () -> OptionalPart.require("no-such-program"));
  }
}
