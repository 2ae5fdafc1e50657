package careplanhub.store;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * Vault keys as lines a person can print and type: number, 16 groups of four digits, check digits.
 */
final class RecoveryText {
  private static final Pattern LINE =
      Pattern.compile("(?i)vault-(\\d{1,6}):((?:\\s*[0-9a-f]{4}){16})\\s*/\\s*([0-9a-f]{8})");

  private RecoveryText() {}

  static String format(NavigableMap<Integer, byte[]> keys) {
    StringBuilder text = new StringBuilder();
    for (var key : keys.entrySet()) {
      String hex = HexFormat.of().formatHex(key.getValue());
      text.append("vault-").append(key.getKey()).append(':');
      for (int start = 0; start < hex.length(); start += 4) {
        text.append(' ').append(hex, start, start + 4);
      }
      text.append(" / ").append(check(key.getKey(), hex)).append('\n');
    }
    return text.toString();
  }

  static NavigableMap<Integer, byte[]> parse(String text) throws VaultException {
    NavigableMap<Integer, byte[]> keys = new TreeMap<>();
    for (String line : text.lines().map(String::strip).filter(l -> !l.isEmpty()).toList()) {
      Matcher parts = LINE.matcher(line);
      if (!parts.matches()) {
        throw new VaultException(VaultException.Reason.KEY_FILE, null);
      }
      int number = Integer.parseInt(parts.group(1));
      byte[] key = HexFormat.of().parseHex(parts.group(2).replaceAll("\\s", ""));
      if (!check(number, HexFormat.of().formatHex(key)).equalsIgnoreCase(parts.group(3))) {
        throw new VaultException(VaultException.Reason.KEY_FILE, null);
      }
      keys.put(number, key);
    }
    if (!keys.containsKey(1)) {
      throw new VaultException(VaultException.Reason.KEY_FILE, null);
    }
    return keys;
  }

  private static String check(int number, String hex) {
    CRC32 sum = new CRC32();
    sum.update((number + ":" + hex).getBytes(StandardCharsets.US_ASCII));
    return HexFormat.of().toHexDigits((int) sum.getValue());
  }
}
