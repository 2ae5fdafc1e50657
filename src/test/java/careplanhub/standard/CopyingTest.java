package careplanhub.standard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The cases of {@code copies.yaml}: what came is checked, and written as the standard says. */
class CopyingTest {
  private static final Charset MS932 = Charset.forName("windows-31j");

  @Test
  void writesWhatCameAsTheStandardSays() throws IOException {
    Examples.assertEach(Examples.of("copies.yaml"), CopyingTest::assertCopied);
  }

  private static void assertCopied(JsonNode example) throws Exception {
    String kind = example.get("kind").asText();
    FileName name = FileName.parse(RuleExample.name(kind));
    List<String> replaced = new ArrayList<>();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] in = example.get("in").asText().getBytes(MS932);
    try (CheckedRows rows =
            CheckedRows.open(new ByteArrayInputStream(in), name, CheckOptions.tolerant());
        RowWriter writer =
            new RowWriter(
                out,
                Standard.data().layout(name.version(), kind).orElseThrow(),
                replacement -> replaced.add(replacement.from() + " → " + replacement.to()))) {
      for (Row row = rows.next(); row != null; row = rows.next()) {
        writer.write(row);
      }
      writer.flush();
      assertEquals(example.get("out").asText(), out.toString(MS932));
      assertEquals(
          texts(example.get("told")).stream().sorted().toList(),
          rows.findings().stream().map(Finding::code).sorted().toList());
      assertEquals(texts(example.path("replaced")), replaced);
    }
  }

  private static List<String> texts(JsonNode node) {
    return StreamSupport.stream(node.spliterator(), false).map(JsonNode::asText).toList();
  }
}
