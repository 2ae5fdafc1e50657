package careplanhub.channel;

import com.fasterxml.jackson.core.Base64Variants;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the answer to a fetch as it comes in, so that a file is in memory once and never in its
 * Base64 form. One instance reads one answer.
 */
final class FetchedParcelReader {
  private final List<ParcelFile> files = new ArrayList<>();
  private @Nullable String parcelId;
  private @Nullable String errorCode;

  /**
   * Reads the whole answer.
   *
   * @throws IOException when the answer is cut, broken or not what the interface says
   */
  void read(InputStream answer) throws IOException {
    try (JsonParser parser = RelayJson.MAPPER.createParser(answer)) {
      require(parser.nextToken() == JsonToken.START_OBJECT);
      for (String field = parser.nextFieldName(); field != null; field = parser.nextFieldName()) {
        JsonToken value = parser.nextToken();
        switch (field) {
          case "parcelId" -> parcelId = parser.getText();
          case "errorCode" -> errorCode = parser.getText();
          case "files" -> readFiles(parser, value);
          default -> parser.skipChildren();
        }
      }
      require(parser.nextToken() == null);
    } catch (IllegalArgumentException e) {
      throw unreadable();
    }
  }

  /** The relay's refusal; null when it gave the parcel. */
  @Nullable String errorCode() {
    return errorCode;
  }

  FetchedParcel parcel() throws ChannelException {
    if (parcelId == null || files.isEmpty()) {
      throw unreadable();
    }
    return new FetchedParcel(parcelId, files);
  }

  private void readFiles(JsonParser parser, @Nullable JsonToken first) throws IOException {
    require(first == JsonToken.START_ARRAY);
    while (parser.nextToken() == JsonToken.START_OBJECT) {
      readFile(parser);
    }
    require(parser.currentToken() == JsonToken.END_ARRAY);
  }

  private void readFile(JsonParser parser) throws IOException {
    String name = null;
    byte[] content = null;
    for (String field = parser.nextFieldName(); field != null; field = parser.nextFieldName()) {
      parser.nextToken();
      switch (field) {
        case "name" -> name = parser.getText();
        case "content" -> content = parser.getBinaryValue(Base64Variants.MIME_NO_LINEFEEDS);
        default -> parser.skipChildren();
      }
    }
    if (name == null || content == null) {
      throw unreadable();
    }
    files.add(new ParcelFile(name, content));
  }

  private static void require(boolean asDocumented) throws ChannelException {
    if (!asDocumented) {
      throw unreadable();
    }
  }

  private static ChannelException unreadable() {
    return new ChannelException(ChannelException.Reason.ANSWER_UNREADABLE, null);
  }
}
