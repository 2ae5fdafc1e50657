package careplanhub.channel.client;

import careplanhub.store.DurableFiles;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What people said of lines: a file each, which is never replaced, so that the first word counts
 * even when the hub and a command hear two at once. Safe for every thread and process.
 */
final class Statements {
  private final DurableFiles files;
  private final Map<Path, Map<Integer, Statement>> complete = new ConcurrentHashMap<>();

  Statements(DurableFiles files) {
    this.files = files;
  }

  /** What was said of a folder, by line. */
  Map<Integer, Statement> of(ClientPlace place, HandOverFolder folder) throws IOException {
    Path said = place.said().resolve(folder.name());
    Map<Integer, Statement> known = complete.get(said);
    if (known != null) {
      return known;
    }
    Map<Integer, Statement> statements = new TreeMap<>();
    for (Path file : Trees.inside(said)) {
      Statement statement = ClientJson.read(file, Statement.class);
      statements.put(statement.line(), statement);
    }
    if (statements.size() == folder.lines().size()) {
      complete.put(said, statements);
    }
    return statements;
  }

  /**
   * Notes a word, durably.
   *
   * @return whether it was the first of its line
   */
  boolean say(ClientPlace place, HandOverFolder folder, Statement statement) throws IOException {
    Path said = place.said().resolve(folder.name());
    files.createDirectories(said);
    Path file = said.resolve("%05d.json".formatted(statement.line()));
    try {
      files.writeWhole(file, ClientJson.bytes(statement));
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    }
  }
}
