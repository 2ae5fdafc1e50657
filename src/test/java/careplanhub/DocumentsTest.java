package careplanhub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** The documents for engineers tell what the build and the rules really hold. */
class DocumentsTest {

  @Test
  void everyLibraryHasItsReason() throws Exception {
    String decisions = ProjectFiles.read("docs/decisions.md");
    List<String> unexplained =
        libraries().filter(library -> !decisions.contains("`" + library + "`")).toList();
    assertEquals(List.of(), unexplained, "add a line to the table of docs/decisions.md");
  }

  @Test
  void everyRoomIsExplained() throws IOException {
    String development = ProjectFiles.read("docs/development.md");
    for (Room room : Room.values()) {
      assertTrue(development.contains("| `" + room.label() + "` |"), room.label());
    }
  }

  @Test
  void theLicenceIsTheWholeApacheLicence() throws IOException {
    String licence = ProjectFiles.read("LICENSE");
    assertTrue(licence.contains("Version 2.0, January 2004"));
    assertTrue(licence.contains("APPENDIX: How to apply the Apache License to your work."));
  }

  /** The artifacts that stand in pom.xml as dependencies of the project, not those it manages. */
  private static Stream<String> libraries() throws Exception {
    NodeList nodes =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(Path.of("pom.xml").toFile())
            .getElementsByTagName("dependency");
    return IntStream.range(0, nodes.getLength())
        .mapToObj(nodes::item)
        .filter(node -> node.getParentNode().getParentNode().getNodeName().equals("project"))
        .map(node -> ((Element) node).getElementsByTagName("artifactId").item(0))
        .map(Node::getTextContent);
  }
}
