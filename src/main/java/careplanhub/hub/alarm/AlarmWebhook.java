package careplanhub.hub.alarm;

import careplanhub.office.AlarmWebhookSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;

/**
 * Makes signed requests of digests. The signature is HMAC-SHA-256, in hexadecimal, over the seconds
 * since 1970 in decimal, a full stop and the body. Safe for every thread.
 */
public final class AlarmWebhook {
  /** When the request was signed, in seconds since 1970. */
  public static final String TIME_HEADER = "X-Careplanhub-Time";

  /** {@code sha256=} and the signature. */
  public static final String SIGNATURE_HEADER = "X-Careplanhub-Signature";

  private static final String ALGORITHM = "HmacSHA256";

  private final AlarmWebhookSettings settings;
  private final Function<String, Optional<byte[]>> secrets;
  private final String corporation;
  private final Clock clock;

  /**
   * @param secrets the bytes of a secret by its reference, asked for at each request
   */
  public AlarmWebhook(
      AlarmWebhookSettings settings,
      Function<String, Optional<byte[]>> secrets,
      String corporation,
      Clock clock) {
    this.settings = settings;
    this.secrets = secrets;
    this.corporation = corporation;
    this.clock = clock;
  }

  /** What the route file writes as <code>{{name}}</code>; an address not set leads nowhere. */
  public static Map<String, String> properties(AlarmWebhookSettings settings) {
    return Map.of(
        "alarms.webhook.url",
        settings.isUsed() ? settings.url() : "https://unset.invalid/",
        "alarms.webhook.authorities",
        settings.authorities(),
        "alarms.webhook.connectTimeout",
        Long.toString(settings.connectTimeout().toMillis()),
        "alarms.webhook.answerTimeout",
        Long.toString(settings.answerTimeout().toMillis()));
  }

  /** Makes the request of the digest that the exchange carries. */
  public void compose(Exchange exchange) throws IOException, InvalidPayloadException {
    Digest digest = exchange.getMessage().getMandatoryBody(Digest.class);
    byte[] body = DigestJson.bytes(digest, corporation);
    String time = Long.toString(clock.instant().getEpochSecond());
    exchange
        .getMessage()
        .setHeaders(
            new HashMap<>(
                Map.of(
                    Exchange.HTTP_METHOD,
                    "POST",
                    Exchange.CONTENT_TYPE,
                    "application/json; charset=UTF-8",
                    TIME_HEADER,
                    time,
                    SIGNATURE_HEADER,
                    "sha256=" + signature(time, body))));
    exchange.getMessage().setBody(body);
  }

  private String signature(String time, byte[] body) throws IOException {
    String key =
        secrets
            .apply(settings.secret())
            .map(bytes -> new String(bytes, StandardCharsets.UTF_8).stripTrailing())
            .filter(text -> !text.isEmpty())
            .orElseThrow(NoSecretException::new);
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      mac.update((time + ".").getBytes(StandardCharsets.US_ASCII));
      return HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Java lacks " + ALGORITHM, e);
    }
  }
}
