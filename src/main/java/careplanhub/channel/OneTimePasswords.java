package careplanhub.channel;

import careplanhub.standard.OfficeNumber;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where logins wait for a person, and where a person puts the one-time password: a folder, so that
 * a command beside the running hub sees the one and does the other. A password lies there until the
 * hub takes it, which deletes it; it is no secret afterwards. Safe for use from several threads.
 */
public final class OneTimePasswords {
  private static final String WAITING = ".waiting";
  private static final String GIVEN = ".given";
  private static final int LONGEST = 64;

  private final Path folder;

  /**
   * Looks into nothing yet.
   *
   * @param folder made when it is needed; only the hub's owner may read it
   */
  public OneTimePasswords(Path folder) {
    this.folder = folder;
  }

  /** A login that waits, and since when. */
  public record Waiting(OfficeNumber office, Instant since) {}

  /** Whether a text can be a one-time password: short, one line, no spaces. */
  public static boolean isPossible(String password) {
    return !password.isEmpty()
        && password.length() <= LONGEST
        && password.chars().allMatch(c -> c > ' ' && c < 0x7F);
  }

  /** The logins that wait for a person, by office. */
  public List<Waiting> waiting() {
    return offices(WAITING).stream()
        .map(office -> new Waiting(office, since(file(office, WAITING))))
        .toList();
  }

  /** The offices whose passwords were given and not taken yet. */
  public List<OfficeNumber> given() {
    return offices(GIVEN);
  }

  /** Puts a password there for the office's next login. */
  public void give(OfficeNumber office, String password) {
    write(office, GIVEN, password);
  }

  /** Notes that the office's login waits; the first note stays. */
  void ask(OfficeNumber office) {
    if (Files.notExists(file(office, WAITING))) {
      write(office, WAITING, "");
    }
  }

  /** The office's login waits no more. */
  void done(OfficeNumber office) {
    delete(file(office, WAITING));
    delete(file(office, GIVEN));
  }

  /** Takes the password that was given, once. */
  Optional<String> take(OfficeNumber office) {
    Path file = file(office, GIVEN);
    try {
      if (Files.notExists(file)) {
        return Optional.empty();
      }
      String password = Files.readString(file).strip();
      delete(file);
      return Optional.of(password).filter(OneTimePasswords::isPossible);
    } catch (IOException e) {
      throw new UncheckedIOException("A one-time password cannot be taken", e);
    }
  }

  private List<OfficeNumber> offices(String ending) {
    if (Files.notExists(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(ending))
          .map(name -> name.substring(0, name.length() - ending.length()))
          .filter(OfficeNumber::isValid)
          .sorted()
          .map(OfficeNumber::new)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("The folder of one-time passwords cannot be read", e);
    }
  }

  private Instant since(Path file) {
    try {
      return Files.getLastModifiedTime(file).toInstant();
    } catch (IOException gone) {
      return Instant.EPOCH;
    }
  }

  private Path file(OfficeNumber office, String ending) {
    return folder.resolve(office.value() + ending);
  }

  private void write(OfficeNumber office, String ending, String text) {
    try {
      Files.createDirectories(folder);
      Path unfinished = Files.createTempFile(folder, ".", ".tmp");
      Files.write(unfinished, text.getBytes(StandardCharsets.US_ASCII));
      Files.move(unfinished, file(office, ending), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("The folder of one-time passwords cannot be written", e);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException("A note of a login cannot be deleted", e);
    }
  }
}
