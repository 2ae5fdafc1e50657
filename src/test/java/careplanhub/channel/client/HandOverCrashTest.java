package careplanhub.channel.client;

import static careplanhub.channel.client.ClientFixture.HELPERS;
import static careplanhub.channel.client.ClientFixture.SETTINGS;
import static careplanhub.channel.client.ClientFixture.data;
import static careplanhub.channel.client.ClientFixture.parcel;
import static careplanhub.channel.client.ClientFixture.serial;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import careplanhub.channel.OutgoingParcel;
import careplanhub.relay.SettableClock;
import careplanhub.store.DurableFiles;
import careplanhub.store.FailingFileLayer;
import careplanhub.store.FileLayer;
import careplanhub.store.RealFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program that stops at any file operation, and is started again, loses and doubles nothing. */
class HandOverCrashTest {
  private static final int MORE_THAN_THERE_ARE = 1_000;

  @TempDir Path folder;
  private final SettableClock clock = new SettableClock();

  @Test
  void afterAStopAtAnyFileOperationEveryParcelLiesInOneWholeFolder() throws Exception {
    int operation = 0;
    boolean stopped = true;
    while (stopped && operation < MORE_THAN_THERE_ARE) {
      operation++;
      stopped = tryStoppingAt(operation, folder.resolve("run-" + operation));
    }
    assertTrue(operation > 40, "it stopped at " + operation + " operations");
    assertTrue(operation < MORE_THAN_THERE_ARE, "it came to its end");
  }

  /** Whether the first run was stopped. */
  private boolean tryStoppingAt(int operation, Path run) throws Exception {
    OutgoingParcel slip = parcel(HELPERS, serial(1), "UPPLAN", "UPSIKYU", "UPHOSOKU");
    OutgoingParcel result = parcel(HELPERS, serial(2), "UPJSK");
    AtomicInteger done = new AtomicInteger();
    FailingFileLayer stopping = new FailingFileLayer(new RealFiles());
    stopping.failWhen((kind, path) -> done.incrementAndGet() >= operation);
    boolean stopped = false;
    try {
      work(hub(run, stopping), slip, result);
    } catch (IOException e) {
      stopped = true;
    }
    for (Path shown : Trees.inside(place(run).handOver())) {
      assertTrue(Files.exists(ClientFixture.sheet(shown)), "whole or not at all");
    }

    HandOver again = hub(run, new RealFiles());
    work(again, slip, result);
    List<String> names = new ArrayList<>();
    for (Path shown : Trees.inside(place(run).handOver())) {
      data(shown).forEach(file -> names.add(Trees.nameOf(file)));
      assertEquals(data(shown).size() + 1, HandOverTest.lines(shown).size());
    }
    assertEquals(4, names.size(), "stopped at " + operation);
    assertEquals(4, names.stream().distinct().count());
    assertEquals(2, again.sent(ClientFixture.OFFICE).size());
    assertEquals(List.of(), Trees.inside(place(run).waiting()));
    return stopped;
  }

  private void work(HandOver hub, OutgoingParcel... parcels) throws IOException {
    for (OutgoingParcel parcel : parcels) {
      hub.prepare(parcel);
    }
    clock.advance(SETTINGS.settleTime());
    hub.look(ClientFixture.OFFICE);
  }

  private static ClientPlace place(Path run) {
    return new ClientPlace(
        ClientFixture.OFFICE, "", run.resolve("client"), SETTINGS.profiles().get("client-1.2"));
  }

  private HandOver hub(Path run, FileLayer layer) {
    DurableFiles files = new DurableFiles(layer);
    return new HandOver(
        new ClientPlaces(List.of(place(run)), run.resolve("remembered"), files),
        office -> "",
        new Batching(SETTINGS),
        new FolderBook(files),
        new Statements(files),
        layer,
        clock,
        Duration.ofDays(30));
  }
}
