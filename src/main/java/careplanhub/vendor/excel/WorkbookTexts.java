package careplanhub.vendor.excel;

import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The texts that the cells of a workbook share (ECMA-376, part 1, 18.4). */
final class WorkbookTexts {
  private WorkbookTexts() {}

  /** The texts in their order. */
  static List<String> of(XMLStreamReader xml) throws XMLStreamException {
    List<String> texts = new ArrayList<>();
    while (xml.hasNext()) {
      if (xml.next() == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("si")) {
        texts.add(read(xml, "si"));
      }
    }
    return texts;
  }

  /**
   * The text of the element at hand: all its runs, without the readings that a spreadsheet keeps
   * above them.
   */
  static String read(XMLStreamReader xml, String element) throws XMLStreamException {
    String first = "";
    StringBuilder whole = null;
    int readings = 0;
    for (int event = xml.next(); ; event = xml.next()) {
      if (event == XMLStreamConstants.START_ELEMENT) {
        if (xml.getLocalName().equals("rPh")) {
          readings++;
        } else if (xml.getLocalName().equals("t") && readings == 0) {
          String run = xml.getElementText();
          if (first.isEmpty()) {
            first = run;
          } else {
            whole = whole == null ? new StringBuilder(first) : whole;
            whole.append(run);
          }
        }
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        if (xml.getLocalName().equals(element)) {
          return SheetText.read(whole == null ? first : whole.toString());
        }
        readings -= xml.getLocalName().equals("rPh") ? 1 : 0;
      }
    }
  }
}
