package careplanhub.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Does every operation on another layer and writes down, in order, what has become durable or
 * visible: a test asserts with it that nothing is moved or acknowledged before what it depends on.
 * A test may add events of its own, such as a commit or an acknowledgement.
 */
public final class RecordingFileLayer implements FileLayer {
  /** What happened, in the order of completion. */
  public record Event(Kind kind, Path path) {}

  /** The kinds of events. */
  public enum Kind {
    SYNCED,
    PUBLISHED,
    REPLACED,
    RENAMED,
    DELETED,
    DIRECTORY_CREATED,
    DIRECTORY_SYNCED,
    NOTED
  }

  private final FileLayer layer;
  private final List<Event> events = new CopyOnWriteArrayList<>();

  public RecordingFileLayer(FileLayer layer) {
    this.layer = layer;
  }

  /** Everything so far; the path of a rename is its target. */
  public List<Event> events() {
    return List.copyOf(events);
  }

  /** Adds an event that is not a file operation. */
  public void note(String name) {
    events.add(new Event(Kind.NOTED, Path.of(name)));
  }

  /** The place of the first event of this kind whose path ends with this name; -1 without one. */
  public int indexOf(Kind kind, String nameEnd) {
    for (int index = 0; index < events.size(); index++) {
      Event event = events.get(index);
      if (event.kind() == kind && event.path().toString().endsWith(nameEnd)) {
        return index;
      }
    }
    return -1;
  }

  @Override
  public void writeSynced(Path newFile, Access access, Content content) throws IOException {
    layer.writeSynced(newFile, access, content);
    events.add(new Event(Kind.SYNCED, newFile));
  }

  @Override
  public void publish(Path source, Path target) throws IOException {
    layer.publish(source, target);
    events.add(new Event(Kind.PUBLISHED, target));
  }

  @Override
  public void replace(Path source, Path target) throws IOException {
    layer.replace(source, target);
    events.add(new Event(Kind.REPLACED, target));
  }

  @Override
  public void rename(Path source, Path target) throws IOException {
    layer.rename(source, target);
    events.add(new Event(Kind.RENAMED, target));
  }

  @Override
  public void delete(Path file) throws IOException {
    layer.delete(file);
    events.add(new Event(Kind.DELETED, file));
  }

  @Override
  public void createDirectory(Path directory) throws IOException {
    layer.createDirectory(directory);
    events.add(new Event(Kind.DIRECTORY_CREATED, directory));
  }

  @Override
  public void syncDirectory(Path directory) throws IOException {
    layer.syncDirectory(directory);
    events.add(new Event(Kind.DIRECTORY_SYNCED, directory));
  }
}
