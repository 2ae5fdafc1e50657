package careplanhub.office;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The mail server that carries digests; TLS always, and always with a login.
 *
 * @param host its name, which its certificate must have too; empty when no mail is sent
 * @param port usually 587 for STARTTLS and 465 for TLS from the beginning
 * @param security how TLS begins
 * @param authorities a file of the keys folder with the certificates of the authorities that its
 *     certificate may come from; empty for those that Java trusts
 * @param user the login's name
 * @param password where the password is: {@code secret:NAME}
 * @param from the sender's address
 * @param administrators the addresses of those who are told everything
 * @param connectTimeout for a connection
 * @param answerTimeout for an answer
 */
public record AlarmMailSettings(
    String host,
    int port,
    Security security,
    String authorities,
    String user,
    String password,
    String from,
    List<String> administrators,
    Duration connectTimeout,
    Duration answerTimeout) {
  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.-]{0,253}");
  private static final Pattern USER = Pattern.compile("[A-Za-z0-9.@_+-]{1,200}");

  /** How TLS begins. */
  public enum Security {
    /** In the clear, and nothing goes on before TLS stands. */
    STARTTLS("smtp"),
    /** With the first byte. */
    TLS("smtps");

    private final String protocol;

    Security(String protocol) {
      this.protocol = protocol;
    }

    /** The component that speaks so. */
    public String protocol() {
      return protocol;
    }

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public AlarmMailSettings {
    SettingLimits.check(
        "host", HOST.matcher(host).matches(), "サーバーの名前を smtp.example.jp のように書いてください。");
    SettingLimits.check("port", port >= 1 && port <= 65535, "1 から 65535 までの数を書いてください。");
    SettingLimits.check("authorities", KeyPlace.isFile(authorities), KeyPlace.FILE_ADVICE);
    boolean used = !host.isEmpty();
    SettingLimits.check("user", !used || USER.matcher(user).matches(), "ログインの名前を書いてください。");
    SettingLimits.check("password", KeyPlace.isSecret(password), KeyPlace.SECRET_ADVICE);
    SettingLimits.check(
        "from", !used || CorporationFile.isMail(from), "差出人のアドレスを name@example.jp のように書いてください。");
    SettingLimits.check(
        "administrators",
        administrators.stream().allMatch(CorporationFile::isMail),
        "アドレスを [name@example.jp] のように書いてください。");
    SettingLimits.positive("connectTimeout", connectTimeout);
    SettingLimits.positive("answerTimeout", answerTimeout);
    administrators = List.copyOf(administrators);
  }

  /** Whether mail is sent at all. */
  public boolean isUsed() {
    return !host.isEmpty();
  }
}
