package careplanhub.channel.sftp;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;
import java.util.List;

/**
 * What a parcel says of itself: the JSON that stands first in its container.
 *
 * @param format the version of the container, {@value #FORMAT}
 * @param parcel the sender's id, a UUID in lower case
 * @param from the sending office's number
 * @param to the addressee's number
 * @param message メッセージ, may be empty
 * @param serial the earliest ファイル連番 among the files, empty when there is none
 * @param evidenceHead head of the sender's evidence chain, may be empty
 * @param packedAt when it was packed
 * @param files in the sender's order
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Manifest(
    int format,
    String parcel,
    String from,
    String to,
    String message,
    String serial,
    String evidenceHead,
    Instant packedAt,
    List<Entry> files) {
  /** The version that is written, and the only one that is read. */
  static final int FORMAT = 1;

  static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();

  Manifest {
    files = List.copyOf(files);
  }

  /**
   * One file.
   *
   * @param name without any folder
   * @param size in bytes
   * @param sha256 of its bytes, 64 lower-case hexadecimal digits
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Entry(String name, long size, String sha256) {}
}
