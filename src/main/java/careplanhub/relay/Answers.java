package careplanhub.relay;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The JSON that the relay takes and gives, as {@code docs/relay-api.yaml} describes it. */
final class Answers {
  static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .serializationInclusion(JsonInclude.Include.NON_NULL)
          .build();

  static final String DONE = "済";
  static final String NOT_YET = "未";

  private Answers() {}

  record LoginRequest(String userId, String password, @Nullable String oneTimePassword) {
    LoginRequest {
      Objects.requireNonNull(userId);
      Objects.requireNonNull(password);
    }
  }

  record RefreshRequest(String refreshToken) {
    RefreshRequest {
      Objects.requireNonNull(refreshToken);
    }
  }

  @SuppressWarnings("ArrayRecordComponent") // carried, never compared
  record AcknowledgementRequest(byte @Nullable [] receipt) {}

  record Failure(String errorCode, String message) {}

  record TokenAnswer(
      String accessToken,
      Instant accessTokenUntil,
      long accessTokenSeconds,
      String refreshToken,
      Instant refreshTokenUntil,
      long refreshTokenSeconds) {}

  record AcceptedAnswer(
      String parcelId, String receiptId, Instant acceptedAt, String relayEvidenceHead) {}

  record OfficeAnswer(String officeNumber, String name) {}

  record FileAnswer(
      String name,
      String kind,
      String serviceType,
      @Nullable String csvVersion,
      long size,
      String sha256) {}

  @SuppressWarnings("ArrayRecordComponent") // carried, never compared
  record SentAnswer(
      String parcelId,
      Instant sentAt,
      String message,
      OfficeAnswer to,
      List<FileAnswer> files,
      String downloadStatus,
      @Nullable Instant downloadedAt,
      @Nullable Instant acknowledgedAt,
      byte @Nullable [] receipt,
      String receiptId,
      String relayEvidenceHead) {
    static SentAnswer of(StoredParcel parcel) {
      return new SentAnswer(
          parcel.parcelId().toString(),
          parcel.receipt().acceptedAt(),
          parcel.message(),
          new OfficeAnswer(parcel.to().value(), parcel.toName()),
          parcel.files().stream().map(f -> file(f, f.shown().toServiceType(), null)).toList(),
          status(parcel.fetchedAt()),
          parcel.fetchedAt(),
          parcel.acknowledgedAt(),
          parcel.acknowledgement(),
          parcel.receipt().receiptId(),
          parcel.receipt().relayHead());
    }
  }

  record ReceivedAnswer(
      String parcelId,
      Instant receivedAt,
      String message,
      OfficeAnswer from,
      List<FileAnswer> files,
      String dataStatus,
      @Nullable Instant acknowledgedAt,
      String senderEvidenceHead) {
    static ReceivedAnswer of(StoredParcel parcel) {
      return new ReceivedAnswer(
          parcel.parcelId().toString(),
          parcel.receipt().acceptedAt(),
          parcel.message(),
          new OfficeAnswer(parcel.from().value(), parcel.fromName()),
          parcel.files().stream()
              .map(f -> file(f, f.shown().fromServiceType(), f.csvVersion()))
              .toList(),
          status(parcel.fetchedAt()),
          parcel.acknowledgedAt(),
          parcel.senderHead());
    }
  }

  /**
   * A page of a list.
   *
   * @param entries oldest first
   * @param next the {@code after} of the next page; null on the last one
   * @param relayTime what the relay's clock shows
   */
  record Page<T>(List<T> entries, @Nullable Long next, Instant relayTime) {}

  record AcknowledgedAnswer(String parcelId, Instant acknowledgedAt) {}

  private static FileAnswer file(
      StoredParcel.StoredFile file, String serviceType, @Nullable String csvVersion) {
    return new FileAnswer(
        file.name(), file.shown().kind(), serviceType, csvVersion, file.size(), file.sha256());
  }

  private static String status(@Nullable Instant done) {
    return done == null ? NOT_YET : DONE;
  }
}
