package careplanhub.office;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The mail server by which a FAX service is asked to send; TLS always, and always with a login.
 *
 * @param host its name, which its certificate must have too; empty when no mail is sent
 * @param port usually 587 for STARTTLS and 465 for TLS from the beginning
 * @param security how TLS begins
 * @param authorities a file of the keys folder with the certificates of the authorities that its
 *     certificate may come from; empty for those that Java trusts
 * @param user the login's name
 * @param password where the password is: {@code secret:NAME}
 * @param from the sender's address
 * @param recipient the service's address, with <code>{number}</code> for the number's digits
 * @param domains the only domains to which anything is sent
 * @param subject of a mail, with <code>{number}</code> and <code>{job}</code>
 * @param connectTimeout for a connection
 * @param answerTimeout for an answer
 */
public record FaxMailSettings(
    String host,
    int port,
    AlarmMailSettings.Security security,
    String authorities,
    String user,
    String password,
    String from,
    String recipient,
    List<String> domains,
    String subject,
    Duration connectTimeout,
    Duration answerTimeout) {
  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.-]{0,253}");
  private static final Pattern USER = Pattern.compile("[A-Za-z0-9.@_+-]{1,200}");
  private static final String NUMBER = "{number}";
  private static final String EXAMPLE_NUMBER = "0300000000";

  public FaxMailSettings {
    boolean used = !host.isEmpty();
    SettingLimits.check(
        "host", HOST.matcher(host).matches(), "サーバーの名前を smtp.example.jp のように書いてください。");
    SettingLimits.check("port", port >= 1 && port <= 65535, "1 から 65535 までの数を書いてください。");
    SettingLimits.check("authorities", KeyPlace.isFile(authorities), KeyPlace.FILE_ADVICE);
    SettingLimits.check("user", !used || USER.matcher(user).matches(), "ログインの名前を書いてください。");
    SettingLimits.check("password", KeyPlace.isSecret(password), KeyPlace.SECRET_ADVICE);
    SettingLimits.check(
        "from", !used || CorporationFile.isMail(from), "差出人のアドレスを name@example.jp のように書いてください。");
    domains = domains.stream().map(domain -> domain.toLowerCase(Locale.ROOT)).toList();
    SettingLimits.check(
        "recipient",
        !used || (recipient.contains(NUMBER) && CorporationFile.isMail(example(recipient))),
        "FAX サービスのアドレスを \"{number}@fax.example.jp\" のように書いてください。");
    SettingLimits.check(
        "domains",
        !used || domains.contains(domainOf(recipient)),
        "送ってよいドメインを [fax.example.jp] のように書いてください。recipient のドメインもここに要ります。");
    SettingLimits.positive("connectTimeout", connectTimeout);
    SettingLimits.positive("answerTimeout", answerTimeout);
  }

  /** Whether mail is sent at all. */
  public boolean isUsed() {
    return !host.isEmpty();
  }

  /** Whether an address is one to which something may be sent. */
  public boolean allows(String address) {
    return CorporationFile.isMail(address) && domains.contains(domainOf(address));
  }

  private static String example(String recipient) {
    return recipient.replace(NUMBER, EXAMPLE_NUMBER);
  }

  private static String domainOf(String address) {
    return address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
  }
}
