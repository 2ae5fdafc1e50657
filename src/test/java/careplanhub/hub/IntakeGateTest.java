package careplanhub.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import careplanhub.office.HubSettings;
import careplanhub.store.DurableFiles;
import careplanhub.store.FailingFileLayer;
import careplanhub.store.RealFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A full vault must stop the intake of all files, a file that cannot be read only itself. */
class IntakeGateTest {
  @TempDir Path folder;
  private final FailingFileLayer layer = new FailingFileLayer(new RealFiles());
  private final AtomicLong nanoTime = new AtomicLong();

  @Test
  void aFullVaultClosesTheGateAndSpaceOpensItAgain() throws Exception {
    try (Books books = books()) {
      IntakeGate gate = gate(books);
      assertTrue(gate.isOpen());
      layer.failWhen((operation, path) -> operation == FailingFileLayer.Operation.WRITE);
      gate.failed(new IOException("made up by a test"));
      assertFalse(gate.isOpen());
      assertTrue(gate.trouble().contains("保管庫に書けません"), gate.trouble());
      later();
      assertFalse(gate.isOpen(), "it is still full");
      layer.failWhen((operation, path) -> false);
      later();
      assertTrue(gate.isOpen());
      assertEquals("", gate.trouble());
    }
  }

  @Test
  void aFileThatCannotBeReadIsNoReasonToStop() throws Exception {
    try (Books books = books()) {
      IntakeGate gate = gate(books);
      gate.failed(new IOException("made up by a test"));
      assertTrue(gate.isOpen());
    }
  }

  private Books books() throws IOException {
    new HubSetUp(Path.of(""), new DurableFiles(new RealFiles()), Clock.systemUTC()).create(folder);
    return Books.open(new HubFolder(folder), layer, Clock.systemUTC());
  }

  private IntakeGate gate(Books books) {
    return new IntakeGate(
        books.evidence(),
        books.vault(),
        List.of(folder),
        HubSettings.defaults().intake(),
        nanoTime::get);
  }

  private void later() {
    nanoTime.addAndGet(HubSettings.defaults().intake().recheckInterval().toNanos());
  }
}
