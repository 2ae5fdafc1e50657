package careplanhub.channel.fax;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.List;

/** What was read of sheets, as bytes for the vault. */
final class SheetLines {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final TypeReference<List<SheetLine>> LINES = new TypeReference<>() {};

  private SheetLines() {}

  static byte[] write(List<SheetLine> lines) throws IOException {
    return JSON.writeValueAsBytes(lines);
  }

  /** Jackson's own messages quote, so they stay out. */
  static List<SheetLine> read(byte[] bytes) throws IOException {
    try {
      return JSON.readValue(bytes, LINES);
    } catch (JsonProcessingException e) {
      throw new IOException("what was read of sheets cannot be read");
    }
  }
}
