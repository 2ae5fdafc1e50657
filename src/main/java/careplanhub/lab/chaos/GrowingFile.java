package careplanhub.lab.chaos;

import careplanhub.lab.DemoMonthEnd.Drop;
import careplanhub.lab.GeneratedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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
          "ソフトがファイルを少しずつ（行の途中で区切って）書き、途中で長く止まってから書き終える。",
          "書きかけを受け取らない。書き終えてから、全部を 1 回届ける。",
          GrowingFile::happen);

  private GrowingFile() {}

  private static void happen(ChaosWorld world) throws IOException, InterruptedException {
    world.start();
    List<Drop> round = world.traffic().nextRound();
    for (int piece = 1; piece <= PIECES; piece++) {
      for (Drop drop : round) {
        Path outbox = world.folders().folderOf(drop.office()).resolve("outbox");
        for (GeneratedFile file : drop.files()) {
          append(outbox.resolve(file.name()), file.content(), piece);
        }
      }
      if (piece < PIECES) {
        ChaosWorld.pass(piece == PIECES / 2 ? LONG_PAUSE : BETWEEN_PIECES);
      }
    }
    world.awaitQuiet();
  }

  private static void append(Path file, byte[] bytes, int piece) throws IOException {
    byte[] next = Arrays.copyOfRange(bytes, end(bytes, piece - 1), end(bytes, piece));
    Files.write(file, next, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  /** Where a piece ends: in the middle of a line, but for the last. */
  private static int end(byte[] bytes, int piece) {
    if (piece == PIECES) {
      return bytes.length;
    }
    int end = (int) ((long) bytes.length * piece / PIECES);
    while (end > 0 && (bytes[end - 1] == '\n' || bytes[end - 1] == '\r')) {
      end--;
    }
    return end;
  }
}
