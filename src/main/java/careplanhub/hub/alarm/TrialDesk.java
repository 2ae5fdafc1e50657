package careplanhub.hub.alarm;

import careplanhub.ledger.AlarmNews;
import careplanhub.office.AlarmSettings;
import careplanhub.office.Directory;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;

/** Takes the desk's place to send every recipient one digest that only tries the way. */
public final class TrialDesk {
  private static final AlarmNews NOTHING = new AlarmNews(List.of(), List.of(), List.of(), 0);

  private final List<Recipient> recipients;
  private final Clock clock;
  private final CountDownLatch open;
  private final List<Outcome> outcomes = new ArrayList<>();
  private final AtomicBoolean begun = new AtomicBoolean();

  /**
   * @param everybody whether the offices' people are tried too, or only the administrators and the
   *     webhook
   */
  public TrialDesk(AlarmSettings settings, Directory directory, boolean everybody, Clock clock) {
    this.recipients =
        new Recipients(settings, directory, address -> address)
            .all().stream().filter(each -> everybody || each.everything()).toList();
    this.clock = clock;
    this.open = new CountDownLatch(recipients.size());
  }

  /**
   * What became of one.
   *
   * @param way Japanese
   * @param address of a mail; empty otherwise
   * @param trouble Japanese: what failed and what to do; empty when it was taken
   */
  public record Outcome(String way, String address, String trouble) {
    public boolean isTaken() {
      return trouble.isEmpty();
    }
  }

  /** How many there are. */
  public int size() {
    return recipients.size();
  }

  /** Nothing is looked for. */
  public void look() {
    // the route asks for what is due next
  }

  /** All trials, once. */
  public List<Digest> due() {
    return begun.getAndSet(true)
        ? List.of()
        : recipients.stream()
            .map(
                recipient ->
                    new Digest(
                        UUID.randomUUID().toString(), recipient, NOTHING, 0, clock.instant(), true))
            .toList();
  }

  /** Every one is tried. */
  public Digest claim(Digest digest) {
    return digest;
  }

  /** The other side has taken it. */
  public void told(@ExchangeProperty("digest") Digest digest) {
    note(digest, "");
  }

  /** It was not taken. */
  public void notTold(
      @ExchangeProperty("digest") Digest digest,
      @ExchangeProperty(Exchange.EXCEPTION_CAUGHT) Exception failure) {
    note(digest, AlarmTrouble.of(failure).sentence());
  }

  private void note(Digest digest, String trouble) {
    Recipient recipient = digest.recipient();
    synchronized (outcomes) {
      outcomes.add(new Outcome(recipient.way().japanese().strip(), recipient.address(), trouble));
    }
    open.countDown();
  }

  /** Waits until all were tried, but only so long; gives what is known then. */
  public List<Outcome> await(Duration longest) throws InterruptedException {
    boolean all = open.await(longest.toMillis(), TimeUnit.MILLISECONDS);
    synchronized (outcomes) {
      List<Outcome> known = new ArrayList<>(outcomes);
      if (!all) {
        known.add(new Outcome("", "", AlarmTrouble.NOT_CONNECTED.sentence()));
      }
      return List.copyOf(known);
    }
  }
}
