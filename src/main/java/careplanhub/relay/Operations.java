package careplanhub.relay;

import careplanhub.store.Checkpoints;
import com.fasterxml.jackson.core.Base64Variants;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** The calls of the interface, version 1: which there are and what each does. */
final class Operations {
  /** A refused body is read to its end up to so many times the largest one. */
  private static final int PASSED_OVER = 4;

  private final Logins logins;
  private final Tokens tokens;
  private final Standings standings;
  private final Parcels parcels;
  private final Contents contents;
  private final RelaySettings.Limits limits;

  Operations(
      Logins logins,
      Tokens tokens,
      Standings standings,
      Parcels parcels,
      Contents contents,
      RelaySettings.Limits limits) {
    this.logins = logins;
    this.tokens = tokens;
    this.standings = standings;
    this.parcels = parcels;
    this.contents = contents;
    this.limits = limits;
  }

  /** All calls; {@code docs/relay-api.yaml} describes each. */
  List<Operation> all() {
    return List.of(
        new Operation("POST", "/v1/login", this::login),
        new Operation("POST", "/v1/token", this::refresh),
        new Operation("POST", "/v1/parcels", signedIn(this::send)),
        new Operation("GET", "/v1/sent", signedIn(this::sent)),
        new Operation("GET", "/v1/received", signedIn(this::received)),
        new Operation("GET", "/v1/parcels/{parcelId}", signedIn(this::fetch)),
        new Operation(
            "POST", "/v1/parcels/{parcelId}/acknowledgement", signedIn(this::acknowledge)));
  }

  private Operation.Work signedIn(Operation.Work work) {
    return call -> {
      try {
        tokens.check(call.caller().office(), call.caller().fingerprint(), call.accessToken());
        standings.require(call.caller().office());
        work.answer(call);
      } catch (Refusal e) {
        call.passOver(PASSED_OVER * largestBody());
        throw e;
      }
    };
  }

  private void login(Call call) throws IOException, SystemFault {
    Answers.LoginRequest request = call.small(Answers.LoginRequest.class);
    answerTokens(
        call,
        logins.login(
            call.caller().office(),
            call.caller().fingerprint(),
            request.userId(),
            request.password(),
            request.oneTimePassword()));
  }

  private void refresh(Call call) throws IOException, SystemFault {
    Answers.RefreshRequest request = call.small(Answers.RefreshRequest.class);
    answerTokens(
        call,
        tokens.refresh(
            call.caller().office(), call.caller().fingerprint(), request.refreshToken()));
  }

  private static void answerTokens(Call call, Tokens.Issued issued) throws IOException {
    call.answer(
        new Answers.TokenAnswer(
            issued.accessToken(),
            issued.accessUntil(),
            issued.accessTime().toSeconds(),
            issued.refreshToken(),
            issued.refreshUntil(),
            issued.refreshTime().toSeconds()));
  }

  private void send(Call call) throws IOException, SystemFault {
    if (call.declaredLength() > largestBody()) {
      throw new Refusal(RefusalCode.PARCEL_TOO_LARGE);
    }
    String uploadId = UUID.randomUUID().toString();
    Contents.Incoming incoming = contents.incoming(uploadId);
    boolean kept = false;
    try (InputStream body = call.body(largestBody())) {
      Upload upload = new ParcelReader(limits, incoming, uploadId).read(body);
      Checkpoints.reached("relay-upload-read");
      Parcels.Acceptance acceptance = parcels.accept(call.caller().office(), upload, incoming);
      kept = acceptance.kept();
      Parcels.Receipt receipt = acceptance.receipt();
      call.answer(
          new Answers.AcceptedAnswer(
              upload.parcelId().toString(),
              receipt.receiptId(),
              receipt.acceptedAt(),
              receipt.relayHead()));
    } catch (RequestBody.TooLong e) {
      throw new Refusal(RefusalCode.PARCEL_TOO_LARGE);
    } finally {
      if (!kept) {
        incoming.discard();
      }
    }
  }

  /** Base64 makes four characters of three bytes; every other character may be escaped as six. */
  private long largestBody() {
    long names = limits.filesPerParcel() * (limits.fileNameCharacters() * 6L + 64);
    return limits.parcelBytes() / 3 * 4
        + 4L * limits.filesPerParcel()
        + names
        + limits.messageCharacters() * 6L
        + 4096;
  }

  private void sent(Call call) throws IOException, SystemFault {
    List<StoredParcel> page =
        parcels.sent(call.caller().office(), call.number("after", 0), pageSize(call) + 1);
    answerPage(call, page, Answers.SentAnswer::of);
  }

  private void received(Call call) throws IOException, SystemFault {
    List<StoredParcel> page =
        parcels.received(
            call.caller().office(),
            call.flag("waiting"),
            call.number("after", 0),
            pageSize(call) + 1);
    answerPage(call, page, Answers.ReceivedAnswer::of);
  }

  private int pageSize(Call call) throws SystemFault {
    long asked = call.number("limit", limits.pageEntries());
    if (asked < 1) {
      throw new SystemFault(400);
    }
    return (int) Math.min(asked, limits.pageEntries());
  }

  /** The page has one more parcel than is shown when there is a next one. */
  private <T> void answerPage(Call call, List<StoredParcel> page, Function<StoredParcel, T> shown)
      throws IOException, SystemFault {
    int size = pageSize(call);
    boolean more = page.size() > size;
    List<StoredParcel> entries = more ? page.subList(0, size) : page;
    call.answer(
        new Answers.Page<>(
            entries.stream().map(shown).toList(),
            more ? entries.get(size - 1).sequence() : null,
            call.now()));
  }

  /**
   * Hands over a parcel. It is noted as fetched when all its bytes are on their way and before the
   * answer's last character, so that a client that has the whole answer finds it noted.
   */
  private void fetch(Call call) throws IOException {
    StoredParcel parcel = parcels.addressedTo(call.caller().office(), call.parcelId());
    // Not closed when something fails: a cut answer must not look like a whole one.
    JsonGenerator json = Answers.JSON.createGenerator(call.answerStream());
    json.writeStartObject();
    json.writeStringField("parcelId", parcel.parcelId().toString());
    json.writeArrayFieldStart("files");
    for (int number = 0; number < parcel.files().size(); number++) {
      writeFile(json, parcel, number);
    }
    json.writeEndArray();
    json.flush();
    parcels.markFetched(parcel);
    json.writeEndObject();
    json.close();
  }

  private void writeFile(JsonGenerator json, StoredParcel parcel, int number) throws IOException {
    StoredParcel.StoredFile file = parcel.files().get(number);
    json.writeStartObject();
    json.writeStringField("name", file.name());
    json.writeFieldName("content");
    try (InputStream content = contents.reader(parcel.uploadId(), number, file.size())) {
      json.writeBinary(Base64Variants.MIME_NO_LINEFEEDS, content, Math.toIntExact(file.size()));
    }
    json.writeEndObject();
  }

  private void acknowledge(Call call) throws IOException, SystemFault {
    UUID parcelId = call.parcelId();
    Answers.AcknowledgementRequest request = call.small(Answers.AcknowledgementRequest.class);
    Instant at = parcels.acknowledge(call.caller().office(), parcelId, request.receipt());
    call.answer(new Answers.AcknowledgedAnswer(parcelId.toString(), at));
  }
}
