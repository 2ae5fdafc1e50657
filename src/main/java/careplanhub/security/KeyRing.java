package careplanhub.security;

import java.io.IOException;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * All keys of one office, as one PKCS#12 file holds them: those asked for, those with a certificate
 * and those given up. The name of an entry says which it is, so that every change is the
 * replacement of one file. Immutable.
 */
public final class KeyRing {
  private static final Pattern ALIAS =
      Pattern.compile("(requested|issued|given_up)-([0-9]{1,15})-[0-9a-f]{16}");
  private static final int NAMED_DIGITS = 16;
  private static final Comparator<Held> AGE =
      Comparator.comparing((Held held) -> held.key().certificate().getNotBefore())
          .thenComparing(Held::since)
          .thenComparing(held -> held.key().certificate().getNotAfter());

  /** What a key is there for. */
  public enum State {
    /** Its certificate has been asked for and is not there; a placeholder stands for it. */
    REQUESTED,
    /** It has a certificate and is used while that is in date and not revoked. */
    ISSUED,
    /** We use it no more, but to open what was encrypted for it. */
    GIVEN_UP
  }

  /** Why no key of a ring can be used now. */
  public enum Problem {
    /** None has a certificate. */
    NONE_ISSUED,
    /** The newest one's time is over. */
    EXPIRED,
    /** The newest one's time has not come. */
    NOT_YET_VALID,
    /** The newest one stands in a revocation list. */
    REVOKED,
    /** All are given up. */
    GIVEN_UP
  }

  /**
   * One key.
   *
   * @param since when it came into this state; the epoch when that is not known
   */
  public record Held(State state, OfficeKey key, Instant since) {
    private boolean isOver(Instant now) {
      return now.isAfter(key.certificate().getNotAfter().toInstant());
    }

    private String alias() {
      return state.name().toLowerCase(Locale.ROOT)
          + "-"
          + since.toEpochMilli()
          + "-"
          + key.fingerprint().substring(0, NAMED_DIGITS);
    }
  }

  private final List<Held> held;

  private KeyRing(List<Held> held) {
    this.held = held.stream().sorted(AGE).toList();
  }

  /** A ring without a key. */
  public static KeyRing empty() {
    return new KeyRing(List.of());
  }

  /**
   * Reads a PKCS#12 file. Keys in it that nothing is known of are taken as issued.
   *
   * @throws KeyFileException when the file is missing, the password wrong or no key in it
   */
  public static KeyRing load(Path file, char[] password) throws IOException {
    List<Held> held = new ArrayList<>();
    for (Pkcs12.Entry entry : Pkcs12.read(file, password)) {
      OfficeKey key = new OfficeKey(entry.key(), entry.chain());
      Matcher alias = ALIAS.matcher(entry.alias());
      held.add(
          alias.matches()
              ? new Held(
                  State.valueOf(alias.group(1).toUpperCase(Locale.ROOT)),
                  key,
                  Instant.ofEpochMilli(Long.parseLong(alias.group(2))))
              : new Held(State.ISSUED, key, Instant.EPOCH));
    }
    return new KeyRing(held);
  }

  /** The bytes of a PKCS#12 file with all keys. */
  public byte[] toPkcs12(char[] password) {
    return Pkcs12.write(
        held.stream()
            .map(one -> new Pkcs12.Entry(one.alias(), one.key().key(), one.key().chain()))
            .toList(),
        password);
  }

  /** All keys, the oldest certificate first. */
  public List<Held> held() {
    return held;
  }

  /** The keys with a certificate that is in date and not revoked, the newest first. */
  public List<OfficeKey> usable(Instant now, Collection<X509CRL> revocationLists) {
    return newestFirst(State.ISSUED)
        .filter(key -> problem(key.certificate(), now, revocationLists).isEmpty())
        .toList();
  }

  /**
   * What may have been used to encrypt for the office, the newest first: also keys whose time is
   * over or that are given up, since what was sent before is opened after.
   */
  public List<OfficeKey> opening() {
    return Stream.concat(newestFirst(State.ISSUED), newestFirst(State.GIVEN_UP)).toList();
  }

  /** Why {@link #usable} is empty; empty when it is not. */
  public Optional<Problem> problem(Instant now, Collection<X509CRL> revocationLists) {
    if (!usable(now, revocationLists).isEmpty()) {
      return Optional.empty();
    }
    Optional<OfficeKey> newest = newestFirst(State.ISSUED).findFirst();
    if (newest.isPresent()) {
      return problem(newest.get().certificate(), now, revocationLists);
    }
    boolean givenUp = held.stream().anyMatch(one -> one.state() == State.GIVEN_UP);
    return Optional.of(givenUp ? Problem.GIVEN_UP : Problem.NONE_ISSUED);
  }

  /** Why a certificate cannot be used at a moment; empty when it can. */
  static Optional<Problem> problem(
      X509Certificate certificate, Instant now, Collection<X509CRL> revocationLists) {
    if (revocationLists.stream().anyMatch(list -> list.isRevoked(certificate))) {
      return Optional.of(Problem.REVOKED);
    }
    if (now.isBefore(certificate.getNotBefore().toInstant())) {
      return Optional.of(Problem.NOT_YET_VALID);
    }
    return now.isAfter(certificate.getNotAfter().toInstant())
        ? Optional.of(Problem.EXPIRED)
        : Optional.empty();
  }

  /** The newest key that has a certificate, whatever the time. */
  Optional<OfficeKey> newest() {
    return newestFirst(State.ISSUED).findFirst();
  }

  /** The private keys that belong to a public key. */
  Optional<PrivateKey> keyOf(PublicKey publicKey) {
    return held.stream()
        .map(Held::key)
        .filter(key -> key.certificate().getPublicKey().equals(publicKey))
        .map(OfficeKey::key)
        .findFirst();
  }

  boolean holds(X509Certificate certificate) {
    return held.stream().anyMatch(one -> one.key().certificate().equals(certificate));
  }

  KeyRing with(State state, OfficeKey key, Instant since) {
    return new KeyRing(
        Stream.concat(held.stream(), Stream.of(new Held(state, key, since))).toList());
  }

  /** Without the request that a certificate has answered. */
  KeyRing withoutRequestOf(PublicKey publicKey) {
    return new KeyRing(
        held.stream()
            .filter(
                one ->
                    one.state() != State.REQUESTED
                        || !one.key().certificate().getPublicKey().equals(publicKey))
            .toList());
  }

  /**
   * With no more than this many keys: those given up and those whose time is over make room, the
   * oldest first.
   */
  KeyRing withRoom(int maximum, Instant now) throws KeyRefusedException {
    List<Held> kept = new ArrayList<>(held);
    while (kept.size() > maximum) {
      Held first =
          kept.stream()
              .filter(one -> one.state() == State.GIVEN_UP || one.isOver(now))
              .findFirst()
              .orElseThrow(
                  () -> new KeyRefusedException(KeyRefusedException.Reason.TOO_MANY, null));
      kept.remove(first);
    }
    return new KeyRing(kept);
  }

  /** With these keys given up, but for those that are it already. */
  KeyRing givingUp(Collection<X509Certificate> certificates, Instant now) {
    return new KeyRing(
        held.stream()
            .map(
                one ->
                    certificates.contains(one.key().certificate()) && one.state() != State.GIVEN_UP
                        ? new Held(State.GIVEN_UP, one.key(), now)
                        : one)
            .toList());
  }

  private Stream<OfficeKey> newestFirst(State state) {
    return held.stream().sorted(AGE.reversed()).filter(one -> one.state() == state).map(Held::key);
  }
}
