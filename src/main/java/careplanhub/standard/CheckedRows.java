package careplanhub.standard;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one file, each checked when it is handed out; the rules that compare rows are done
 * when the end is reached, unless a record could not be a row. What is wrong is a finding and stops
 * nothing.
 *
 * <p>For one thread. Closing it closes the stream.
 */
public final class CheckedRows implements AutoCloseable {
  private final RowReader reader;
  private final FindingList findings;
  private final FileRule[] rules;
  private final VersionRule version;
  private final @Nullable JoinKeyRule keys;
  private final @Nullable ImageNameRule images;
  private long rows;
  private boolean unreadable;
  private boolean finished;

  /**
   * The rows of a stream.
   *
   * @param together whether to collect what the rules of the file's unit compare
   */
  CheckedRows(InputStream in, CheckContext context, boolean together, FindingList findings) {
    Layout layout = context.layout();
    FileName name = context.name();
    this.findings = findings;
    version = new VersionRule(context);
    keys = together && name != null ? JoinKeyRule.of(name, context) : null;
    images = layout.kind().equals("UPKIHON") ? new ImageNameRule(context) : null;
    List<FileRule> all = new ArrayList<>(List.of(new FieldRule(layout), version));
    all.addAll(FileRules.of(context));
    if (keys != null) {
      all.add(keys);
    }
    if (images != null) {
      all.add(images);
    }
    rules = all.toArray(FileRule[]::new);
    reader = RowReader.open(in, layout, context.options().reading(), findings);
  }

  /**
   * The rows of a stream that holds the CSV file of this name. Its companions in a send unit are
   * not asked for, and the name itself is not judged.
   */
  public static CheckedRows open(InputStream in, FileName name, CheckOptions options) {
    Layout layout = Standard.data().layout(name.version(), name.kind()).orElseThrow();
    return new CheckedRows(
        in,
        new CheckContext(layout, name, options),
        false,
        new FindingList(options.findingsPerCode()));
  }

  /**
   * The next row, null at the end.
   *
   * @throws IOException when the stream cannot be read; nothing in the bytes leads to it
   */
  public @Nullable Row next() throws IOException {
    Row row = reader.next();
    if (row == null) {
      finish();
      return null;
    }
    rows++;
    for (FileRule rule : rules) {
      rule.check(row, findings);
    }
    return row;
  }

  /** What was found so far, by line and column; all of it after the last row. */
  public List<Finding> findings() {
    return findings.toList();
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }

  /** Checks all rows; that the stream cannot be read is a finding. */
  void readToEnd() {
    try {
      while (next() != null) {
        // a row is checked when it is handed out
      }
    } catch (IOException e) {
      unreadable = true;
      findings.accept(FindingCode.UNREADABLE.of());
    }
  }

  CheckedFile checked(FileCheck check) {
    return new CheckedFile(
        check.source().name(),
        check.name(),
        check.kind(),
        version.version(),
        rows,
        isComplete(),
        keys == null ? null : keys.keys(),
        images == null ? null : images.images(),
        findings);
  }

  private void finish() {
    if (finished) {
      return;
    }
    finished = true;
    if (reader.isCsv() && reader.records() == 0) {
      findings.accept(FindingCode.NO_RECORD.of());
    }
    if (isComplete()) {
      for (FileRule rule : rules) {
        rule.finish(findings);
      }
    }
  }

  /** Whether every record became a row: only then is what rows lack really missing. */
  private boolean isComplete() {
    return !unreadable && reader.isCsv() && reader.records() == rows;
  }
}
