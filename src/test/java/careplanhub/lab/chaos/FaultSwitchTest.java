package careplanhub.lab.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import careplanhub.lab.chaos.Fault.Kind;
import careplanhub.store.DurableFiles;
import careplanhub.store.FileLayer;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a child of chaos gets wrong, and that nobody else does. */
class FaultSwitchTest {
  private static final byte[] BIG = new byte[100_000];

  @TempDir Path directory;
  private Path world;
  private Path inbox;
  private FaultFile faults;
  private FaultSwitch child;

  @BeforeEach
  void aWorld() throws IOException {
    world = directory.resolve("world");
    inbox = Files.createDirectories(world.resolve("hub/inbox"));
    faults = FaultFile.create(world);
    child = FaultSwitch.of(world);
  }

  @Test
  void aProcessWithoutThePropertyHasTheMachinesOwnClockAndMayStartAnywhere() {
    FaultSwitch none = FaultSwitch.ofThisProcess();
    Clock right = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
    assertEquals(right, none.clock(right));
    assertTrue(none.refusalFor(directory).isEmpty());
  }

  @Test
  void aFolderOutsideTheWorldIsRefused() throws IOException {
    assertTrue(child.refusalFor(world.resolve("hub")).isEmpty());
    assertFalse(child.refusalFor(directory.resolve("real-hub")).isEmpty());
    Files.delete(world.resolve(FaultFile.NAME));
    assertFalse(child.refusalFor(world.resolve("hub")).isEmpty());
  }

  @Test
  void aFullDiskKeepsNothingOfAFileAndTakesItWhenThereIsSpaceAgain() throws IOException {
    DurableFiles files = new DurableFiles(child.files());
    faults.set(new Fault(Kind.FULL, inbox));
    assertThrows(IOException.class, () -> files.writeWhole(inbox.resolve("a"), BIG));
    try (Stream<Path> left = Files.list(inbox)) {
      assertEquals(0, left.count());
    }
    files.writeWhole(world.resolve("elsewhere"), BIG);
    faults.set();
    files.writeWhole(inbox.resolve("a"), BIG);
    assertEquals(BIG.length, Files.size(inbox.resolve("a")));
  }

  @Test
  void aRefusingFolderIsRefused() throws IOException {
    FileLayer layer = child.files();
    faults.set(new Fault(Kind.DENIED, inbox));
    assertThrows(AccessDeniedException.class, () -> layer.delete(inbox.resolve("a")));
  }

  @Test
  void aHangingFolderAnswersWhenTheFaultIsOver() throws Exception {
    FileLayer layer = child.files();
    faults.set(new Fault(Kind.HANG, inbox));
    CompletableFuture<Void> call =
        CompletableFuture.runAsync(
            () -> {
              try {
                layer.syncDirectory(inbox);
              } catch (IOException e) {
                throw new IllegalStateException(e);
              }
            });
    layer.syncDirectory(world);
    assertFalse(call.isDone(), "another folder answers, this one does not");
    faults.set();
    call.get(30, TimeUnit.SECONDS);
  }

  @Test
  void aClockIsWrongWhileTheFileSaysSo() throws IOException {
    Clock clock = child.clock(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
    faults.setClock(Duration.ofHours(-1));
    faults.set(new Fault(Kind.FULL, inbox));
    assertEquals(Instant.EPOCH.minusSeconds(3600), clock.instant());
    faults.setClock(Duration.ZERO);
    assertEquals(Instant.EPOCH, clock.instant());
  }
}
