package careplanhub.hub;

import careplanhub.ledger.Arrival;
import careplanhub.ledger.Arrivals;
import careplanhub.ledger.OutgoingUnit;
import careplanhub.ledger.OutgoingUnits;
import careplanhub.office.HubSettings;
import careplanhub.standard.FileName;
import careplanhub.standard.FileNameException;
import careplanhub.standard.OfficeNumber;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the unit that an office's lane works on next. Safe for every thread. */
public final class Outgoing {
  private static final Logger LOG = LoggerFactory.getLogger(Outgoing.class);
  static final String UNIT = "hubUnit";

  private final OfficeFolders folder;
  private final HubSettings settings;
  private final SatelliteSets satellites;
  private final Arrivals arrivals;
  private final OutgoingUnits units;
  private final Lanes lanes;
  private final Clock clock;
  private final Instant started;

  Outgoing(
      OfficeFolders folder,
      HubSettings settings,
      SatelliteSets satellites,
      Arrivals arrivals,
      OutgoingUnits units,
      Lanes lanes,
      Clock clock) {
    this.folder = folder;
    this.settings = settings;
    this.satellites = satellites;
    this.arrivals = arrivals;
    this.units = units;
    this.lanes = lanes;
    this.clock = clock;
    this.started = clock.instant();
  }

  /** The offices whose lanes are worth a look. */
  public List<String> officesDue() {
    return units.officesWithOpenUnits().stream().map(OfficeNumber::value).toList();
  }

  /** Takes the office's lane and the oldest unit that can be worked on; null when there is none. */
  public @Nullable OutgoingUnit claim(String office, Exchange exchange) {
    if (!lanes.enter(exchange, "translate", office)) {
      return null;
    }
    for (OutgoingUnit unit : units.open(new OfficeNumber(office))) {
      if (isDue(unit)) {
        exchange.setProperty(UNIT, unit);
        return unit;
      }
    }
    lanes.leave(exchange);
    return null;
  }

  private boolean isDue(OutgoingUnit unit) {
    boolean gathering = unit.state() == OutgoingUnit.State.GATHERING;
    return (isOver(unit.dueAt()) && !(gathering && isSettlingAgain()))
        || (gathering && isComplete(unit));
  }

  /** While the hub was down nobody took companions from the outbox, so that time does not count. */
  private boolean isSettlingAgain() {
    return !isOver(started.plus(settings.intake().unitSettleTime()))
        && !started.isAfter(clock.instant());
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
    return name != null && Companions.areWhole(name.version(), kinds) && !stillInOutbox(unit, name);
  }

  private boolean stillInOutbox(OutgoingUnit unit, FileName name) {
    try (Stream<Path> files = Files.list(folder.outbox(unit.office()))) {
      return files.anyMatch(file -> isOf(file, name));
    } catch (IOException e) {
      throw new UncheckedIOException("an outbox cannot be read", e);
    }
  }

  private static boolean isOf(Path file, FileName name) {
    try {
      return FileName.parse(file.getFileName().toString()).unit().equals(name.unit());
    } catch (FileNameException e) {
      return false;
    }
  }

  /** Brings the unit's files; of two with one name from one place the later counts. */
  public OutgoingWork open(OutgoingUnit unit) {
    Map<String, Arrival> byName = new LinkedHashMap<>();
    arrivals
        .ofUnit(unit)
        .forEach(arrival -> byName.put(arrival.satellite() + "/" + arrival.name(), arrival));
    return new OutgoingWork(unit, List.copyOf(byName.values()), "", List.of(), Map.of());
  }

  /** Something unforeseen happened, such as a full disk: the unit is tried again after a while. */
  public void tryLater(Exchange exchange, @ExchangeException Exception trouble) {
    OutgoingUnit unit = exchange.getProperty(UNIT, OutgoingUnit.class);
    LOG.warn("unit {}: tried again later after {}", unit.id(), Troubles.nameOf(trouble));
    units.tryLater(unit, clock.instant().plus(settings.dispatch().retryFirstDelay()));
  }
}
