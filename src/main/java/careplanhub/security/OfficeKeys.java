package careplanhub.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.cert.X509CRL;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys with which a hub speaks for its offices, as their files stand at this moment. While old
 * and new certificates overlap, the newest one that is in date and not revoked is used, unless the
 * other side has refused it lately: then the next older one, until the newest is tried again. A
 * file that cannot be read any more leaves the last good keys in use. Safe for use from several
 * threads.
 */
public final class OfficeKeys {
  private static final Logger LOG = LoggerFactory.getLogger(OfficeKeys.class);

  private final KeyFolder folder;
  private final char[] password;
  private final KeyFolder.SecretWriter writer;
  private final KeyJournal journal;
  private final Duration pause;
  private final Clock clock;
  private final Map<String, Supplier<KeyRing>> rings = new ConcurrentHashMap<>();
  private final Map<String, Supplier<List<X509CRL>>> lists = new ConcurrentHashMap<>();
  private final Map<Use, Instant> refused = new ConcurrentHashMap<>();
  private final Map<String, Acceptances> accepted = new ConcurrentHashMap<>();

  /**
   * @param password of the folder's PKCS#12 files
   * @param journal where it is noted that another side has taken a new certificate
   * @param pause how long a refused certificate is not tried while there is another
   */
  public OfficeKeys(
      KeyFolder folder,
      char[] password,
      KeyFolder.SecretWriter writer,
      KeyJournal journal,
      Duration pause,
      Clock clock) {
    this.folder = folder;
    this.password = password.clone();
    this.writer = writer;
    this.journal = journal;
    this.pause = pause;
    this.clock = clock;
  }

  /**
   * A certificate shown on a channel.
   *
   * @param channel its name
   * @param fingerprint SHA-256 in hexadecimal
   */
  public record Use(String officeNumber, String channel, String fingerprint) {}

  /** The folder that is followed. */
  public KeyFolder folder() {
    return folder;
  }

  /**
   * The key with which an office speaks on a channel now.
   *
   * @throws UnusableKeyException when it has keys and none is good
   * @throws KeyFileException when its file is missing or cannot be read for the first time
   */
  public OfficeKey forCalls(String officeNumber, String channel) throws IOException {
    List<OfficeKey> usable = usable(officeNumber);
    return usable.stream()
        .filter(key -> !isPaused(new Use(officeNumber, channel, key.fingerprint())))
        .findFirst()
        .orElseGet(
            () ->
                usable.stream()
                    .min(Comparator.comparing(key -> refusedAt(officeNumber, channel, key)))
                    .orElseThrow());
  }

  /** The key with which an office signs now: the newest good one; thrown like above. */
  public OfficeKey forSigning(String officeNumber) throws IOException {
    return usable(officeNumber).get(0);
  }

  /** The keys that may open what was encrypted for an office, the newest first. */
  public List<OfficeKey> forOpening(String officeNumber) throws IOException {
    return ring(officeNumber).opening();
  }

  /** The other side has let the office in with this certificate. */
  public void accepted(Use use) {
    refused.remove(use);
    try {
      Acceptances known = accepted.computeIfAbsent(use.officeNumber(), this::readAcceptances);
      if (known.isLast(use.channel(), use.fingerprint())) {
        return;
      }
      Acceptances now = known.with(use.channel(), use.fingerprint(), clock.instant());
      journal.note(
          "key-accepted",
          use.officeNumber(),
          Map.of("channel", use.channel(), "fingerprint", use.fingerprint()),
          () -> writer.write(folder.accepted(use.officeNumber()), now.bytes()));
      accepted.put(use.officeNumber(), now);
    } catch (IOException | UncheckedIOException e) {
      LOG.warn("office {}: that its key was accepted could not be noted", use.officeNumber(), e);
    }
  }

  /** The other side has not let the office in with this certificate. */
  public void refused(Use use) {
    boolean known = isPaused(use);
    refused.put(use, clock.instant());
    if (!known) {
      LOG.warn(
          "office {}: certificate {} refused on {}",
          use.officeNumber(),
          use.fingerprint(),
          use.channel());
    }
  }

  /** The certificates that were refused and are not tried for a while. */
  public List<Use> refusedNow() {
    return refused.keySet().stream()
        .filter(this::isPaused)
        .sorted(Comparator.comparing(Use::toString))
        .toList();
  }

  private List<OfficeKey> usable(String officeNumber) throws IOException {
    KeyRing ring = ring(officeNumber);
    List<X509CRL> lists = revocationLists();
    Instant now = clock.instant();
    Optional<KeyRing.Problem> problem = ring.problem(now, lists);
    if (problem.isPresent()) {
      throw new UnusableKeyException(problem.get());
    }
    return ring.usable(now, lists);
  }

  private KeyRing ring(String officeNumber) throws IOException {
    try {
      return rings.computeIfAbsent(officeNumber, this::following).get();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private Supplier<KeyRing> following(String officeNumber) {
    try {
      return new Reloaded<>(
          List.of(folder.office(officeNumber)),
          () -> KeyRing.load(folder.office(officeNumber), password));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<X509CRL> revocationLists() throws IOException {
    try {
      return List.copyOf(lists.computeIfAbsent("", nothing -> followingList()).get());
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private Supplier<List<X509CRL>> followingList() {
    try {
      return new Reloaded<>(
          List.of(folder.revocationList()),
          () -> {
            X509CRL list = folder.currentRevocationList();
            return list == null ? List.of() : List.of(list);
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Acceptances readAcceptances(String officeNumber) {
    try {
      return Acceptances.read(folder.accepted(officeNumber));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A clock that was set back makes no pause longer. */
  private boolean isPaused(Use use) {
    Instant at = refused.get(use);
    return at != null && Duration.between(at, clock.instant()).abs().compareTo(pause) < 0;
  }

  private Instant refusedAt(String officeNumber, String channel, OfficeKey key) {
    return refused.getOrDefault(new Use(officeNumber, channel, key.fingerprint()), Instant.EPOCH);
  }
}
