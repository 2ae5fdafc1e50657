package careplanhub.lab.chaos;

import careplanhub.lab.Damage;
import careplanhub.lab.DemoMonthEnd.Drop;
import careplanhub.lab.DemoMonthEnd.Manner;
import careplanhub.lab.GeneratedFile;
import careplanhub.lab.GeneratedUnit;
import careplanhub.lab.Generator;
import careplanhub.lab.SyntheticCorporation;
import careplanhub.lab.SyntheticOffice;
import careplanhub.standard.Serial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Very many files, and a very big one. */
final class Backlogs {
  private static final int FILES = 100_000;
  private static final int ROWS = 500_000;
  private static final int ROWS_A_USER = 15;

  static final List<Scenario> SCENARIOS =
      List.of(
          new Scenario(
              "backlog",
              "1 つの事業所の outbox に 10 万ファイルがたまる（--files で数を変えられる）。",
              "ほかの事業所のファイルは、たまったファイルの半分も終わらないうちに届く。たまったファイルはどれも、ちょうど 1 か所にある。",
              Backlogs::manyFiles),
          new Scenario(
              "large-file",
              "50 万行の実績ファイルを 1 つ送る（--files で行数を変えられる）。既定のヒープ（512 MB）で動かす。",
              "1 バイトも変わらずに届く。その間、ほかの事業所のファイルも届く。",
              Backlogs::largeFile));

  private Backlogs() {}

  private static void manyFiles(ChaosWorld world) throws IOException, InterruptedException {
    long size = world.size() > 0 ? world.size() : FILES;
    world.first().withHeap(512);
    world.start();
    SyntheticOffice office = SyntheticCorporation.first().serviceOffices().get(0);
    Path folder = world.folders().folderOf(office);
    pile(folder.resolve("outbox"), office, size);
    world.await("たまったファイルを受け取り始めません。", () -> count(folder.resolve("done")) > 0);
    long before = count(folder.resolve("outbox"));
    world.dropRound();
    world.await("ほかの事業所のファイルが届きません。", () -> world.inboxes().missing() == 0);
    long after = count(folder.resolve("outbox"));
    world.mustRun(world.first());
    world.remark(
        "たまったファイル "
            + size
            + " 件。ほかの事業所の 9 ファイルが届くまでに "
            + (before - after)
            + " 件を受け取り、"
            + after
            + " 件が outbox に残っていた");
    if (after < size / 2) {
      world.problem("ほかの事業所のファイルが、たまったファイルの半分より後になりました。");
    }
    world.inboxes().problems().forEach(world::problem);
    world.end();
    eachInOnePlace(world, folder, size);
    world.endEarly();
  }

  /** Broken results with a serial each: each is a unit of its own and ends in error/. */
  private static void pile(Path outbox, SyntheticOffice office, long size) throws IOException {
    GeneratedUnit unit =
        Generator.of(size)
            .month(
                1,
                Generator.FIRST_MONTH,
                SyntheticCorporation.second().supportOffices(),
                List.of(office))
            .results()
            .findFirst()
            .orElseThrow();
    GeneratedFile broken = Damage.UNCLOSED_QUOTE.applyTo(unit.files().get(0));
    for (long number = 1; number <= size; number++) {
      String serial = Serial.of(unit.serial().moment().plusSeconds(number)).value();
      String name = broken.name().replace(unit.serial().value(), serial);
      Files.write(outbox.resolve(name), broken.content());
    }
  }

  private static void eachInOnePlace(ChaosWorld world, Path folder, long size) throws IOException {
    Set<String> seen = new HashSet<>();
    long twice = 0;
    for (String place : List.of("outbox", "done", "error")) {
      try (Stream<Path> files = Files.list(folder.resolve(place))) {
        twice +=
            files
                .map(ChaosInboxes::nameOf)
                .filter(name -> name.endsWith(".CSV"))
                .filter(name -> !seen.add(name))
                .count();
      }
    }
    if (seen.size() != size || twice > 0) {
      world.problem(
          "たまったファイルは " + size + " 件のはずが " + seen.size() + " 件、うち 2 か所にあるもの " + twice + " 件です。");
    }
  }

  private static long count(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.count();
    }
  }

  private static void largeFile(ChaosWorld world) throws IOException, InterruptedException {
    long rows = world.size() > 0 ? world.size() : ROWS;
    world.setting("intake:\n", "intake:\n  maximumFileSize: 200MB\n");
    world.relaySetting("limits:\n  parcelBytes: 200000000\n");
    List.of(world.first(), world.second(), world.relay()).forEach(program -> program.withHeap(512));
    world.start();
    SyntheticOffice office = SyntheticCorporation.first().serviceOffices().get(0);
    GeneratedUnit unit =
        Generator.of(rows)
            .month(
                Math.toIntExact(Math.max(1, rows / ROWS_A_USER)),
                Generator.FIRST_MONTH,
                SyntheticCorporation.second().supportOffices(),
                List.of(office))
            .results()
            .findFirst()
            .orElseThrow();
    world.remark(
        "行数 "
            + unit.rows()
            + "、"
            + unit.files().stream().mapToLong(f -> f.content().length).sum()
            + " バイト");
    world.drop(world.traffic().arriving(List.of(unit)));
    List<Drop> others = world.dropRound();
    world.awaitQuiet();
    if (others.stream().noneMatch(drop -> drop.manner() == Manner.WHOLE)) {
      world.problem("ほかの事業所のファイルがありません。");
    }
  }
}
