package careplanhub.lab.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A backup whose target has too little space. */
final class BackupDisk {
  private static final String FAILED = "空きが足りないか";

  static final Scenario SCENARIO =
      new Scenario(
          "disk-full-backup",
          "控え（backup）の書き込み先のディスクが満杯になり、空けてもう一度控えを作る。",
          "途中の控えは見えない。失敗を日本語で言う。空けば作れて、その控えから戻せる。",
          BackupDisk::happen);

  private BackupDisk() {}

  private static void happen(ChaosWorld world) throws IOException, InterruptedException {
    if (!SmallDisk.isPossible(world.directory())) {
      world.problem("小さなディスクを作れません（Linux の root か unshare -Urm が要ります）。");
      return;
    }
    Path place = Files.createDirectory(world.directory().resolve("backup-disk"));
    SmallDisk disk = SmallDisk.over(place, 16);
    world.atTheEnd(disk);
    world.start();
    world.dropRound();
    world.awaitQuiet();
    Path target = place.resolve("backup");
    List<String> backup = List.of("backup", world.folders().first().toString(), target.toString());
    disk.fill();
    try (ChaosProcess copy = world.process("backup", backup)) {
      copy.start();
      if (copy.awaitEnd(ChaosWorld.LONGEST_WAIT) != 1) {
        world.problem("満杯なのに控えが失敗しません。");
      }
      if (FullDisk.count(copy.log(), FAILED) == 0) {
        world.problem("控えが空きの不足を言いません（「" + FAILED + "」）。");
      }
      disk.free();
      try (Stream<Path> left = Files.list(place)) {
        if (left.findAny().isPresent()) {
          world.problem("失敗した控えが残っています。");
        }
      }
      copy.start();
      if (copy.awaitEnd(ChaosWorld.LONGEST_WAIT) != 0) {
        world.problem("空けても控えを作れません。");
      }
    }
    Path restored = world.directory().resolve("restored");
    try (ChaosProcess restore =
        world.process("restore", List.of("restore", target.toString(), restored.toString()))) {
      restore.start();
      if (restore.awaitEnd(ChaosWorld.LONGEST_WAIT) != 0) {
        world.problem("控えから戻せません。");
      }
    }
  }
}
