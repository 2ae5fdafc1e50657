package careplanhub.lab.chaos;

import careplanhub.lab.DemoMonthEnd;
import careplanhub.lab.DemoWorld;
import careplanhub.lab.SyntheticCorporation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** A disk that is full for a while, in each place where something is written. */
final class FullDisk {
  private static final Duration LEAST_TIME_FULL = Duration.ofSeconds(3);
  private static final String INTAKE_STOPPED = "受け取りを止めました";
  private static final String RESUMES = "満杯の間、ハブは動いたままで、そのことを日本語で言い、空けば人手なしで続ける。";

  /**
   * A place that fills up.
   *
   * @param name ends the scenario's name
   * @param japanese what is full
   * @param folders which folders lie on a small disk each
   * @param megabytes the size of each disk
   * @param apart folders inside them that keep their space
   * @param byFileLayer whether the hub writes there through its file layer alone
   * @param says what the hub's log must say while it is full
   */
  private record Place(
      String name,
      String japanese,
      Function<DemoWorld, List<Path>> folders,
      int megabytes,
      Function<DemoWorld, List<Path>> apart,
      boolean byFileLayer,
      String says) {}

  private static final List<Place> PLACES =
      List.of(
          place("vault", "保管庫", one("data/vault"), 16, true, INTAKE_STOPPED),
          new Place(
              "ledger",
              "台帳（保管庫には空きがある）",
              one("data"),
              16,
              one("data/vault"),
              false,
              INTAKE_STOPPED),
          place("hub", "ハブのフォルダーすべて（台帳・保管庫・事業所）", one(""), 32, false, INTAKE_STOPPED),
          place("done", "事業所の done（outbox とは別のディスク）", all("done"), 1, false, "done フォルダーへ移せません"),
          place("error", "事業所の error", all("error"), 1, true, "error フォルダーに書けません"),
          place("questions", "事業所の 要確認", all("要確認"), 1, true, "要確認 フォルダーに書けません"),
          place("inbox", "事業所の inbox", all("inbox"), 4, true, "inbox フォルダーに書けません"),
          place(
              "relay",
              "連携基盤の置き場所",
              world -> List.of(world.relay().resolve("data")),
              16,
              false,
              "waits"));

  private static final Scenario AT_START =
      new Scenario(
          "disk-full-at-start",
          "台帳と保管庫のディスクが満杯の間に、ハブが強制終了され、起動する。しばらくして空く。",
          "起動を断って終わらず、日本語で言って待ち、空けば人手なしで起動して続ける。",
          FullDisk::atStart);

  static final List<Scenario> SCENARIOS =
      Stream.concat(
              PLACES.stream().map(FullDisk::scenario), Stream.of(AT_START, BackupDisk.SCENARIO))
          .toList();

  private FullDisk() {}

  private static Place place(
      String name,
      String japanese,
      Function<DemoWorld, List<Path>> folders,
      int megabytes,
      boolean byFileLayer,
      String says) {
    return new Place(name, japanese, folders, megabytes, world -> List.of(), byFileLayer, says);
  }

  private static Function<DemoWorld, List<Path>> one(String folder) {
    return world -> List.of(world.first().resolve(folder));
  }

  private static Function<DemoWorld, List<Path>> all(String folder) {
    return world ->
        SyntheticCorporation.first().offices().stream()
            .map(office -> world.folderOf(office).resolve(folder))
            .toList();
  }

  private static Scenario scenario(Place place) {
    return new Scenario(
        "disk-full-" + place.name(),
        place.japanese() + "のディスクが満杯になり、しばらくして空く。",
        RESUMES,
        world -> happen(place, world));
  }

  private static void happen(Place place, ChaosWorld world)
      throws IOException, InterruptedException {
    boolean mounts = SmallDisk.isPossible(world.directory());
    if (!mounts && !place.byFileLayer()) {
      world.problem("小さなディスクを作れません（Linux の root か unshare -Urm が要ります）。");
      return;
    }
    world.remark(mounts ? "方法: 小さな tmpfs を実際に満杯にした" : "方法: 書き込みを失敗させるファイル層");
    List<SmallDisk> disks = mounts ? disks(place, world) : List.of();
    world.start();
    world.dropRound();
    world.awaitQuiet();
    boolean asks = place.name().equals("questions");
    if (asks) {
      world.drop(world.traffic().export());
    }
    whileFull(place, world, disks);
    if (asks) {
      answer(world);
    }
    world.awaitQuiet();
  }

  /** The export came before the slips, so the hub asks whose users they are. */
  private static void answer(ChaosWorld world) throws IOException, InterruptedException {
    Path folder = world.folders().folderOf(DemoMonthEnd.exporter()).resolve("要確認");
    if (!world.await("確認表が現れません。", () -> ChaosInboxes.visible(folder).size() == 1)) {
      return;
    }
    String sheet = ChaosInboxes.nameOf(ChaosInboxes.visible(folder).get(0));
    String office = SyntheticCorporation.second().supportOffices().get(0).number().value();
    List<String> answer =
        List.of(
            "waiting",
            "answer",
            world.folders().first().toString(),
            sheet.substring(0, sheet.indexOf('.')),
            office);
    try (ChaosProcess person = world.process("waiting", answer)) {
      person.start();
      if (person.awaitEnd(ChaosWorld.LONGEST_WAIT) != 0) {
        world.problem("確認待ちに答えられません。");
      }
    }
  }

  private static void atStart(ChaosWorld world) throws IOException, InterruptedException {
    if (!SmallDisk.isPossible(world.directory())) {
      world.problem("小さなディスクを作れません（Linux の root か unshare -Urm が要ります）。");
      return;
    }
    SmallDisk disk = disk(world, world.folders().first().resolve("data"), 16);
    world.start();
    world.dropRound();
    world.awaitQuiet();
    world.dropRound();
    disk.fill();
    world.first().start();
    world.killed();
    // With room left in the journal it starts and takes nothing, without it waits for its start.
    world.await(
        "満杯であることをハブが言いません。",
        () ->
            count(world.first().log(), "空けば自動で起動します") + count(world.first().log(), INTAKE_STOPPED)
                > 0);
    world.mustRun(world.first());
    disk.free();
    world.awaitQuiet();
    world.mustRun(world.first());
  }

  private static List<SmallDisk> disks(Place place, ChaosWorld world) throws IOException {
    List<SmallDisk> disks = new ArrayList<>();
    for (Path folder : place.folders().apply(world.folders())) {
      disks.add(disk(world, folder, place.megabytes()));
    }
    for (Path folder : place.apart().apply(world.folders())) {
      disk(world, folder, place.megabytes());
    }
    return disks;
  }

  private static SmallDisk disk(ChaosWorld world, Path folder, int megabytes) throws IOException {
    SmallDisk disk = SmallDisk.over(folder, megabytes);
    world.atTheEnd(disk);
    return disk;
  }

  private static void whileFull(Place place, ChaosWorld world, List<SmallDisk> disks)
      throws IOException, InterruptedException {
    long said = count(world.first().log(), place.says());
    world.dropRound();
    if (disks.isEmpty()) {
      world
          .faults()
          .set(
              place.folders().apply(world.folders()).stream()
                  .map(folder -> new Fault(Fault.Kind.FULL, folder))
                  .toArray(Fault[]::new));
    }
    for (SmallDisk disk : disks) {
      disk.fill();
    }
    if (!holdsOutbox(place)) {
      world.dropRound();
    }
    world.await(
        "満杯であることをハブが言いません（「" + place.says() + "」）。",
        () -> {
          for (SmallDisk disk : disks) {
            disk.fill();
          }
          return count(world.first().log(), place.says()) > said;
        });
    ChaosWorld.pass(LEAST_TIME_FULL);
    List.of(world.first(), world.second(), world.relay()).forEach(world::mustRun);
    world.faults().set();
    for (SmallDisk disk : disks) {
      disk.free();
    }
  }

  /** Then the office's software cannot export while the disk is full. */
  private static boolean holdsOutbox(Place place) {
    return place.name().equals("hub");
  }

  static long count(Path log, String words) throws IOException {
    try (Stream<String> lines = Files.lines(log)) {
      return lines.filter(line -> line.contains(words)).count();
    }
  }
}
