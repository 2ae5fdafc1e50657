package careplanhub.vendor.excel;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The rows of a sheet while they are written, from the first to the last. Each cell is a text, so
 * that nothing is ever a formula; texts that repeat are kept once for the whole workbook. For one
 * thread.
 */
final class WrittenSheet {
  private static final int CHUNK = 1 << 15;

  private final OutputStream out;
  private final StringBuilder xml = new StringBuilder(2 * CHUNK);
  private final Map<String, String> places = new HashMap<>();
  private final List<String> texts = new ArrayList<>();
  private final List<Column> columns = new ArrayList<>();
  private int rows;
  private String row = "";

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

  /** How cells of a column begin, and the text that it held last with its place. */
  private static final class Column {
    private final String beginning;
    private String text = "";
    private String place = "";

    private Column(int number) {
      this.beginning = "<c r=\"" + SheetText.letters(number);
    }
  }

  WrittenSheet(OutputStream out, SheetLook look) {
    this.out = out;
    xml.append(WorkbookParts.SHEET_BEGINNING).append(look.xml()).append("<sheetData>");
  }

  /** Begins the next row. */
  void beginRow() {
    rows++;
    row = String.valueOf(rows);
    xml.append("<row r=\"").append(row).append("\">");
  }

  /** Writes a cell right of those before, 0 for the first column; nothing of an empty text. */
  void cell(int number, String text, Style style) {
    if (!text.isEmpty()) {
      Column column = begin(number, style);
      if (!text.equals(column.text)) {
        column.place = place(text);
        column.text = text;
      }
      xml.append(" t=\"s\"><v>").append(column.place).append("</v></c>");
    }
  }

  /** The same for a text that hardly any other cell has, so that it is not kept to be shared. */
  void ownCell(int number, String text, Style style) {
    if (!text.isEmpty()) {
      begin(number, style);
      xml.append(" t=\"inlineStr\"><is>").append(element(text)).append("</is></c>");
    }
  }

  private Column begin(int number, Style style) {
    while (columns.size() <= number) {
      columns.add(new Column(columns.size()));
    }
    Column column = columns.get(number);
    xml.append(column.beginning).append(row).append('"').append(style.xml);
    return column;
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

  /** A text with the blanks around it, which get lost where nothing is said of them. */
  private static String element(String text) {
    return (text.equals(text.strip()) ? "<t>" : "<t xml:space=\"preserve\">")
        + SheetText.written(text)
        + "</t>";
  }

  /** Ends the row. */
  void endRow() throws IOException {
    xml.append("</row>");
    if (xml.length() >= CHUNK) {
      flush();
    }
  }

  /** Ends the sheet; the stream stays open. */
  void end() throws IOException {
    xml.append("</sheetData></worksheet>");
    flush();
  }

  /** Writes the texts that cells share, when the sheet has ended. */
  void writeTexts() throws IOException {
    xml.append(WorkbookParts.TEXTS_BEGINNING);
    for (String text : texts) {
      xml.append("<si>").append(element(text)).append("</si>");
      if (xml.length() >= CHUNK) {
        flush();
      }
    }
    xml.append("</sst>");
    flush();
  }

  private void flush() throws IOException {
    out.write(xml.toString().getBytes(StandardCharsets.UTF_8));
    xml.setLength(0);
  }
}
