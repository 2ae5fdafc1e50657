package careplanhub.lab.chaos;

import careplanhub.lab.DemoMonthEnd.Drop;
import careplanhub.lab.GeneratedFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** Files that are written slowly into an outbox. */
final class GrowingFile {
  private static final int PIECES = 24;

  /** Shorter than a file must lie still. */
  private static final Duration BETWEEN_PIECES = Duration.ofMillis(250);

  /** Longer than a file must lie still, shorter than one without a last line end must. */
  private static final Duration LONG_PAUSE = Duration.ofMillis(2_500);

  static final Scenario SCENARIO =
      new Scenario(
          "growing-file",
          "ソフトがファイルを少しずつ書き、途中（行の途中）で長く止まってから書き終える。",
          "書きかけを受け取らない。書き終えてから、全部を 1 回届ける。",
          GrowingFile::happen);

  private GrowingFile() {}

  private static void happen(ChaosWorld world) throws IOException, InterruptedException {
    world.start();
    List<Drop> round = world.traffic().nextRound();
    for (Drop drop : round) {
      for (GeneratedFile file : drop.files()) {
        write(world.folders().folderOf(drop.office()).resolve("outbox"), file);
      }
    }
    world.awaitQuiet();
  }

  private static void write(Path outbox, GeneratedFile file)
      throws IOException, InterruptedException {
    byte[] bytes = file.content();
    int piece = Math.max(1, bytes.length / PIECES);
    try (OutputStream out = Files.newOutputStream(outbox.resolve(file.name()))) {
      for (int from = 0; from < bytes.length; from += piece) {
        int to = Math.min(bytes.length, from + piece);
        out.write(Arrays.copyOfRange(bytes, from, to));
        boolean inLine = bytes[to - 1] != '\n' && bytes[to - 1] != '\r';
        boolean middle = from / piece == PIECES / 2;
        if (to < bytes.length) {
          ChaosWorld.pass(inLine && middle ? LONG_PAUSE : BETWEEN_PIECES);
        }
      }
    }
  }
}
