package careplanhub.office;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The folders on an SFTP server by which we and a partner hand parcels to each other. No secret
 * stands here: the key is named only.
 *
 * @param host the server's name
 * @param port 22 when it is not written
 * @param user the login's name
 * @param key the private key as {@code secret:NAME}, a file of {@code keys/secrets}
 * @param send the folder, from where the login begins, into which we put what the partner gets
 * @param receive the folder into which the partner puts what we get
 */
public record SftpAccess(
    @JsonProperty(required = true) String host,
    @Nullable Integer port,
    @JsonProperty(required = true) String user,
    @JsonProperty(required = true) String key,
    @JsonProperty(required = true) String send,
    @JsonProperty(required = true) String receive) {
  private static final int SSH_PORT = 22;
  private static final int MOST_PORTS = 65_535;
  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]{0,252})");
  private static final Pattern USER = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]{0,63}");
  private static final Pattern KEY = Pattern.compile("secret:[a-z0-9][a-z0-9-]{0,39}");
  private static final Pattern FOLDER =
      Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]{0,63}(/[A-Za-z0-9_-][A-Za-z0-9._-]{0,63}){0,9}");

  public SftpAccess {
    port = port == null ? SSH_PORT : port;
    SettingLimits.check(
        "host", HOST.matcher(host).matches(), "サーバーの名前を sftp.example.jp のように書いてください。");
    SettingLimits.check("port", port > 0 && port <= MOST_PORTS, "1 から 65535 までの番号を書いてください。");
    SettingLimits.check("user", USER.matcher(user).matches(), "ログインの名前を英数字と . _ - で書いてください。");
    SettingLimits.check(
        "key", KEY.matcher(key).matches(), "鍵の名前を secret:名前 と書き、鍵を keys/secrets/名前 に置いてください。");
    String folder = "フォルダを to-partner/parcels のように英数字と . _ - と「/」で書いてください（「..」は使えません）。";
    SettingLimits.check("send", FOLDER.matcher(send).matches(), folder);
    SettingLimits.check(
        "receive",
        FOLDER.matcher(receive).matches() && !receive.equals(send),
        receive.equals(send) ? "send とは別のフォルダにしてください。" : folder);
  }

  /** The number of the port. */
  public int portNumber() {
    return port == null ? SSH_PORT : port;
  }

  /** One word for the login on the server, the same for every partner who shares it. */
  public String account() {
    return host + "-" + portNumber() + "-" + user + "-" + key.substring(key.indexOf(':') + 1);
  }
}
