package careplanhub.vendor.excel;

import careplanhub.vendor.excel.SheetRow.Kind;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a sheet, read one after another (ECMA-376, part 1, 18.3.1); no formula is ever worked
 * out. For one thread.
 */
final class SheetRows {
  private static final int MOST_DIGITS = 9;

  private final XMLStreamReader2 xml;
  private final CellReference reference = new CellReference();
  private final CellType type = new CellType();
  private final List<String> texts;
  private final SheetRow row = new SheetRow();

  /**
   * @param texts those that cells share
   */
  SheetRows(XMLStreamReader2 xml, List<String> texts) {
    this.xml = xml;
    this.texts = texts;
  }

  /**
   * The next row, in the place of the last; null when there is none.
   *
   * @throws UnusableWorkbookException when the sheet is broken
   */
  @Nullable SheetRow next() throws UnusableWorkbookException {
    try {
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("row")) {
          String number = xml.getAttributeValue("", "r");
          row.begin(number == null ? row.line() + 1 : Integer.parseInt(number));
          takeCells();
          return row;
        }
      }
      return null;
    } catch (XMLStreamException | IllegalArgumentException | IndexOutOfBoundsException e) {
      throw UnusableWorkbookException.broken();
    }
  }

  private void takeCells() throws XMLStreamException {
    int place = -1;
    for (int event = xml.next(); !isEnd(event, "row"); event = xml.next()) {
      if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("c")) {
        place = takeCell(place + 1);
      }
    }
  }

  /** Takes a cell; the column where it lies, which it may not say itself. */
  private int takeCell(int expected) throws XMLStreamException {
    int place = expected;
    type.handleEmptyValue();
    for (int number = 0; number < xml.getAttributeCount(); number++) {
      String name = xml.getAttributeLocalName(number);
      if (name.equals("r")) {
        xml.getAttributeAs(number, reference);
        place = reference.column();
      } else if (name.equals("t")) {
        xml.getAttributeAs(number, type);
      }
    }
    if (place < 0 || place >= SheetRow.MOST_COLUMNS) {
      throw new IndexOutOfBoundsException("A cell is beside the sheet");
    }
    takeValue(place, type.name());
    return place;
  }

  private void takeValue(int place, String type) throws XMLStreamException {
    boolean formula = false;
    String value = null;
    for (int event = xml.next(); !isEnd(event, "c"); event = xml.next()) {
      if (event == XMLStreamConstants.START_ELEMENT) {
        String name = xml.getLocalName();
        if (name.equals("v")) {
          value = type.equals(CellType.SHARED) ? shared() : xml.getElementText();
        } else if (name.equals("is")) {
          value = WorkbookTexts.read(xml, "is");
        } else {
          formula |= name.equals("f");
        }
      }
    }
    if (formula) {
      row.take(place, Kind.FORMULA, value == null ? "" : value);
    } else if (value != null) {
      take(place, type, value);
    }
  }

  /**
   * The text whose number is the content of the element at hand, read without a text of its own.
   */
  private String shared() throws XMLStreamException {
    int number = 0;
    int digits = 0;
    for (int event = xml.next(); event != XMLStreamConstants.END_ELEMENT; event = xml.next()) {
      if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
        char[] signs = xml.getTextCharacters();
        int start = xml.getTextStart();
        int length = xml.getTextLength();
        digits += length;
        for (int at = start; at < start + length; at++) {
          number = 10 * number + digit(signs[at]);
        }
      } else if (event == XMLStreamConstants.START_ELEMENT) {
        throw new IllegalArgumentException("A number has no elements");
      }
      if (digits > MOST_DIGITS) {
        throw new IllegalArgumentException("A workbook has not so many texts");
      }
    }
    if (digits == 0) {
      throw new IllegalArgumentException("There is no number");
    }
    return texts.get(number);
  }

  private static int digit(char sign) {
    if (sign < '0' || sign > '9') {
      throw new IllegalArgumentException("No digit");
    }
    return sign - '0';
  }

  private void take(int place, String type, String value) {
    switch (type) {
      case CellType.SHARED, "inlineStr" -> row.take(place, Kind.TEXT, value);
      case CellType.NUMBER -> row.take(place, Kind.NUMBER, value);
      case "str" -> row.take(place, Kind.TEXT, SheetText.read(value));
      default -> row.take(place, Kind.OTHER, value);
    }
  }

  private boolean isEnd(int event, String name) {
    return event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals(name);
  }
}
