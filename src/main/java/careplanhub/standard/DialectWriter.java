package careplanhub.standard;

import java.io.IOException;
import java.io.OutputStream;
import java.util.function.Consumer;

/**
 * Writes rows as a receiver's dialect says, by the strict {@link RowWriter}: what that refuses is
 * refused here, and replacements are told. The order of the rows is the caller's ({@link
 * Dialect#sorted}).
 *
 * <p>For one thread. It buffers; closing it writes the rest and closes the stream.
 */
public final class DialectWriter implements AutoCloseable {
  private final RowWriter writer;
  private final DialectValues values;

  /**
   * A writer of rows of one layout, with the dialect's header line where it has one.
   *
   * @param replaced as for {@link RowWriter}
   */
  public DialectWriter(
      OutputStream out, Layout layout, Dialect dialect, Consumer<Replacement> replaced)
      throws IOException {
    boolean standardQuotes = dialect.quoting() == Dialect.Quoting.STANDARD;
    OutputStream quoted = standardQuotes ? out : new QuotingStream(out, dialect.quoting());
    if (dialect.header()) {
      quoted.write(DialectHeader.of(layout));
    }
    this.values = new DialectValues(dialect);
    this.writer = new RowWriter(quoted, layout, replaced);
  }

  /**
   * Writes one row.
   *
   * @throws UnwritableException when a value cannot be written; nothing of the row is
   */
  public void write(Row row) throws IOException, UnwritableException {
    writer.write(values.of(row));
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }
}
