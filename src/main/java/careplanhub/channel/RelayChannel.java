package careplanhub.channel;

import careplanhub.office.ChannelName;
import careplanhub.office.RelayChannelSettings;
import careplanhub.standard.OfficeNumber;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.camel.processor.aggregate.UseOriginalAggregationStrategy;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;

/**
 * The client of a relay: the beans and properties that {@code routes/channel-relay.yaml} names, and
 * the offices' logins. Bind both before the route file is loaded; then {@link Channels} reaches the
 * relay by the channel name {@code relay}. Safe for use from several threads.
 */
public final class RelayChannel {
  private static final String NAME = ChannelName.RELAY.word();

  /** A look into one folder; a given password is good for half a minute at most. */
  private static final String PASSWORD_INTERVAL_MILLIS = "2000";

  private final RelaySessions sessions;
  private final RelayClock relayClock;
  private final OneTimePasswords passwords;
  private final Map<String, Object> beans;
  private final Map<String, String> properties;

  /**
   * @param settings address, timeouts and sizes
   * @param accounts what each office speaks with
   * @param breakers among which the relay's host gets its own
   * @param passwords where logins wait for a person
   * @param rules what may leave
   * @param clock for the ends of tokens
   */
  public RelayChannel(
      RelayChannelSettings settings,
      RelayAccounts accounts,
      HostBreakers breakers,
      OneTimePasswords passwords,
      ParcelRules rules,
      Clock clock) {
    this.passwords = passwords;
    this.sessions =
        new RelaySessions(
            clock, settings.tokenRefreshBefore(), settings.loginRetryDelay(), passwords);
    this.relayClock = new RelayClock(clock, settings.clockTolerance());
    RelayKeys keys = new RelayKeys(accounts);
    this.beans =
        Map.of(
            "relayKeepsCall", new UseOriginalAggregationStrategy(),
            "relayBreaker", breakers.of(NAME, host(settings)),
            "openAnswers", new OpenAnswers(),
            "relayHttp", (HttpClientConfigurer) RelayChannel::plain,
            "relayRequests", new RelayRequests(keys, sessions, rules, passwords),
            "relayAnswers",
                new RelayAnswers(
                    keys, sessions, relayClock, clock, settings.maximumResponseSize().bytes()));
    this.properties =
        Map.of(
            "relay.baseUrl", settings.baseUrl(),
            "relay.host", host(settings),
            "relay.passwordInterval", PASSWORD_INTERVAL_MILLIS,
            "relay.connectTimeout", Long.toString(settings.connectTimeout().toMillis()),
            "relay.responseTimeout", Long.toString(settings.responseTimeout().toMillis()));
  }

  private static String host(RelayChannelSettings settings) {
    return URI.create(settings.baseUrl()).getAuthority();
  }

  /**
   * The client does what it is told. An endpoint has one certificate only, so its connections need
   * not be told apart by it; if they were, none would be used twice.
   */
  private static void plain(HttpClientBuilder client) {
    client
        .setRetryStrategy(new StaleConnectionRetry())
        .setRequestExecutor(new RefusalReader())
        .disableRedirectHandling()
        .disableCookieManagement()
        .disableContentCompression()
        .disableConnectionState();
  }

  /** What to bind in Camel's registry, by name. */
  public Map<String, Object> beans() {
    return beans;
  }

  /** What the route file writes as <code>{{name}}</code>. */
  public Map<String, String> properties() {
    return properties;
  }

  /** How the office stands with the relay. */
  public LoginState stateOf(OfficeNumber office) {
    return sessions.stateOf(office);
  }

  /** Gives the one-time password that a login waits for; the office's next call uses it, once. */
  public void giveOneTimePassword(OfficeNumber office, String oneTimePassword) {
    passwords.give(office, oneTimePassword);
  }

  /** Japanese: which offices cannot log in and why, and whether the clocks differ. */
  public String warning() {
    StringBuilder warning = new StringBuilder();
    sessions
        .troubles()
        .forEach(
            (office, reason) ->
                warning
                    .append("事業所 ")
                    .append(office)
                    .append(": ")
                    .append(reason.messageJapanese())
                    .append(' '));
    return warning.append(relayClock.warning()).toString().strip();
  }

  /** How many logins wait for a person. */
  public int waitingLogins() {
    return passwords.waiting().size();
  }

  /** After a refused login: the next call logs in at once, as when the password was corrected. */
  public void tryLoginAgain(OfficeNumber office) {
    sessions.tryAgain(office);
  }
}
