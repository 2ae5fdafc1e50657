package careplanhub.channel.client;

import careplanhub.office.ClientFolderSettings;
import careplanhub.store.DurableFiles;
import careplanhub.store.FileLayer;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Folders about which a person can say by a command, beside a running hub, that they were sent. A
 * folder's id is its office's number, a slash and its name.
 */
public final class HandOverAnswers {
  private final List<ClientPlace> places;
  private final FolderBook book;
  private final Statements statements;
  private final SentWord sentWord;
  private final Clock clock;

  public HandOverAnswers(
      List<ClientPlace> places, ClientFolderSettings settings, FileLayer layer, Clock clock) {
    DurableFiles files = new DurableFiles(layer);
    this.places = List.copyOf(places);
    this.book = new FolderBook(files);
    this.statements = new Statements(files);
    this.sentWord = new SentWord(clock, settings.sentTolerance());
    this.clock = clock;
  }

  /**
   * A folder that waits for a person.
   *
   * @param id what an answer names it by
   * @param madeAt when it was made, in Japan's time
   * @param lines how many it has
   * @param open the lines of which nobody has said anything, as number, addressee and file
   */
  public record Waiting(String id, String madeAt, int lines, List<String> open) {}

  /** What came of an answer: how many lines it was the first for, or why it was not taken. */
  public record Said(int lines, String refusal) {}

  /** Whether an id names a folder and no question of the ledger. */
  public static boolean isFolder(String id) {
    return id.contains("/");
  }

  /** Japanese: what may be answered. */
  public static String help() {
    return SentWord.HELP;
  }

  /** The folders that stand in the hand-over areas and wait, those that can be read. */
  public List<Waiting> waiting() throws IOException {
    List<Waiting> waiting = new ArrayList<>();
    for (ClientPlace place : places) {
      if (Files.exists(place.mark())) {
        for (HandOverFolder folder : book.all(place)) {
          Map<Integer, Statement> said = statements.of(place, folder);
          List<String> open =
              folder.lines().stream()
                  .filter(line -> !said.containsKey(line.number()))
                  .map(HandOverAnswers::described)
                  .toList();
          if (folder.shown() && !open.isEmpty()) {
            waiting.add(
                new Waiting(
                    place.office() + "/" + folder.name(),
                    Checklist.time(folder.madeAt()),
                    folder.lines().size(),
                    open));
          }
        }
      }
    }
    return waiting;
  }

  private static String described(HandOverFolder.Line line) {
    return line.number() + ". " + line.parcel().addressee() + " " + line.file().name();
  }

  /**
   * Notes that lines were sent.
   *
   * @param line the line's number; null for all that wait
   * @param word a date and time, a date, or 済
   * @param who who says so
   */
  public Said say(String id, @Nullable Integer line, String word, String who) throws IOException {
    int slash = id.indexOf('/');
    Optional<ClientPlace> place =
        places.stream()
            .filter(one -> one.office().value().equals(id.substring(0, slash)))
            .filter(one -> Files.exists(one.mark()))
            .findFirst();
    Optional<HandOverFolder> folder =
        place.isEmpty()
            ? Optional.empty()
            : book.find(place.get(), id.substring(slash + 1)).filter(HandOverFolder::shown);
    if (folder.isEmpty()) {
      return new Said(0, "この番号のフォルダーはありません: " + id);
    }
    if (line != null && folder.get().line(line).isEmpty()) {
      return new Said(0, "--line は 1 から " + folder.get().lines().size() + " までです。");
    }
    try {
      return say(place.get(), folder.get(), line, word, who);
    } catch (SentWord.WrongWord e) {
      return new Said(0, e.japanese());
    }
  }

  private Said say(
      ClientPlace place, HandOverFolder folder, @Nullable Integer line, String word, String who)
      throws IOException, SentWord.WrongWord {
    Instant sentAt = sentWord.read(word, folder.madeAt());
    int first = 0;
    for (HandOverFolder.Line one : folder.lines()) {
      if (line == null || line == one.number()) {
        Statement statement =
            new Statement(one.number(), sentAt, who, "command-line", "", clock.instant());
        first += statements.say(place, folder, statement) ? 1 : 0;
      }
    }
    return new Said(first, "");
  }
}
