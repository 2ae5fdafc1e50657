package careplanhub.hub.alarm;

import careplanhub.office.AlarmMailSettings;
import java.util.HashMap;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;

/** Makes mails of digests. Safe for every thread. */
public final class AlarmMail {
  private final AlarmMailSettings settings;
  private final String corporation;

  public AlarmMail(AlarmMailSettings settings, String corporation) {
    this.settings = settings;
    this.corporation = corporation;
  }

  /** What the route file writes as <code>{{name}}</code>; hosts that are not set lead nowhere. */
  public static Map<String, String> properties(AlarmMailSettings settings) {
    String login = "#mail-login:" + settings.password() + ":" + settings.user();
    return Map.of(
        "alarms.mail.server",
        settings.security().protocol()
            + ":"
            + (settings.isUsed() ? settings.host() : "unset.invalid")
            + ":"
            + settings.port(),
        "alarms.mail.login",
        login,
        "alarms.mail.authorities",
        settings.authorities(),
        "alarms.mail.connectTimeout",
        Long.toString(settings.connectTimeout().toMillis()),
        "alarms.mail.answerTimeout",
        Long.toString(settings.answerTimeout().toMillis()));
  }

  /** Makes the message of the digest that the exchange carries. */
  public void compose(Exchange exchange) throws InvalidPayloadException {
    Digest digest = exchange.getMessage().getMandatoryBody(Digest.class);
    exchange
        .getMessage()
        .setHeaders(
            new HashMap<>(
                Map.of(
                    "To",
                    digest.recipient().address(),
                    "From",
                    settings.from(),
                    "Subject",
                    DigestText.subject(digest),
                    Exchange.CONTENT_TYPE,
                    "text/plain; charset=UTF-8",
                    "Auto-Submitted",
                    "auto-generated",
                    "X-Careplanhub-Digest",
                    digest.id())));
    exchange.getMessage().setBody(DigestText.body(digest, corporation));
  }
}
