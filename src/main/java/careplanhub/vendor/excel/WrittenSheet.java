package careplanhub.vendor.excel;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The rows of a sheet while they are written, from the first to the last. Each cell is a text or a
 * count, so that nothing is ever a formula; texts that repeat are kept once for the whole workbook.
 * For one thread.
 */
final class WrittenSheet {
  private static final int LONGEST_COUNT = 9;
  private static final byte[] ROW = ascii("<row r=\"");
  private static final byte[] ROW_BEGUN = ascii("\">");
  private static final byte[] ROW_END = ascii("</row>");
  private static final int NEVER = -1;
  private static final String CELL = "<c";
  private static final byte[] REFERENCE_END = ascii("\"");
  private static final String TEXT = "<t>";
  private static final String TEXT_KEPT = "<t xml:space=\"preserve\">";
  private static final String TEXT_END = "</t>";
  private static final String OWN = CELL + " t=\"inlineStr\"><is>";
  private static final byte[] OWN_BEGINNING = ascii(OWN + TEXT);
  private static final byte[] OWN_BEGINNING_KEPT = ascii(OWN + TEXT_KEPT);
  private static final String OWN_END = TEXT_END + "</is></c>";

  private final XmlBytes xml;
  private final Map<String, String> places = new HashMap<>();
  private final List<String> texts = new ArrayList<>();
  private final List<Column> columns = new ArrayList<>();
  private String lastEnd = "";
  private byte[] ownEnd = OWN_END.getBytes(StandardCharsets.US_ASCII);
  private int rows;
  private byte[] row = {};
  private int following;

  /**
   * What a cell looks like: its place among the formats of {@link WorkbookParts}. The first is what
   * a cell has that says nothing of it, and so the one that most have.
   */
  enum Style {
    /** Stays a text when somebody types over it. */
    TEXT(""),
    HEADING(" s=\"1\""),
    PLAIN(" s=\"2\"");

    private final String xml;

    Style(String xml) {
      this.xml = xml;
    }
  }

  /**
   * How the last cell of a column was written after its reference: most cells hold what the one
   * above them holds.
   */
  private static final class Column {
    private final int number;
    private byte[] beginning = {};
    private String text = "";
    private Style style = Style.TEXT;
    private boolean isCount;
    private byte[] cell = {};

    private Column(int number) {
      this.number = number;
    }

    private boolean isLast(String next, Style nextStyle) {
      return !isCount && style == nextStyle && text.equals(next);
    }

    private boolean isLastCount(String next) {
      return isCount && text.equals(next);
    }

    private void goesOn(String next, Style nextStyle, String xml) {
      text = next;
      style = nextStyle;
      isCount = false;
      cell = ascii(CELL + xml);
    }

    /** How a cell begins that says where it lies, up to the number of the row. */
    private byte[] beginning() {
      if (beginning.length == 0) {
        beginning = ascii(CELL + " r=\"" + SheetText.letters(number));
      }
      return beginning;
    }
  }

  WrittenSheet(OutputStream out, SheetLook look) throws IOException {
    this.xml = new XmlBytes(out);
    xml.put(WorkbookParts.SHEET_BEGINNING + look.xml() + "<sheetData>");
  }

  private static byte[] ascii(String xml) {
    return xml.getBytes(StandardCharsets.US_ASCII);
  }

  /** Begins the next row. */
  void beginRow() throws IOException {
    rows++;
    following = 0;
    row = ascii(String.valueOf(rows));
    xml.put(ROW);
    xml.put(row);
    xml.put(ROW_BEGUN);
  }

  /** Writes a cell right of those before, 0 for the first column; nothing of an empty text. */
  void cell(int number, String text, Style style) throws IOException {
    if (!text.isEmpty()) {
      Column column = column(number);
      if (!column.isLast(text, style)) {
        column.goesOn(text, style, style.xml + " t=\"s\"><v>" + place(text) + "</v></c>");
      }
      put(column);
    }
  }

  /**
   * The same for a count, which is written as a number, so that staff can add it up; what is no
   * plain one stays the text that it is.
   */
  void count(int number, String count) throws IOException {
    Column column = column(number);
    if (!column.isLastCount(count)) {
      if (!isPlain(count)) {
        cell(number, count, Style.TEXT);
        return;
      }
      column.goesOn(count, Style.TEXT, "><v>" + count + "</v></c>");
      column.isCount = true;
    }
    put(column);
  }

  /** Whether a number means the same digits again. */
  private static boolean isPlain(String count) {
    boolean plain =
        !count.isEmpty()
            && count.length() <= LONGEST_COUNT
            && (count.charAt(0) != '0' || count.length() == 1);
    for (int at = 0; plain && at < count.length(); at++) {
      plain = count.charAt(at) >= '0' && count.charAt(at) <= '9';
    }
    return plain;
  }

  /**
   * Writes a cell whose text hardly any other has, so that it is not kept to be shared.
   *
   * @param beginning not empty
   * @param end often that of the last such cell
   */
  void ownCell(int number, String beginning, String end) throws IOException {
    if (!end.equals(lastEnd)) {
      lastEnd = end;
      ownEnd = (SheetText.written(end) + OWN_END).getBytes(StandardCharsets.UTF_8);
    }
    put(column(number), isBare(beginning) && isBare(end) ? OWN_BEGINNING : OWN_BEGINNING_KEPT);
    xml.put(SheetText.written(beginning));
    xml.put(ownEnd);
  }

  /** Whether a text has no blanks at its ends, which get lost where nothing is said of them. */
  private static boolean isBare(String text) {
    return text.equals(text.strip());
  }

  private Column column(int number) {
    while (columns.size() <= number) {
      columns.add(new Column(columns.size()));
    }
    return columns.get(number);
  }

  private void put(Column column) throws IOException {
    put(column, column.cell);
  }

  /**
   * The cells before the first gap of a row need not say where they lie (ECMA-376, part 1,
   * 18.3.1.4). Those behind it all do, as some readers count cells when one says nothing.
   */
  private void put(Column column, byte[] cell) throws IOException {
    if (column.number == following) {
      following++;
      xml.put(cell);
    } else {
      following = NEVER;
      xml.put(column.beginning());
      xml.put(row);
      xml.put(REFERENCE_END);
      xml.put(cell, CELL.length());
    }
  }

  private String place(String text) {
    String known = places.get(text);
    if (known != null) {
      return known;
    }
    String place = String.valueOf(texts.size());
    places.put(text, place);
    texts.add(text);
    return place;
  }

  private static String element(String text) {
    return (isBare(text) ? TEXT : TEXT_KEPT) + SheetText.written(text) + TEXT_END;
  }

  /** Ends the row. */
  void endRow() throws IOException {
    xml.put(ROW_END);
  }

  /** Ends the sheet; the stream stays open. */
  void end() throws IOException {
    xml.put("</sheetData></worksheet>");
    xml.flush();
  }

  /** Writes the texts that cells share, when the sheet has ended. */
  void writeTexts() throws IOException {
    xml.put(WorkbookParts.TEXTS_BEGINNING);
    for (String text : texts) {
      xml.put("<si>" + element(text) + "</si>");
    }
    xml.put("</sst>");
    xml.flush();
  }
}
