package careplanhub.lab.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The file {@code faults.txt} of a chaos world: what is wrong with its child processes now. One
 * process writes it; the children that were started with {@code -Dcareplanhub.chaos=WORLD} read it
 * at each operation, so a fault begins and ends while they run. Its lines are {@code full PATH},
 * {@code denied PATH}, {@code hang PATH} and {@code clock DURATION} (ISO 8601, such as {@code
 * PT-1H}: by how much their clocks are wrong). Safe for every thread.
 */
public final class FaultFile {
  static final String NAME = "faults.txt";
  private static final String CLOCK = "clock";

  private final Path file;

  /** What the file says at a moment. */
  record Content(List<Fault> faults, Duration clockOffset) {
    static final Content NONE = new Content(List.of(), Duration.ZERO);

    Content {
      faults = List.copyOf(faults);
    }
  }

  private FaultFile(Path file) {
    this.file = file;
  }

  /** Makes a folder a chaos world with nothing wrong. Only hubs below it can be started with it. */
  public static FaultFile create(Path world) throws IOException {
    Files.createDirectories(world);
    FaultFile faults = new FaultFile(world.resolve(NAME).toAbsolutePath().normalize());
    faults.write(Content.NONE);
    return faults;
  }

  /** The file of a world that was made before. */
  static FaultFile of(Path world) {
    return new FaultFile(world.resolve(NAME));
  }

  boolean exists() {
    return Files.isRegularFile(file);
  }

  /** From now on this and nothing else is wrong; clocks stay as they are. */
  public synchronized void set(Fault... faults) throws IOException {
    write(new Content(List.of(faults), read().clockOffset()));
  }

  /** From now on the children's clocks are wrong by this much. */
  public synchronized void setClock(Duration offset) throws IOException {
    write(new Content(read().faults(), offset));
  }

  private void write(Content content) throws IOException {
    StringBuilder text = new StringBuilder();
    text.append(CLOCK).append(' ').append(content.clockOffset()).append('\n');
    for (Fault fault : content.faults()) {
      text.append(fault.kind().name().toLowerCase(Locale.ROOT)).append(' ');
      text.append(fault.below().normalize()).append('\n');
    }
    Path next = file.resolveSibling("." + NAME + ".tmp");
    Files.writeString(next, text, StandardCharsets.UTF_8);
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
  }

  /** What is wrong now; nothing when the file is gone. */
  Content read() {
    List<Fault> faults = new ArrayList<>();
    Duration offset = Duration.ZERO;
    for (String line : lines()) {
      int blank = line.indexOf(' ');
      String word = line.substring(0, blank);
      String rest = line.substring(blank + 1);
      if (word.equals(CLOCK)) {
        offset = Duration.parse(rest);
      } else {
        faults.add(new Fault(Fault.Kind.valueOf(word.toUpperCase(Locale.ROOT)), Path.of(rest)));
      }
    }
    return new Content(faults, offset);
  }

  private List<String> lines() {
    try {
      return Files.readAllLines(file, StandardCharsets.UTF_8);
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (IOException e) {
      throw new UncheckedIOException("faults.txt cannot be read", e);
    }
  }
}
