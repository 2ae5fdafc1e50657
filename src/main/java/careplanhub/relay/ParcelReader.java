package careplanhub.relay;

import careplanhub.standard.AttachmentKinds;
import careplanhub.standard.OfficeNumber;
import com.fasterxml.jackson.core.Base64Variants;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads the body of a send call as it comes in: JSON whose file contents are Base64. Contents go
 * chunk by chunk into {@link Contents}; nothing of a file stays in memory. Every bound is enforced
 * while reading. One instance reads one body.
 */
final class ParcelReader {
  private static final int LONGEST_TEXT = 64 * 1024;
  private static final int LONGEST_HEAD = 128;
  private static final int DEEPEST = 8;
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxStringLength(LONGEST_TEXT)
                  .maxNameLength(64)
                  .maxNestingDepth(DEEPEST)
                  .maxNumberLength(32)
                  .build())
          .build();

  private final RelaySettings.Limits limits;
  private final Contents.Incoming contents;
  private final String uploadId;
  private final List<Upload.Content> files = new ArrayList<>();
  private long bytes;
  private @Nullable String parcelId;
  private @Nullable String to;
  private String message = "";
  private String senderHead = "";

  ParcelReader(RelaySettings.Limits limits, Contents.Incoming contents, String uploadId) {
    this.limits = limits;
    this.contents = contents;
    this.uploadId = uploadId;
  }

  /**
   * Reads the whole body.
   *
   * @throws Refusal when a bound is passed
   * @throws SystemFault 400 when the body is not what the interface says
   * @throws IOException when the connection breaks
   */
  Upload read(InputStream body) throws IOException, SystemFault {
    try (JsonParser parser = JSON.createParser(body)) {
      require(parser.nextToken() == JsonToken.START_OBJECT);
      for (String field = parser.nextFieldName(); field != null; field = parser.nextFieldName()) {
        readField(parser, field);
      }
      require(parser.currentToken() == JsonToken.END_OBJECT);
      require(parser.nextToken() == null);
    } catch (JsonProcessingException e) {
      throw new SystemFault(400);
    }
    return upload();
  }

  private void readField(JsonParser parser, String field) throws IOException, SystemFault {
    JsonToken value = parser.nextToken();
    switch (field) {
      case "parcelId" -> parcelId = text(parser, value);
      case "to" -> to = text(parser, value);
      case "message" -> message = text(parser, value);
      case "evidenceHead" -> {
        senderHead = text(parser, value);
        require(senderHead.length() <= LONGEST_HEAD);
      }
      case "files" -> readFiles(parser, value);
      default -> throw new SystemFault(400);
    }
  }

  private void readFiles(JsonParser parser, @Nullable JsonToken first)
      throws IOException, SystemFault {
    require(first == JsonToken.START_ARRAY && files.isEmpty());
    while (parser.nextToken() == JsonToken.START_OBJECT) {
      if (files.size() == limits.filesPerParcel()) {
        throw new Refusal(RefusalCode.TOO_MANY_FILES);
      }
      readFile(parser);
    }
    require(parser.currentToken() == JsonToken.END_ARRAY);
  }

  private void readFile(JsonParser parser) throws IOException, SystemFault {
    String name = null;
    Measured content = null;
    for (String field = parser.nextFieldName(); field != null; field = parser.nextFieldName()) {
      JsonToken value = parser.nextToken();
      if (field.equals("name")) {
        name = text(parser, value);
      } else {
        require(field.equals("content") && content == null && value == JsonToken.VALUE_STRING);
        content = readContent(parser);
      }
    }
    require(parser.currentToken() == JsonToken.END_OBJECT);
    if (name == null || content == null) {
      throw new SystemFault(400);
    }
    byte[] head = content.head();
    boolean asNamed =
        AttachmentKinds.data().ofName(name).filter(kind -> kind.fits(head)).isPresent();
    files.add(
        new Upload.Content(
            name, content.size(), content.sha256(), content.csvVersion(name), asNamed));
  }

  private Measured readContent(JsonParser parser) throws IOException {
    Measured measured;
    try (OutputStream kept = contents.writer(files.size())) {
      measured = new Measured(kept, limits.parcelBytes() - bytes);
      parser.readBinaryValue(Base64Variants.MIME_NO_LINEFEEDS, measured);
    } catch (Measured.TooMuch e) {
      throw new Refusal(RefusalCode.PARCEL_TOO_LARGE);
    }
    bytes += measured.size();
    return measured;
  }

  private Upload upload() throws SystemFault {
    if (parcelId == null || to == null || !OfficeNumber.isValid(to)) {
      throw new SystemFault(400);
    }
    UUID id;
    try {
      id = UUID.fromString(parcelId);
    } catch (IllegalArgumentException e) {
      throw new SystemFault(400);
    }
    require(id.toString().equals(parcelId));
    return new Upload(uploadId, id, new OfficeNumber(to), message, senderHead, files);
  }

  private static String text(JsonParser parser, @Nullable JsonToken value)
      throws IOException, SystemFault {
    require(value == JsonToken.VALUE_STRING);
    return parser.getText();
  }

  private static void require(boolean asDocumented) throws SystemFault {
    if (!asDocumented) {
      throw new SystemFault(400);
    }
  }
}
