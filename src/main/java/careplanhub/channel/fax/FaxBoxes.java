package careplanhub.channel.fax;

import careplanhub.fax.forms.FormDocument.ResultPage;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.List;

/** What the boxes of result sheets stand for, as bytes for the vault. */
public final class FaxBoxes {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final TypeReference<List<ResultPage>> PAGES = new TypeReference<>() {};

  private FaxBoxes() {}

  static byte[] write(List<ResultPage> pages) throws IOException {
    return pages.isEmpty() ? new byte[0] : JSON.writeValueAsBytes(pages);
  }

  /** The pages of a parcel's result sheets; Jackson's own messages quote, so they stay out. */
  public static List<ResultPage> read(byte[] bytes) throws IOException {
    try {
      return JSON.readValue(bytes, PAGES);
    } catch (JsonProcessingException e) {
      throw new IOException("what the boxes stand for cannot be read");
    }
  }
}
