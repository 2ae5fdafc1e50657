package careplanhub.hub;

import careplanhub.ledger.Arrival;
import careplanhub.ledger.Arrivals;
import careplanhub.ledger.OutgoingUnit;
import careplanhub.ledger.OutgoingUnits;
import careplanhub.office.HubSettings;
import careplanhub.standard.FileName;
import careplanhub.standard.FileNameException;
import careplanhub.standard.OfficeNumber;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the unit that an office's lane works on next. Safe for every thread. */
public final class Outgoing {
  private static final Logger LOG = LoggerFactory.getLogger(Outgoing.class);
  static final String UNIT = "hubUnit";

  /** The exchange property by which the route tells a folder of attachments from a send unit. */
  private static final String ATTACHMENTS = "hubAttachments";

  private static final int UNITS_AT_A_TIME = 200;

  private final OutboxUnits outboxes;
  private final HubSettings settings;
  private final SatelliteSets satellites;
  private final Predicate<OutgoingUnit> attachmentsAreWhole;
  private final Arrivals arrivals;
  private final OutgoingUnits units;
  private final Lanes lanes;
  private final Clock clock;
  private final LongSupplier nanoTime;
  private final Map<String, Long> knownSince = new ConcurrentHashMap<>();

  /**
   * @param attachmentsAreWhole whether all that staff put into a folder of attachments was taken
   * @param clock what the ledger's moments are of
   * @param nanoTime {@link System#nanoTime}, or a test's
   */
  Outgoing(
      OfficeFolders folder,
      HubSettings settings,
      SatelliteSets satellites,
      Predicate<OutgoingUnit> attachmentsAreWhole,
      Arrivals arrivals,
      OutgoingUnits units,
      Lanes lanes,
      Clock clock,
      LongSupplier nanoTime) {
    this.outboxes = new OutboxUnits(folder, nanoTime);
    this.settings = settings;
    this.satellites = satellites;
    this.attachmentsAreWhole = attachmentsAreWhole;
    this.arrivals = arrivals;
    this.units = units;
    this.lanes = lanes;
    this.clock = clock;
    this.nanoTime = nanoTime;
  }

  /** The offices whose lanes are worth a look. */
  public List<String> officesDue() {
    return units.officesWithOpenUnits().stream().map(OfficeNumber::value).toList();
  }

  /** Takes the office's lane and the oldest unit that can be worked on; null when there is none. */
  public @Nullable OutgoingUnit claim(String office, Exchange exchange) {
    OutgoingUnit unit =
        lanes.claim(exchange, "translate", office, () -> firstDue(new OfficeNumber(office)));
    exchange.setProperty(UNIT, unit);
    exchange.setProperty(ATTACHMENTS, unit != null && unit.isAttachments());
    return unit;
  }

  private @Nullable OutgoingUnit firstDue(OfficeNumber office) {
    for (int from = 0; ; from += UNITS_AT_A_TIME) {
      List<OutgoingUnit> open = units.open(office, from, UNITS_AT_A_TIME);
      for (OutgoingUnit unit : open) {
        if (isDue(unit)) {
          knownSince.remove(unit.id());
          return unit;
        }
      }
      if (open.size() < UNITS_AT_A_TIME) {
        return null;
      }
    }
  }

  private boolean isDue(OutgoingUnit unit) {
    boolean gathering = unit.state() == OutgoingUnit.State.GATHERING;
    if (unit.isAttachments()) {
      return isOver(unit.dueAt()) && (!gathering || attachmentsAreWhole.test(unit));
    }
    return gathering
        ? (hasSettled(unit) && isOver(unit.dueAt())) || isComplete(unit)
        : isOver(unit.dueAt());
  }

  /**
   * Whether its companions had their time since this process knows of it: while the hub was down
   * nobody took them from the outbox, and a clock that jumps gives them none.
   */
  private boolean hasSettled(OutgoingUnit unit) {
    long now = nanoTime.getAsLong();
    long since = knownSince.computeIfAbsent(unit.id(), id -> now);
    long waited = now - since;
    return waited >= settings.intake().unitSettleTime().toNanos()
        && (waited >= settings.intake().companionWait().toNanos() || !hasCompanionInOutbox(unit));
  }

  /** What lies in the outbox is on its way: after a stop many files are taken one by one. */
  private boolean hasCompanionInOutbox(OutgoingUnit unit) {
    Optional<Arrival> any = arrivals.ofUnit(unit).stream().findFirst();
    try {
      return any.isPresent()
          && outboxes.hold(unit.office(), FileName.parse(any.get().name()).unit());
    } catch (FileNameException e) {
      return false;
    }
  }

  private boolean isOver(Instant moment) {
    return !moment.isAfter(clock.instant());
  }

  /** Whether every required companion is here, and none of the unit still lies in the outbox. */
  private boolean isComplete(OutgoingUnit unit) {
    if (SatelliteSets.isSet(unit.key())) {
      return satellites.isComplete(unit.office(), arrivals.ofUnit(unit));
    }
    Set<String> kinds = new HashSet<>();
    FileName any = null;
    for (Arrival arrival : arrivals.ofUnit(unit)) {
      try {
        any = FileName.parse(arrival.name());
        kinds.add(any.kind());
      } catch (FileNameException e) {
        return true;
      }
    }
    FileName name = any;
    return name != null
        && Companions.areWhole(name.version(), kinds)
        && !outboxes.hold(unit.office(), name.unit());
  }

  /** Brings the unit's files; of two with one name from one place the later counts. */
  public OutgoingWork open(OutgoingUnit unit) {
    Map<String, Arrival> byName = new LinkedHashMap<>();
    arrivals
        .ofUnit(unit)
        .forEach(arrival -> byName.put(arrival.satellite() + "/" + arrival.name(), arrival));
    return new OutgoingWork(unit, List.copyOf(byName.values()));
  }

  /** Something unforeseen happened, such as a full disk: the unit is tried again after a while. */
  public void tryLater(Exchange exchange, @ExchangeException Exception trouble) {
    OutgoingUnit unit = exchange.getProperty(UNIT, OutgoingUnit.class);
    LOG.warn("unit {}: tried again later after {}", unit.id(), Troubles.nameOf(trouble));
    units.tryLater(unit, clock.instant().plus(settings.dispatch().retryFirstDelay()));
  }
}
