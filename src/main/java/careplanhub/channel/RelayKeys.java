package careplanhub.channel;

import careplanhub.security.OfficeKey;
import careplanhub.security.Tls;
import careplanhub.security.Trust;
import careplanhub.security.UnusableKeyException;
import careplanhub.standard.OfficeNumber;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLContext;
import org.apache.camel.CamelContext;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.jspecify.annotations.Nullable;

/**
 * Puts each office's TLS context into Camel's registry under a name that holds its certificate's
 * fingerprint. When the certificate has changed, the route's endpoint gets another name and so new
 * connections. The former one stays for the calls that have just chosen it, until the next change.
 * No name comes twice, also when an office goes back to a certificate: routes keep the producers of
 * an endpoint that is gone.
 */
final class RelayKeys {
  private static final int SHOWN_DIGITS = 16;

  private final RelayAccounts accounts;
  private final Map<OfficeNumber, Bound> bound = new ConcurrentHashMap<>();
  private final AtomicLong changes = new AtomicLong();

  RelayKeys(RelayAccounts accounts) {
    this.accounts = accounts;
  }

  private record Bound(String name, OfficeKey key, Trust trust, @Nullable String former) {}

  RelayAccount accountOf(OfficeNumber office) throws ChannelException {
    try {
      return accounts.accountOf(office);
    } catch (UnusableKeyException e) {
      throw ChannelFailures.of(e);
    } catch (IOException e) {
      throw new ChannelException(ChannelException.Reason.ACCOUNT_MISSING, e);
    }
  }

  void accepted(OfficeNumber office, String fingerprint) {
    accounts.accepted(office, fingerprint);
  }

  void refused(OfficeNumber office, String fingerprint) {
    accounts.refused(office, fingerprint);
  }

  /**
   * The name of the TLS context for this account; binds it when it is new. One office at a time:
   * Camel's registry is a plain map, and two binds at once can lose one of them for good.
   */
  synchronized String bind(CamelContext context, OfficeNumber office, RelayAccount account) {
    Bound now =
        bound.compute(
            office,
            (number, before) -> {
              if (before != null
                  && before.key().fingerprint().equals(account.key().fingerprint())
                  && before.trust().equals(account.trust())) {
                return before;
              }
              if (before != null && before.former() != null) {
                forget(context, before.former());
              }
              return bindNew(context, office, account, before == null ? null : before.name());
            });
    return now.name();
  }

  private Bound bindNew(
      CamelContext context, OfficeNumber office, RelayAccount account, @Nullable String former) {
    String name =
        "relayKey-"
            + office.value()
            + "-"
            + account.key().fingerprint().substring(0, SHOWN_DIGITS)
            + "-"
            + changes.incrementAndGet();
    context.getRegistry().bind(name, new Parameters(account.key(), account.trust()));
    return new Bound(name, account.key(), account.trust(), former);
  }

  /** Removing the endpoint closes its idle connections; calls under way end first. */
  private static void forget(CamelContext context, String former) {
    context.getEndpoints().stream()
        .filter(endpoint -> (endpoint.getEndpointUri() + "&").contains(former + "&"))
        .toList()
        .forEach(endpoint -> remove(context, endpoint));
    context.getRegistry().unbind(former);
  }

  private static void remove(CamelContext context, org.apache.camel.Endpoint endpoint) {
    try {
      context.removeEndpoint(endpoint);
    } catch (Exception e) {
      throw new IllegalStateException("Camel cannot remove an endpoint", e);
    }
  }

  /** Our own context in the form that Camel asks for: TLS 1.3 only. */
  private static final class Parameters extends SSLContextParameters {
    private final OfficeKey key;
    private final Trust trust;

    Parameters(OfficeKey key, Trust trust) {
      this.key = key;
      this.trust = trust;
    }

    @Override
    public SSLContext createSSLContext(CamelContext context) {
      return Tls.clientContext(() -> key, () -> trust);
    }
  }
}
