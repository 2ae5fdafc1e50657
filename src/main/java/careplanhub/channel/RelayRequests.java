package careplanhub.channel;

import careplanhub.standard.OfficeNumber;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.component.http.HttpMethods;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.jspecify.annotations.Nullable;

/**
 * The steps of {@code routes/channel-relay.yaml} that make the relay's requests. Each takes a
 * {@link ChannelCall} as body and leaves an HTTP request: method, path, token, body, and as
 * exchange property {@value #KEY} the name of the office's TLS context.
 */
public final class RelayRequests {
  /** The exchange property with the name of the TLS context. */
  static final String KEY = "relayKey";

  /** The exchange property with the office in whose name the request is. */
  static final String OFFICE = "relayOffice";

  /** The exchange property with the fingerprint of the certificate that makes the request. */
  static final String FINGERPRINT = "relayFingerprint";

  /** The exchange property that says which list was asked for. */
  static final String DIRECTION = "relayDirection";

  /** The exchange property with whom a parcel is for, by which a route may choose another way. */
  static final String ADDRESSEE = "relayAddressee";

  private final RelayKeys keys;
  private final RelaySessions sessions;
  private final ParcelRules rules;
  private final OneTimePasswords passwords;

  RelayRequests(
      RelayKeys keys, RelaySessions sessions, ParcelRules rules, OneTimePasswords passwords) {
    this.rules = rules;
    this.passwords = passwords;
    this.keys = keys;
    this.sessions = sessions;
  }

  /** Whether the office of this call must log in first. */
  public boolean isLoginNeeded(Exchange exchange) throws ChannelException {
    OfficeNumber office = call(exchange, ChannelCall.class).office();
    return sessions.isLoginNeeded(office, keys.accountOf(office).key().fingerprint());
  }

  /** Asks for tokens: by the refresh token when there is a good one, else by the password. */
  public void login(Exchange exchange) throws ChannelException {
    OfficeNumber office = call(exchange, ChannelCall.class).office();
    RelayAccount account = keys.accountOf(office);
    Optional<String> refresh = sessions.refreshToken(office, account.key().fingerprint());
    Map<String, Object> body = new LinkedHashMap<>();
    if (refresh.isPresent()) {
      body.put("refreshToken", refresh.get());
    } else {
      Optional<String> oneTime = sessions.oneTimePasswordForLogin(office);
      body.put("userId", account.userId());
      body.put("password", new String(account.password()));
      oneTime.ifPresent(password -> body.put("oneTimePassword", password));
    }
    ask(exchange, office, account, HttpMethods.POST, refresh.isPresent() ? "/token" : "/login");
    exchange.getMessage().setBody(json(body));
  }

  /** Questions in the names of the offices for which one-time passwords were given. */
  public List<ChannelCall> withGivenPasswords() {
    return passwords.given().stream()
        .<ChannelCall>map(
            office -> new ChannelCall.ListPage(office, ChannelCall.Direction.RECEIVED, 0))
        .toList();
  }

  /**
   * Sends a parcel.
   *
   * @throws UnsendableException when it must not leave as it is
   */
  public void send(Exchange exchange) throws ChannelException, UnsendableException {
    OutgoingParcel parcel = call(exchange, ChannelCall.Send.class).parcel();
    Optional<SendOutcome.Refused> refusal = rules.refusal(parcel);
    if (refusal.isPresent()) {
      throw new UnsendableException(refusal.get());
    }
    askSignedIn(exchange, parcel.from(), HttpMethods.POST, "/parcels");
    exchange.setProperty(ADDRESSEE, parcel.to().value());
    exchange.getMessage().setBody(new ParcelEntity(parcel));
  }

  /** Asks for a page of a list. */
  public void list(Exchange exchange) throws ChannelException {
    ChannelCall.ListPage page = call(exchange, ChannelCall.ListPage.class);
    boolean sent = page.direction() == ChannelCall.Direction.SENT;
    askSignedIn(exchange, page.office(), HttpMethods.GET, sent ? "/sent" : "/received");
    exchange.setProperty(DIRECTION, page.direction());
    exchange
        .getMessage()
        .setHeader(Exchange.HTTP_QUERY, (sent ? "" : "waiting=true&") + "after=" + page.after());
  }

  /** Asks for a parcel's files. */
  public void fetch(Exchange exchange) throws ChannelException {
    ChannelCall.Fetch fetch = call(exchange, ChannelCall.Fetch.class);
    String path = "/parcels/" + plainId(fetch.parcelId());
    askSignedIn(exchange, fetch.office(), HttpMethods.GET, path);
  }

  /** Acknowledges a parcel. */
  public void acknowledge(Exchange exchange) throws ChannelException {
    ChannelCall.Acknowledge call = call(exchange, ChannelCall.Acknowledge.class);
    String path = "/parcels/" + plainId(call.parcelId()) + "/acknowledgement";
    askSignedIn(exchange, call.office(), HttpMethods.POST, path);
    byte[] receipt = call.receipt();
    exchange
        .getMessage()
        .setBody(
            json(receipt == null || receipt.length == 0 ? Map.of() : Map.of("receipt", receipt)));
  }

  private void askSignedIn(Exchange exchange, OfficeNumber office, HttpMethods method, String path)
      throws ChannelException {
    RelayAccount account = keys.accountOf(office);
    String token =
        sessions
            .accessToken(office, account.key().fingerprint())
            .orElseThrow(() -> new ChannelException(ChannelException.Reason.LOGIN_ENDED, null));
    ask(exchange, office, account, method, path);
    exchange.getMessage().setHeader("Authorization", "Bearer " + token);
  }

  private void ask(
      Exchange exchange,
      OfficeNumber office,
      RelayAccount account,
      HttpMethods method,
      String path) {
    exchange.setProperty(OFFICE, office);
    exchange.setProperty(FINGERPRINT, account.key().fingerprint());
    exchange.setProperty(KEY, keys.bind(exchange.getContext(), office, account));
    exchange.getMessage().setHeader(Exchange.HTTP_METHOD, method);
    exchange.getMessage().setHeader(Exchange.HTTP_PATH, path);
    exchange.getMessage().setBody(null);
  }

  private static <T> T call(Exchange exchange, Class<T> type) throws ChannelException {
    @Nullable Object body = exchange.getMessage().getBody();
    if (!type.isInstance(body)) {
      throw new ChannelException(ChannelException.Reason.CHANNEL_BROKEN, null);
    }
    return type.cast(body);
  }

  /** Ids come from the relay's list; what is no plain word must not become part of a path. */
  private static String plainId(String parcelId) throws ChannelException {
    if (!parcelId.matches("[0-9A-Za-z-]{1,64}")) {
      throw new ChannelException(ChannelException.Reason.ANSWER_UNREADABLE, null);
    }
    return parcelId;
  }

  private static HttpEntity json(Map<String, ?> body) {
    try {
      return new ByteArrayEntity(
          RelayJson.MAPPER.writeValueAsBytes(body), ContentType.APPLICATION_JSON);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A request cannot be written as JSON", e);
    }
  }
}
