package careplanhub.channel;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The relay's answers as {@code docs/relay-api.yaml} describes them. Fields that a later relay adds
 * are passed over; one that is missing makes the answer unreadable.
 */
final class RelayJson {
  static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private RelayJson() {}

  record Tokens(
      String accessToken,
      Instant accessTokenUntil,
      long accessTokenSeconds,
      String refreshToken,
      long refreshTokenSeconds) {
    /** What the relay's clock showed when it gave them. */
    Instant relayTime() {
      return accessTokenUntil.minusSeconds(accessTokenSeconds);
    }
  }

  record Receipt(String parcelId, String receiptId, Instant acceptedAt, String relayEvidenceHead) {}

  record Office(String officeNumber, String name) {}

  record File(
      String name,
      String kind,
      String serviceType,
      @Nullable String csvVersion,
      long size,
      String sha256) {
    EntryFile entry() {
      return new EntryFile(
          name, kind, csvVersion == null ? "" : csvVersion, serviceType, size, sha256);
    }
  }

  @SuppressWarnings("ArrayRecordComponent") // carried, never compared
  record Sent(
      String parcelId,
      Instant sentAt,
      String message,
      Office to,
      List<File> files,
      String downloadStatus,
      @Nullable Instant acknowledgedAt,
      byte @Nullable [] receipt,
      String receiptId,
      String relayEvidenceHead) {}

  record Received(
      String parcelId,
      Instant receivedAt,
      String message,
      Office from,
      List<File> files,
      String dataStatus,
      String senderEvidenceHead) {}

  record Page<T>(List<T> entries, @Nullable Long next, Instant relayTime) {}
}
