package careplanhub.relay;

import careplanhub.standard.OfficeNumber;
import careplanhub.store.Database;
import careplanhub.store.Vault;
import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.security.InvalidKeyException;
import java.security.Key;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.util.encoders.Base32;
import org.jspecify.annotations.Nullable;

/**
 * One-time passwords by time (RFC 6238: SHA-1, six digits, 30 seconds), as the usual applications
 * on a telephone show them, for the offices of which the administrator asks them. Each is good
 * once, and one step of time early or late. Safe for use from several threads.
 */
final class TimedPasswords implements SecondFactor {
  private static final Duration STEP = Duration.ofSeconds(30);
  private static final int SECRET_BYTES = 20;
  private static final String ALGORITHM =
      TimeBasedOneTimePasswordGenerator.TOTP_ALGORITHM_HMAC_SHA1;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Database database;
  private final Vault vault;
  private final Clock clock;
  private final TimeBasedOneTimePasswordGenerator generator =
      new TimeBasedOneTimePasswordGenerator(STEP, 6, ALGORITHM);

  TimedPasswords(Database database, Vault vault, Clock clock) {
    this.database = database;
    this.vault = vault;
    this.clock = clock;
  }

  @SuppressWarnings("ArrayRecordComponent") // carried, never compared
  private record Secret(byte[] bytes, long usedStep) {}

  @Override
  public Verdict judge(OfficeNumber office, @Nullable String oneTimePassword) {
    Optional<Secret> secret = secretOf(office);
    if (secret.isEmpty()) {
      return Verdict.GOOD;
    }
    if (oneTimePassword == null) {
      return Verdict.NEEDED;
    }
    long now = clock.instant().getEpochSecond() / STEP.toSeconds();
    for (long step = Math.max(now - 1, secret.get().usedStep() + 1); step <= now + 1; step++) {
      if (passwordOf(secret.get().bytes(), step).equals(oneTimePassword)) {
        return use(office, step) ? Verdict.GOOD : Verdict.WRONG;
      }
    }
    return Verdict.WRONG;
  }

  /**
   * Asks one-time passwords of an office from now on.
   *
   * @return the new secret in Base32, for the office's application
   */
  String require(OfficeNumber office) {
    byte[] secret = new byte[SECRET_BYTES];
    RANDOM.nextBytes(secret);
    String sealed = vault.seal(HexFormat.of().formatHex(secret));
    database.update(
        handle ->
            handle.execute(
                "INSERT INTO one_time_secrets (office_number, secret_sealed, used_step)"
                    + " VALUES (?, ?, 0) ON CONFLICT (office_number) DO UPDATE SET"
                    + " secret_sealed = excluded.secret_sealed, used_step = 0",
                office.value(),
                sealed));
    return Base32.toBase32String(secret);
  }

  /** Asks none of it any more. */
  void release(OfficeNumber office) {
    database.update(
        handle ->
            handle.execute("DELETE FROM one_time_secrets WHERE office_number = ?", office.value()));
  }

  private String passwordOf(byte[] secret, long step) {
    return password(generator, secret, Instant.ofEpochSecond(step * STEP.toSeconds()));
  }

  private static String password(
      TimeBasedOneTimePasswordGenerator generator, byte[] secret, Instant at) {
    Key key = new SecretKeySpec(secret, ALGORITHM);
    try {
      return generator.generateOneTimePasswordString(key, at);
    } catch (InvalidKeyException e) {
      throw new IllegalStateException("A key of " + ALGORITHM + " is always good", e);
    }
  }

  /** Of two logins with one password at the same moment only one passes. */
  private boolean use(OfficeNumber office, long step) {
    return database.write(
            handle ->
                handle.execute(
                    "UPDATE one_time_secrets SET used_step = ?"
                        + " WHERE office_number = ? AND used_step < ?",
                    step,
                    office.value(),
                    step))
        == 1;
  }

  private Optional<Secret> secretOf(OfficeNumber office) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "SELECT secret_sealed, used_step FROM one_time_secrets"
                        + " WHERE office_number = :number")
                .bind("number", office.value())
                .map(
                    (row, context) ->
                        new Secret(
                            HexFormat.of().parseHex(vault.unseal(row.getString("secret_sealed"))),
                            row.getLong("used_step")))
                .findOne());
  }
}
