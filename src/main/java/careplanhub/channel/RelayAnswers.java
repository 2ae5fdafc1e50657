package careplanhub.channel;

import careplanhub.standard.OfficeNumber;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/**
 * The steps of {@code routes/channel-relay.yaml} that read the relay's answers. Each takes the
 * answer of HTTP 200 as body and leaves what {@link Channels} expects; what was refused or failed
 * leaves as {@link ChannelException}.
 */
public final class RelayAnswers {
  private static final String DONE = "済";

  private final RelayKeys keys;
  private final RelaySessions sessions;
  private final long maximumBytes;

  RelayAnswers(RelayKeys keys, RelaySessions sessions, long maximumBytes) {
    this.keys = keys;
    this.sessions = sessions;
    this.maximumBytes = maximumBytes;
  }

  /** Keeps the tokens of a login, or notes why there are none. */
  public void loggedIn(Exchange exchange) throws ChannelException {
    OfficeNumber office = office(exchange);
    JsonNode answer = tree(exchange);
    if (answer.has("errorCode")) {
      throw refusedLogin(office, answer.get("errorCode").asText());
    }
    RelayJson.Tokens tokens = value(answer, RelayJson.Tokens.class);
    sessions.begin(
        office,
        new RelaySessions.Session(
            exchange.getProperty(RelayRequests.FINGERPRINT, String.class),
            tokens.accessToken(),
            tokens.accessTokenUntil(),
            tokens.refreshToken(),
            tokens.refreshTokenUntil()));
    keys.accepted(office, exchange.getProperty(RelayRequests.FINGERPRINT, String.class));
  }

  /** What became of a sent parcel. */
  public SendOutcome outcome(Exchange exchange) throws ChannelException {
    JsonNode answer = tree(exchange);
    if (answer.has("errorCode")) {
      String code = answer.get("errorCode").asText();
      requireLogin(exchange, code);
      return SendOutcome.refused(code, answer.path("message").asText());
    }
    RelayJson.Receipt receipt = value(answer, RelayJson.Receipt.class);
    return SendOutcome.accepted(
        receipt.receiptId(), receipt.acceptedAt(), receipt.relayEvidenceHead());
  }

  /** A page of either list, as it was asked for. */
  public EntryPage<?> page(Exchange exchange) throws ChannelException {
    JsonNode answer = succeeded(exchange);
    return exchange.getProperty(RelayRequests.DIRECTION) == ChannelCall.Direction.SENT
        ? sent(value(answer, new TypeReference<RelayJson.Page<RelayJson.Sent>>() {}))
        : received(value(answer, new TypeReference<RelayJson.Page<RelayJson.Received>>() {}));
  }

  /** A parcel's files. */
  public FetchedParcel parcel(Exchange exchange) throws ChannelException {
    try (InputStream body = body(exchange)) {
      FetchedParcelReader reader = new FetchedParcelReader();
      reader.read(body);
      String code = reader.errorCode();
      if (code != null) {
        throw refused(exchange, code);
      }
      return reader.parcel();
    } catch (IOException e) {
      throw ChannelFailures.of(e);
    }
  }

  /** That the relay has noted an acknowledgement. */
  public Acknowledged acknowledged(Exchange exchange) throws ChannelException {
    return value(succeeded(exchange), Acknowledged.class);
  }

  /** What a failure on the way means for the caller; it takes the place of the answer. */
  public ChannelException failure(Exchange exchange) {
    return ChannelFailures.of(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class));
  }

  /** Notes a certificate that the relay does not take, so that another one is shown if there is. */
  public void noteRefusal(Exchange exchange) throws ChannelException {
    ChannelException.Reason reason = failure(exchange).reason();
    if (reason == ChannelException.Reason.CERTIFICATE_REFUSED) {
      keys.refused(office(exchange), exchange.getProperty(RelayRequests.FINGERPRINT, String.class));
    }
  }

  private static EntryPage<SentEntry> sent(RelayJson.Page<RelayJson.Sent> page) {
    return new EntryPage<>(page.entries().stream().map(RelayAnswers::entry).toList(), page.next());
  }

  private static EntryPage<ReceivedEntry> received(RelayJson.Page<RelayJson.Received> page) {
    return new EntryPage<>(page.entries().stream().map(RelayAnswers::entry).toList(), page.next());
  }

  private static SentEntry entry(RelayJson.Sent sent) {
    return new SentEntry(
        sent.parcelId(),
        sent.sentAt(),
        sent.message(),
        new OfficeNumber(sent.to().officeNumber()),
        sent.to().name(),
        sent.files().stream().map(RelayJson.File::entry).toList(),
        sent.downloadStatus().equals(DONE),
        sent.acknowledgedAt(),
        sent.receipt(),
        sent.receiptId(),
        sent.relayEvidenceHead());
  }

  private static ReceivedEntry entry(RelayJson.Received received) {
    return new ReceivedEntry(
        received.parcelId(),
        received.receivedAt(),
        received.message(),
        new OfficeNumber(received.from().officeNumber()),
        received.from().name(),
        received.files().stream().map(RelayJson.File::entry).toList(),
        received.dataStatus().equals(DONE),
        received.senderEvidenceHead());
  }

  private ChannelException refusedLogin(OfficeNumber office, String code) {
    return switch (code) {
      case "ONE_TIME_PASSWORD_NEEDED", "ONE_TIME_PASSWORD_WRONG" -> {
        sessions.waitForPerson(office);
        yield new ChannelException(ChannelException.Reason.LOGIN_WAITS_FOR_PERSON, code, null);
      }
      case "TOKEN_INVALID" -> {
        sessions.end(office);
        yield new ChannelException(ChannelException.Reason.LOGIN_ENDED, code, null);
      }
      default -> {
        sessions.refuse(office);
        yield new ChannelException(ChannelException.Reason.LOGIN_REFUSED, code, null);
      }
    };
  }

  private JsonNode succeeded(Exchange exchange) throws ChannelException {
    JsonNode answer = tree(exchange);
    if (answer.has("errorCode")) {
      throw refused(exchange, answer.get("errorCode").asText());
    }
    return answer;
  }

  private ChannelException refused(Exchange exchange, String code) throws ChannelException {
    requireLogin(exchange, code);
    return new ChannelException(ChannelException.Reason.REFUSED, code, null);
  }

  private void requireLogin(Exchange exchange, String code) throws ChannelException {
    if (code.equals("TOKEN_INVALID")) {
      sessions.end(office(exchange));
      throw new ChannelException(ChannelException.Reason.LOGIN_ENDED, code, null);
    }
  }

  private JsonNode tree(Exchange exchange) throws ChannelException {
    try (InputStream body = body(exchange)) {
      JsonNode answer = RelayJson.MAPPER.readTree(body);
      if (!answer.isObject()) {
        throw unreadable();
      }
      return answer;
    } catch (IOException e) {
      throw ChannelFailures.of(e);
    }
  }

  private InputStream body(Exchange exchange) throws ChannelException {
    InputStream body = exchange.getMessage().getBody(InputStream.class);
    if (body == null) {
      throw unreadable();
    }
    return new LimitedAnswer(body, maximumBytes);
  }

  private static <T> T value(JsonNode answer, Class<T> type) throws ChannelException {
    try {
      return RelayJson.MAPPER.treeToValue(answer, type);
    } catch (IOException e) {
      throw ChannelFailures.of(e);
    }
  }

  private static <T> T value(JsonNode answer, TypeReference<T> type) throws ChannelException {
    try {
      return RelayJson.MAPPER.treeToValue(answer, type);
    } catch (IOException e) {
      throw ChannelFailures.of(e);
    }
  }

  private static OfficeNumber office(Exchange exchange) throws ChannelException {
    @Nullable OfficeNumber office = exchange.getProperty(RelayRequests.OFFICE, OfficeNumber.class);
    if (office == null) {
      throw new ChannelException(ChannelException.Reason.CHANNEL_BROKEN, null);
    }
    return office;
  }

  private static ChannelException unreadable() {
    return new ChannelException(ChannelException.Reason.ANSWER_UNREADABLE, null);
  }
}
