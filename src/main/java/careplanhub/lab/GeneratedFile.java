package careplanhub.lab;

import java.util.Arrays;

/** A file of the generator: its name, its bytes, and how many records they hold. Immutable. */
public final class GeneratedFile {
  private final String name;
  private final byte[] content;
  private final long rows;

  /** Takes the array over; the caller must not touch it again. */
  public GeneratedFile(String name, byte[] content, long rows) {
    this.name = name;
    this.content = content;
    this.rows = rows;
  }

  /** The same content under another name. */
  public GeneratedFile named(String other) {
    return new GeneratedFile(other, content, rows);
  }

  public String name() {
    return name;
  }

  /** The bytes themselves, not a copy; the caller must not write to them. */
  public byte[] content() {
    return content;
  }

  /** The number of records, without a header; 0 for a picture. */
  public long rows() {
    return rows;
  }

  /** The first half of the bytes, as a program leaves them that is still writing. */
  public byte[] firstHalf() {
    return Arrays.copyOf(content, content.length / 2);
  }
}
