package careplanhub.channel;

import com.fasterxml.jackson.core.Base64Variants;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.AbstractHttpEntity;

/**
 * A parcel as the body of a send request. It is written straight into the connection, so that its
 * Base64 form is never in memory; its length is known before, so that the relay can refuse it
 * before it is sent.
 */
final class ParcelEntity extends AbstractHttpEntity {
  private final OutgoingParcel parcel;
  private final long length;

  ParcelEntity(OutgoingParcel parcel) {
    super(ContentType.APPLICATION_JSON, null);
    this.parcel = parcel;
    Counting counting = new Counting();
    try {
      writeTo(counting);
    } catch (IOException e) {
      throw new IllegalStateException("Counting cannot fail", e);
    }
    this.length = counting.count;
  }

  @Override
  public void writeTo(OutputStream out) throws IOException {
    JsonGenerator json = RelayJson.MAPPER.createGenerator(out);
    json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    json.writeStartObject();
    json.writeStringField("parcelId", parcel.id());
    json.writeStringField("to", parcel.to().value());
    json.writeStringField("message", parcel.message());
    json.writeStringField("evidenceHead", parcel.evidenceHead());
    json.writeArrayFieldStart("files");
    for (ParcelFile file : parcel.files()) {
      json.writeStartObject();
      json.writeStringField("name", file.name());
      json.writeFieldName("content");
      byte[] content = file.content();
      json.writeBinary(Base64Variants.MIME_NO_LINEFEEDS, content, 0, content.length);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
    json.close();
  }

  @Override
  public boolean isRepeatable() {
    return true;
  }

  @Override
  public long getContentLength() {
    return length;
  }

  @Override
  public boolean isStreaming() {
    return false;
  }

  @Override
  public InputStream getContent() {
    throw new UnsupportedOperationException("A parcel is written, not read.");
  }

  @Override
  public void close() {}

  private static final class Counting extends OutputStream {
    private long count;

    @Override
    public void write(int value) {
      count++;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      count += length;
    }
  }
}
