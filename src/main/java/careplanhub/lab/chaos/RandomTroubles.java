package careplanhub.lab.chaos;

import careplanhub.lab.SyntheticCorporation;
import careplanhub.lab.SyntheticOffice;
import careplanhub.lab.chaos.Chaos.ChaosProgress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * One random trouble after another while files go through: kills, full disks, folders that go away,
 * clocks that jump, a relay that is down. Nobody starts a program again but the one that was
 * killed. For one thread.
 */
final class RandomTroubles {
  private static final int LONGEST_LIFE = 6_000;
  private static final int LONGEST_FAULT = 4_000;
  private static final int DISK_MEGABYTES = 128;
  private static final List<Duration> CLOCKS =
      List.of(Duration.ofHours(1), Duration.ofHours(-1), Duration.ZERO);

  private final ChaosWorld world;
  private final Random dice;
  private final ChaosProgress progress;
  private Optional<SmallDisk> disk = Optional.empty();

  /** A kind of trouble, and how often it comes. */
  private enum Trouble {
    KILL,
    KILL_AGAIN,
    DISK_FULL,
    FOLDER_GONE,
    CLOCK_JUMP,
    RELAY_STOPPED
  }

  RandomTroubles(ChaosWorld world, long seed, ChaosProgress progress) {
    this.world = world;
    this.dice = new Random(seed);
    this.progress = progress;
  }

  /** Lets so many troubles happen and then waits until everything has arrived. */
  void happen(int rounds) throws IOException, InterruptedException {
    if (SmallDisk.isPossible(world.directory())) {
      SmallDisk small = SmallDisk.over(world.folders().first().resolve("data"), DISK_MEGABYTES);
      world.atTheEnd(small);
      disk = Optional.of(small);
      world.remark("満杯の方法: 台帳と保管庫のある小さな tmpfs を実際に満杯にした");
    } else {
      world.remark("満杯の方法: 保管庫への書き込みを失敗させるファイル層（この機械ではマウントできない）");
    }
    world.start();
    world.translateAnExport();
    for (int round = 1; round <= rounds; round++) {
      long begin = System.nanoTime();
      world.dropRound();
      String what = happen(Trouble.values()[dice.nextInt(Trouble.values().length)]);
      progress.happened(round, what, Duration.ofNanos(System.nanoTime() - begin));
    }
    world.faults().setClock(Duration.ZERO);
    world.awaitQuiet();
  }

  private String happen(Trouble trouble) throws IOException, InterruptedException {
    return switch (trouble) {
      case KILL, KILL_AGAIN -> kill();
      case DISK_FULL -> fillDisk();
      case FOLDER_GONE -> takeFolder();
      case CLOCK_JUMP -> jump();
      case RELAY_STOPPED -> stopRelay();
    };
  }

  private String kill() throws IOException, InterruptedException {
    List<ChaosProcess> programs = List.of(world.first(), world.second(), world.relay());
    ChaosProcess program = programs.get(dice.nextInt(programs.size()));
    Duration life = Duration.ofMillis(dice.nextInt(LONGEST_LIFE));
    ChaosWorld.pass(life);
    world.mustRun(program);
    program.start();
    world.killed();
    return "kill " + program.name() + " +" + life.toMillis() + " ms";
  }

  private String fillDisk() throws IOException, InterruptedException {
    ChaosWorld.pass(Duration.ofMillis(dice.nextInt(LONGEST_FAULT)));
    Duration time = faultTime();
    if (disk.isPresent()) {
      disk.get().fill();
    } else {
      Path vault = world.folders().first().resolve("data/vault");
      world.faults().set(new Fault(Fault.Kind.FULL, vault));
    }
    ChaosWorld.pass(time);
    if (disk.isPresent()) {
      disk.get().free();
    }
    world.faults().set();
    world.mustRun(world.first());
    return "disk full " + time.toMillis() + " ms";
  }

  private String takeFolder() throws IOException, InterruptedException {
    List<SyntheticOffice> offices = SyntheticCorporation.first().offices();
    Path folder = world.folders().folderOf(offices.get(dice.nextInt(offices.size())));
    Path aside = folder.resolveSibling("." + folder.getFileName() + ".aside");
    ChaosWorld.pass(Duration.ofMillis(dice.nextInt(LONGEST_FAULT)));
    Duration time = faultTime();
    Files.move(folder, aside);
    ChaosWorld.pass(time);
    LostFolders.putBack(aside, folder);
    world.mustRun(world.first());
    return "folder gone " + time.toMillis() + " ms";
  }

  private String jump() throws IOException, InterruptedException {
    Duration offset = CLOCKS.get(dice.nextInt(CLOCKS.size()));
    world.faults().setClock(offset);
    ChaosWorld.pass(faultTime());
    return "clock " + offset;
  }

  private String stopRelay() throws IOException, InterruptedException {
    Duration time = faultTime();
    world.relay().kill();
    world.killed();
    ChaosWorld.pass(time);
    world.relay().start();
    return "relay stopped " + time.toMillis() + " ms";
  }

  private Duration faultTime() {
    return Duration.ofMillis(500 + dice.nextInt(LONGEST_FAULT));
  }
}
