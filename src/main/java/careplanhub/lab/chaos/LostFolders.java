package careplanhub.lab.chaos;

import careplanhub.lab.SyntheticCorporation;
import careplanhub.lab.SyntheticOffice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Offices' folders that go away for a while, as shares do, or refuse the hub. */
final class LostFolders {
  private static final Duration TIME_GONE = Duration.ofSeconds(5);
  private static final String GONE = "のフォルダーを使えません";
  private static final String INVARIANT = "ほかの事業所は進む。無い間は何も失わず、届いたことにもしない。戻れば人手なしで続ける。";

  /** A folder that is gone until it comes back. */
  @FunctionalInterface
  private interface Loss {
    /**
     * Takes the folder away.
     *
     * @return how it comes back
     */
    Return of(Path folder, ChaosWorld world) throws IOException;
  }

  @FunctionalInterface
  private interface Return {
    void comeBack() throws IOException;
  }

  static final List<Scenario> SCENARIOS =
      List.of(
          scenario(
              "outbox-gone", "事業所の outbox が消え、戻る。", inOffice("outbox"), false, LostFolders::moved),
          scenario(
              "inbox-gone", "事業所の inbox が消え、戻る。", inOffice("inbox"), false, LostFolders::moved),
          scenario("office-gone", "事業所のフォルダーが消え、戻る。", inOffice(""), true, LostFolders::moved),
          scenario(
              "offices-gone",
              "すべての事業所のフォルダーが消え、戻る。",
              world -> world.folders().first().resolve("offices"),
              true,
              LostFolders::moved),
          scenario(
              "share-unplugged",
              "事業所のフォルダーの共有が切れ、空の置き場所だけが残り、またつながる。",
              inOffice(""),
              true,
              LostFolders::unplugged),
          scenario(
              "office-gone-at-start",
              "事業所のフォルダーが無い間にハブが強制終了され、起動し、その後でフォルダーが戻る。",
              inOffice(""),
              true,
              LostFolders::goneAtStart),
          scenario(
              "folder-unreadable",
              "事業所のフォルダーを読み書きする権限が無くなり、戻る。",
              inOffice(""),
              true,
              LostFolders::refused));

  private LostFolders() {}

  private static Function<ChaosWorld, Path> inOffice(String folder) {
    return world -> world.folders().folderOf(office()).resolve(folder).normalize();
  }

  /** It sends and receives in every round. */
  private static SyntheticOffice office() {
    return SyntheticCorporation.first().offices().get(0);
  }

  private static Scenario scenario(
      String name, String japanese, Function<ChaosWorld, Path> folder, boolean said, Loss loss) {
    return new Scenario(
        name,
        japanese,
        INVARIANT,
        world -> {
          world.start();
          world.dropRound();
          world.awaitQuiet();
          world.dropRound();
          long before = FullDisk.count(world.first().log(), GONE);
          Return back = loss.of(folder.apply(world), world);
          if (said) {
            world.await(
                "フォルダーが無いことをハブが言いません。", () -> FullDisk.count(world.first().log(), GONE) > before);
          }
          ChaosWorld.pass(TIME_GONE);
          back.comeBack();
          List.of(world.first(), world.second(), world.relay()).forEach(world::mustRun);
          world.dropRound();
          world.awaitQuiet();
        });
  }

  private static Return moved(Path folder, ChaosWorld world) throws IOException {
    Path aside = asideOf(folder);
    Files.move(folder, aside);
    return () -> putBack(aside, folder);
  }

  /** The hub may have made a new one, and put something into it, meanwhile. */
  static void putBack(Path aside, Path folder) throws IOException {
    if (!Files.exists(folder)) {
      Files.move(aside, folder);
      return;
    }
    List<Path> inside;
    try (Stream<Path> found = Files.list(aside)) {
      inside = found.toList();
    }
    for (Path file : inside) {
      Files.move(file, folder.resolve(aside.relativize(file)), StandardCopyOption.ATOMIC_MOVE);
    }
    Files.delete(aside);
  }

  private static Return unplugged(Path folder, ChaosWorld world) throws IOException {
    Path aside = asideOf(folder);
    Files.move(folder, aside);
    Files.createDirectory(folder);
    return () -> {
      try (Stream<Path> written = Files.walk(folder)) {
        if (written.anyMatch(Files::isRegularFile)) {
          world.problem("共有が切れている間に、その場所へファイルを書きました。");
        }
      }
      Files.move(folder, folder.resolveSibling(".place"));
      Files.move(aside, folder);
    };
  }

  private static Return goneAtStart(Path folder, ChaosWorld world) throws IOException {
    Return back = moved(folder, world);
    world.first().start();
    world.killed();
    return back;
  }

  private static Return refused(Path folder, ChaosWorld world) throws IOException {
    boolean posix = Files.getFileAttributeView(folder, PosixFileAttributeView.class) != null;
    if (!posix || !world.first().heedsPermissions()) {
      world.remark("方法: 操作を断るファイル層（この機械では、プロセスが権限に縛られない）");
      world.faults().set(new Fault(Fault.Kind.DENIED, folder));
      return () -> world.faults().set();
    }
    world.remark("方法: 本物の権限（chmod 000。root の子プロセスからは DAC の特権を外してある）");
    Set<PosixFilePermission> before = Files.getPosixFilePermissions(folder);
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("---------"));
    return () -> Files.setPosixFilePermissions(folder, before);
  }

  private static Path asideOf(Path folder) {
    return folder.resolveSibling("." + Objects.requireNonNull(folder.getFileName()) + ".aside");
  }
}
