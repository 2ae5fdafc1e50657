package careplanhub.channel;

import careplanhub.security.OfficeKeys;
import careplanhub.security.Reloaded;
import careplanhub.security.Trust;
import careplanhub.standard.OfficeNumber;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The accounts in a hub's keys folder: the office's keys, {@code <officeNumber>.relay-password} its
 * password at the relay (one line, UTF-8), {@code authority.crt} the relay's authority and {@code
 * authority.crl} its revocation list, when there is one. The user id is the office number.
 */
public final class RelayAccountFiles implements RelayAccounts {
  private static final String CHANNEL = "relay";

  private final OfficeKeys keys;
  private final Map<OfficeNumber, Watched> accounts = new ConcurrentHashMap<>();

  /** Looks into nothing yet. */
  public RelayAccountFiles(OfficeKeys keys) {
    this.keys = keys;
  }

  /** What is followed beside the keys. */
  private record Watched(Supplier<Trust> trust, Supplier<String> password) {}

  @Override
  public RelayAccount accountOf(OfficeNumber office) throws IOException {
    try {
      Watched watched = accounts.computeIfAbsent(office, this::watched);
      return new RelayAccount(
          keys.forCalls(office.value(), CHANNEL),
          watched.trust().get(),
          office.value(),
          watched.password().get().toCharArray());
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  @Override
  public void accepted(OfficeNumber office, String fingerprint) {
    keys.accepted(new OfficeKeys.Use(office.value(), CHANNEL, fingerprint));
  }

  @Override
  public void refused(OfficeNumber office, String fingerprint) {
    keys.refused(new OfficeKeys.Use(office.value(), CHANNEL, fingerprint));
  }

  /** The file with an office's password at the relay. */
  public static Path passwordFile(Path keys, OfficeNumber office) {
    return keys.resolve(office.value() + ".relay-password");
  }

  private Watched watched(OfficeNumber office) {
    Path password = passwordFile(keys.folder().directory(), office);
    try {
      return new Watched(
          keys.folder().followingTrust(),
          new Reloaded<>(List.of(password), () -> Files.readString(password).strip()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
