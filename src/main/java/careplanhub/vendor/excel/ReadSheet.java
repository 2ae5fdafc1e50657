package careplanhub.vendor.excel;

import careplanhub.vendor.FileLimits;
import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.codehaus.stax2.XMLStreamReader2;
import org.jspecify.annotations.Nullable;

/**
 * How workbooks are read: within bounds, only the first sheet and what it needs, and without any
 * document type.
 */
final class ReadSheet {
  private static final XMLInputFactory FACTORY = factory();
  private static final String RELATION = "/relationships";
  private static final String TEXTS = "/sharedStrings";

  private ReadSheet() {}

  private static XMLInputFactory factory() {
    InputFactoryImpl factory = new InputFactoryImpl();
    factory.configureForSpeed();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory;
  }

  /** Works over the rows of the first sheet. */
  @FunctionalInterface
  interface Work<T> {
    T over(String sheetName, SheetRows rows) throws UnusableWorkbookException;
  }

  /** The first sheet, as the workbook calls it. */
  private record FirstSheet(String name, String relation) {}

  /**
   * Where the parts lie that the workbook speaks of.
   *
   * @param targets by the identifiers of relations
   * @param texts those that cells share; null when there are none
   */
  private record Relations(Map<String, String> targets, @Nullable String texts) {}

  /**
   * Reads the first sheet of a workbook.
   *
   * @throws UnusableWorkbookException when it is no workbook, broken or too big
   */
  static <T> T first(InputStream workbook, FileLimits limits, Work<T> work)
      throws IOException, UnusableWorkbookException {
    Map<String, byte[]> parts = WorkbookPackage.parts(workbook, limits);
    try {
      FirstSheet sheet = firstSheet(open(parts, WorkbookParts.WORKBOOK));
      Relations relations = relations(open(parts, WorkbookParts.RELATIONS));
      List<String> texts =
          relations.texts() == null ? List.of() : WorkbookTexts.of(open(parts, relations.texts()));
      String part = relations.targets().getOrDefault(sheet.relation(), "");
      return work.over(sheet.name(), new SheetRows(open(parts, part), texts));
    } catch (XMLStreamException e) {
      throw UnusableWorkbookException.broken();
    }
  }

  /** A part at its first element. Only UTF-8 is read, so that nothing hides in other encodings. */
  private static XMLStreamReader2 open(Map<String, byte[]> parts, String name)
      throws XMLStreamException, UnusableWorkbookException {
    byte[] part = parts.get(name);
    if (part == null) {
      throw UnusableWorkbookException.broken();
    }
    XMLStreamReader2 xml =
        (XMLStreamReader2)
            FACTORY.createXMLStreamReader(
                new ByteArrayInputStream(part), StandardCharsets.UTF_8.name());
    while (xml.next() != XMLStreamConstants.START_ELEMENT) {
      if (xml.getEventType() == XMLStreamConstants.DTD) {
        throw UnusableWorkbookException.withDeclaration();
      }
    }
    return xml;
  }

  private static FirstSheet firstSheet(XMLStreamReader xml)
      throws XMLStreamException, UnusableWorkbookException {
    while (xml.hasNext()) {
      if (xml.next() == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("sheet")) {
        String relation = "";
        for (int place = 0; place < xml.getAttributeCount(); place++) {
          String of = xml.getAttributeNamespace(place);
          boolean isRelation = of != null && of.endsWith(RELATION);
          if (isRelation && xml.getAttributeLocalName(place).equals("id")) {
            relation = xml.getAttributeValue(place);
          }
        }
        return new FirstSheet(attribute(xml, "name"), relation);
      }
    }
    throw UnusableWorkbookException.broken();
  }

  private static Relations relations(XMLStreamReader xml) throws XMLStreamException {
    Map<String, String> targets = new HashMap<>();
    String texts = null;
    while (xml.hasNext()) {
      if (xml.next() == XMLStreamConstants.START_ELEMENT) {
        String target = attribute(xml, "Target");
        String part = target.startsWith("/") ? target.substring(1) : "xl/" + target;
        targets.put(attribute(xml, "Id"), part);
        texts = attribute(xml, "Type").endsWith(TEXTS) ? part : texts;
      }
    }
    return new Relations(targets, texts);
  }

  private static String attribute(XMLStreamReader xml, String name) {
    String value = xml.getAttributeValue("", name);
    return value == null ? "" : value;
  }
}
