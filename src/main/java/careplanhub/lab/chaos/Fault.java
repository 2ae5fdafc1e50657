package careplanhub.lab.chaos;

import java.nio.file.Path;

/**
 * What is wrong with every file operation of a process below one path.
 *
 * @param kind how the operations go wrong
 * @param below an absolute path: a folder with all it holds, or one file
 */
public record Fault(Kind kind, Path below) {
  /** How operations go wrong. */
  public enum Kind {
    /** Writing stops half-way as on a full disk; renames and deletions go on. */
    FULL,
    /** Everything is refused as by missing permissions. */
    DENIED,
    /** Everything waits until the fault is over, as on a network share that does not answer. */
    HANG
  }

  /**
   * @throws IllegalArgumentException when the path is relative: the two processes may work in
   *     different folders
   */
  public Fault {
    if (!below.isAbsolute()) {
      throw new IllegalArgumentException("A fault needs an absolute path.");
    }
  }

  boolean touches(Path path) {
    return path.toAbsolutePath().normalize().startsWith(below);
  }
}
