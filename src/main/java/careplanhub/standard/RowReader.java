package careplanhub.standard;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the records of one CSV file of the standard, tolerantly, and tells what it tolerated;
 * {@code docs/interpretation.md} says how each grey area is taken. It needs memory for one record,
 * whatever the file's size, and never changes a byte of the file.
 *
 * <p>A record that cannot be a row (broken quotes, wrong count of columns, too large) is told and
 * passed over. A record with characters that cannot be read is told too, but is a row: such a
 * character stands in it as U+FFFD, a user-defined one (外字) as private use, and {@link RowWriter}
 * takes neither. Findings about the whole file (line ends, quoting) come when the end is reached.
 *
 * <p>For one thread. Closing it closes the stream.
 */
public final class RowReader implements AutoCloseable {
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
  private static final int VERSION_LENGTH = 6;

  private final InputStream in;
  private final Layout layout;
  private final ReadOptions options;
  private final FindingLimit findings;
  private final RecordBytes input;
  private final FieldPlaces places;
  private final RecordSplitter splitter;
  private final Field[] fields;
  private final RepeatedValues repeated;
  private final FieldDecoder decoder = new FieldDecoder(this::found);
  private final ValueRepair repair = new ValueRepair(this::found);

  private final Tolerance headers = new Tolerance(FindingCode.HEADER);
  private final Tolerance blankLines = new Tolerance(FindingCode.BLANK_LINE);
  private final Tolerance lineEnds = new Tolerance(FindingCode.LINE_END);
  private final Tolerance lastLineEnd = new Tolerance(FindingCode.LAST_LINE_END);
  private final Tolerance unquotedTexts = new Tolerance(FindingCode.TEXT_UNQUOTED);
  private final Tolerance unquotedEmpties = new Tolerance(FindingCode.EMPTY_TEXT_UNQUOTED);
  private final Tolerance quotedOthers = new Tolerance(FindingCode.OTHER_QUOTED);

  private boolean begun;
  private boolean finished;
  private boolean csv = true;
  private boolean marked;
  private @Nullable Encoding encoding;
  private boolean silent;
  private long records;
  private long told;
  private Field field;

  private RowReader(
      InputStream in, Layout layout, ReadOptions options, Consumer<Finding> findings) {
    this.in = in;
    this.layout = layout;
    this.options = options;
    this.findings = new FindingLimit(findings, options);
    this.input = new RecordBytes(in);
    this.places = new FieldPlaces(layout.width());
    this.splitter = new RecordSplitter(input, places, options);
    this.repeated = new RepeatedValues(layout.width());
    this.fields = layout.fields().toArray(Field[]::new);
    this.field = fields[0];
  }

  /**
   * A reader of the stream's bytes.
   *
   * @param layout that of the file's kind and version; a file of csvVersion 202410 or 202504 has
   *     the shape of V4.1
   * @param findings hears of each finding as it is met
   */
  public static RowReader open(
      InputStream in, Layout layout, ReadOptions options, Consumer<Finding> findings) {
    return new RowReader(in, layout, options, findings);
  }

  /**
   * The next row, null at the end.
   *
   * @throws IOException when the stream cannot be read; nothing in the bytes leads to it
   */
  public @Nullable Row next() throws IOException {
    if (!begun) {
      begun = true;
      begin();
    }
    while (!finished && splitter.next()) {
      Row row = row();
      finished |= !csv;
      if (row != null && csv) {
        return row;
      }
    }
    if (!finished) {
      finish();
    }
    return null;
  }

  /** The records met so far, also those that could not be rows; no headers, no blank lines. */
  public long records() {
    return records;
  }

  /** False once the bytes have shown to be no CSV at all, such as a ZIP; that was told. */
  public boolean isCsv() {
    return csv;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  private void begin() throws IOException {
    byte[] start = input.window(FileSignature.LENGTH);
    Optional<String> foreign = FileSignature.foreign(start);
    if (foreign.isPresent()) {
      csv = false;
      finished = true;
      findings.tell(FindingCode.NOT_CSV.of(foreign.get()));
      return;
    }
    int mark = BYTE_ORDER_MARK.length;
    if (start.length >= mark && java.util.Arrays.equals(start, 0, mark, BYTE_ORDER_MARK, 0, mark)) {
      input.position += mark;
      marked = true;
      findings.tell(FindingCode.BYTE_ORDER_MARK.of());
    }
  }

  private void finish() {
    finished = true;
    headers.tell(findings);
    blankLines.tell(findings);
    lineEnds.tell(findings);
    lastLineEnd.tell(findings);
    unquotedTexts.tell(findings);
    unquotedEmpties.tell(findings);
    quotedOthers.tell(findings);
    findings.finish();
  }

  private @Nullable Row row() throws IOException {
    long line = splitter.line();
    noteEnding(line);
    FindingCode problem = splitter.problem();
    if (problem == null && splitter.isBlank()) {
      blankLines.seen(line, 0, null);
      return null;
    }
    if (problem == null && isHeader()) {
      headers.seen(line, 0, null);
      return null;
    }
    records++;
    if (problem != null) {
      tell(problem);
      return null;
    }
    if (places.count() != layout.width()) {
      tellColumns();
      return null;
    }
    String[] values = new String[layout.width()];
    for (int i = 0; i < values.length; i++) {
      values[i] = value(i);
    }
    return new Row(layout, values, line, records);
  }

  private void noteEnding(long line) {
    if (splitter.ending() == RecordSplitter.Ending.OTHER_LINE_END) {
      lineEnds.seen(line, 0, null);
    } else if (splitter.ending() == RecordSplitter.Ending.END_OF_FILE) {
      lastLineEnd.seen(line, 0, null);
    }
  }

  private boolean isHeader() throws IOException {
    int length = places.end(0) - places.start(0);
    byte first = length == 0 ? 0 : input.bytes[input.start + places.start(0)];
    if (length == 0 || (length == VERSION_LENGTH && first >= '0' && first <= '9')) {
      return false;
    }
    silent = true;
    List<String> values = new ArrayList<>();
    for (int i = 0; i < Math.min(places.count(), layout.width()); i++) {
      values.add(text(i));
    }
    silent = !csv;
    return HeaderLine.matches(layout, values, places.count(), records == 0);
  }

  private void tell(FindingCode problem) {
    if (problem == FindingCode.RECORD_TOO_LARGE) {
      findings.tell(
          problem.at(splitter.line(), records, null, Integer.toString(options.recordBytes())));
    } else {
      field = fieldAt(splitter.problemField());
      found(problem, Integer.toString(options.fieldBytes()));
    }
  }

  private void tellColumns() {
    int count = places.count();
    field = fieldAt(count);
    found(
        count < layout.width() ? FindingCode.COLUMNS_MISSING : FindingCode.COLUMNS_EXTRA,
        Integer.toString(count),
        Integer.toString(layout.width()));
  }

  private Field fieldAt(int position) {
    return layout.fields().get(Math.min(position, layout.width() - 1));
  }

  private void found(FindingCode code, String... details) {
    told++;
    if (!silent) {
      findings.tell(code.at(splitter.line(), records, field, details));
    }
  }

  private String value(int position) throws IOException {
    field = fields[position];
    boolean isText = field.type() == FieldType.TEXT;
    int from = input.start + places.start(position);
    int to = input.start + places.end(position);
    if (isText != places.has(position, FieldPlaces.QUOTED)) {
      noteQuoting(isText, from == to);
    }
    String known = repeated.valueOf(position, input.bytes, from, to);
    return known != null ? known : newValue(position, isText);
  }

  /** A value that the column did not have before; it is kept when there is nothing to tell. */
  private String newValue(int position, boolean isText) throws IOException {
    long toldBefore = told;
    String value = text(position);
    if (places.has(position, FieldPlaces.CONTROL | FieldPlaces.LINE_BREAK)) {
      tellControls(value, isText);
    }
    if (!isText) {
      value = repair.repaired(field, value, !places.has(position, FieldPlaces.NOT_ASCII));
    }
    if (told == toldBefore) {
      int from = input.start + places.start(position);
      repeated.keep(position, input.bytes, from, input.start + places.end(position), value);
    }
    return value;
  }

  private void noteQuoting(boolean isText, boolean empty) {
    if (isText && field.length() > 0) {
      // The numbers of UPYOBO_SUB are free text by the 別紙, and come as both.
      return;
    }
    Tolerance tolerance = !isText ? quotedOthers : empty ? unquotedEmpties : unquotedTexts;
    tolerance.seen(splitter.line(), records, field);
  }

  private void tellControls(String value, boolean isText) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (Character.isISOControl(c) && !(isText && RowWriter.isTextControl(c))) {
        found(FindingCode.CONTROL_CHARACTER, Integer.toString(i + 1), Replacement.codePoint(c));
        return;
      }
    }
  }

  private String text(int position) throws IOException {
    boolean ascii = !places.has(position, FieldPlaces.NOT_ASCII);
    // Deciding on the encoding reads on, which moves the bytes: so before their places are asked
    // for.
    boolean utf8 = !ascii && encoding() == Encoding.UTF_8;
    byte[] bytes = input.bytes;
    int from = input.start + places.start(position);
    int to = input.start + places.end(position);
    if (places.has(position, FieldPlaces.DOUBLED_QUOTE)) {
      bytes = withoutDoubledQuotes(bytes, from, to);
      from = 0;
      to = bytes.length;
    }
    if (ascii) {
      return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }
    return utf8 ? decoder.utf8(bytes, from, to) : decoder.ms932(bytes, from, to);
  }

  private static byte[] withoutDoubledQuotes(byte[] bytes, int from, int to) {
    byte[] single = new byte[to - from];
    int length = 0;
    for (int i = from; i < to; i++) {
      single[length++] = bytes[i];
      i += bytes[i] == '"' ? 1 : 0;
    }
    return java.util.Arrays.copyOf(single, length);
  }

  private Encoding encoding() throws IOException {
    if (encoding == null) {
      encoding = Encoding.of(input.window(Encoding.WINDOW), marked);
      if (encoding == Encoding.UTF_8) {
        findings.tell(FindingCode.UTF_8.of());
      } else if (encoding == Encoding.EUC_JP) {
        csv = false;
        silent = true;
        findings.tell(FindingCode.NOT_CSV.of("EUC-JP の文書"));
      }
    }
    return encoding;
  }
}
