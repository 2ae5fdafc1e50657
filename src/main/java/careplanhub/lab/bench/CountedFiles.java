package careplanhub.lab.bench;

import careplanhub.store.Content;
import careplanhub.store.FileLayer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.LongAdder;

/** The machine's files, and how often they were synced. Safe for every thread. */
final class CountedFiles implements FileLayer {
  private final FileLayer files;
  private final LongAdder syncs = new LongAdder();

  CountedFiles(FileLayer files) {
    this.files = files;
  }

  /** How many files and directories were synced since the beginning. */
  long syncs() {
    return syncs.sum();
  }

  @Override
  public void writeSynced(Path newFile, Access access, Content content) throws IOException {
    files.writeSynced(newFile, access, content);
    syncs.increment();
  }

  @Override
  public void syncDirectory(Path directory) throws IOException {
    files.syncDirectory(directory);
    syncs.increment();
  }

  @Override
  public void publish(Path source, Path target) throws IOException {
    files.publish(source, target);
  }

  @Override
  public void replace(Path source, Path target) throws IOException {
    files.replace(source, target);
  }

  @Override
  public void rename(Path source, Path target) throws IOException {
    files.rename(source, target);
  }

  @Override
  public void delete(Path file) throws IOException {
    files.delete(file);
  }

  @Override
  public void createDirectory(Path directory) throws IOException {
    files.createDirectory(directory);
  }
}
