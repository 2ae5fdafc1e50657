package careplanhub.channel;

import careplanhub.standard.OfficeNumber;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
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
  private final RelayClock relayClock;
  private final Clock clock;
  private final long maximumBytes;

  RelayAnswers(
      RelayKeys keys,
      RelaySessions sessions,
      RelayClock relayClock,
      Clock clock,
      long maximumBytes) {
    this.keys = keys;
    this.sessions = sessions;
    this.relayClock = relayClock;
    this.clock = clock;
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
    Instant now = clock.instant();
    relayClock.shows(tokens.relayTime());
    sessions.begin(
        office,
        new RelaySessions.Session(
            exchange.getProperty(RelayRequests.FINGERPRINT, String.class),
            tokens.accessToken(),
            now.plusSeconds(tokens.accessTokenSeconds()),
            tokens.refreshToken(),
            now.plusSeconds(tokens.refreshTokenSeconds())));
    keys.accepted(office, exchange.getProperty(RelayRequests.FINGERPRINT, String.class));
  }

  /** What became of a sent parcel. */
  public SendOutcome outcome(Exchange exchange) throws ChannelException {
    JsonNode answer = tree(exchange);
    if (answer.has("errorCode")) {
      String code = answer.get("errorCode").asText();
      requirePassing(exchange, code);
      return SendOutcome.refused(code, answer.path("message").asText());
    }
    RelayJson.Receipt receipt = value(answer, RelayJson.Receipt.class);
    return SendOutcome.accepted(
        receipt.receiptId(), relayClock.here(receipt.acceptedAt()), receipt.relayEvidenceHead());
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
  public Object failure(Exchange exchange) {
    Throwable caught = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
    return caught instanceof UnsendableException unsendable
        ? unsendable.refusal()
        : ChannelFailures.of(caught);
  }

  /** Notes a certificate that the relay does not take, so that another one is shown if there is. */
  public void noteRefusal(Exchange exchange) throws ChannelException {
    ChannelException.Reason reason =
        ChannelFailures.of(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class))
            .reason();
    if (reason == ChannelException.Reason.CERTIFICATE_REFUSED) {
      keys.refused(office(exchange), exchange.getProperty(RelayRequests.FINGERPRINT, String.class));
    }
  }

  private EntryPage<SentEntry> sent(RelayJson.Page<RelayJson.Sent> page) {
    relayClock.shows(page.relayTime());
    return new EntryPage<>(page.entries().stream().map(this::entry).toList(), page.next());
  }

  private EntryPage<ReceivedEntry> received(RelayJson.Page<RelayJson.Received> page) {
    relayClock.shows(page.relayTime());
    return new EntryPage<>(page.entries().stream().map(this::entry).toList(), page.next());
  }

  private SentEntry entry(RelayJson.Sent sent) {
    Instant acknowledgedAt = sent.acknowledgedAt();
    return new SentEntry(
        sent.parcelId(),
        relayClock.here(sent.sentAt()),
        sent.message(),
        new OfficeNumber(sent.to().officeNumber()),
        sent.to().name(),
        sent.files().stream().map(RelayJson.File::entry).toList(),
        sent.downloadStatus().equals(DONE),
        acknowledgedAt == null ? null : relayClock.here(acknowledgedAt),
        sent.receipt(),
        sent.receiptId(),
        sent.relayEvidenceHead());
  }

  private ReceivedEntry entry(RelayJson.Received received) {
    return new ReceivedEntry(
        received.parcelId(),
        relayClock.here(received.receivedAt()),
        received.message(),
        new OfficeNumber(received.from().officeNumber()),
        received.from().name(),
        received.files().stream().map(RelayJson.File::entry).toList(),
        received.dataStatus().equals(DONE),
        received.senderEvidenceHead());
  }

  private ChannelException refusedLogin(OfficeNumber office, String code) {
    ChannelException.Reason reason =
        RelayRefusals.passing(code).orElse(ChannelException.Reason.LOGIN_REFUSED);
    switch (reason) {
      case LOGIN_WAITS_FOR_PERSON -> sessions.waitForPerson(office);
      case LOGIN_ENDED -> sessions.end(office);
      default -> sessions.refuse(office, reason);
    }
    return new ChannelException(reason, code, null);
  }

  private JsonNode succeeded(Exchange exchange) throws ChannelException {
    JsonNode answer = tree(exchange);
    if (answer.has("errorCode")) {
      throw refused(exchange, answer.get("errorCode").asText());
    }
    return answer;
  }

  private ChannelException refused(Exchange exchange, String code) throws ChannelException {
    requirePassing(exchange, code);
    return new ChannelException(ChannelException.Reason.REFUSED, code, null);
  }

  private void requirePassing(Exchange exchange, String code) throws ChannelException {
    Optional<ChannelException.Reason> passing = RelayRefusals.passing(code);
    if (passing.isEmpty()) {
      return;
    }
    switch (passing.get()) {
      case QUOTA_USED_UP -> {}
      case LOGIN_ENDED -> sessions.end(office(exchange));
      default -> sessions.refuse(office(exchange), passing.get());
    }
    throw new ChannelException(passing.get(), code, null);
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
