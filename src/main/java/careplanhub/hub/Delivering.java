package careplanhub.hub;

import careplanhub.hub.IncomingWork.NamedBytes;
import careplanhub.ledger.LearntSupportOffices;
import careplanhub.ledger.Reception;
import careplanhub.ledger.Receptions;
import careplanhub.office.HubSettings;
import careplanhub.standard.CheckOptions;
import careplanhub.standard.FileName;
import careplanhub.standard.FileNameException;
import careplanhub.standard.FileReport;
import careplanhub.standard.NamedSource;
import careplanhub.standard.OfficeNumber;
import careplanhub.standard.UnitCheck;
import careplanhub.standard.UnwritableException;
import careplanhub.standard.UserIdentity;
import careplanhub.store.Vault;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes of a fetched parcel what the receiving office's software can import. Safe for every thread.
 */
public final class Delivering {
  private static final Logger LOG = LoggerFactory.getLogger(Delivering.class);
  private static final String SLIP = "UPPLAN";
  static final String RECEPTION = "hubReception";

  private final HubSettings settings;
  private final Vault vault;
  private final Receptions receptions;
  private final LearntSupportOffices supportOffices;
  private final Software software;
  private final Rewriting rewriting;
  private final CheckOptions options;
  private final Lanes lanes;

  Delivering(
      HubSettings settings,
      Vault vault,
      Receptions receptions,
      LearntSupportOffices supportOffices,
      Software software,
      Rewriting rewriting,
      CheckOptions options,
      Lanes lanes) {
    this.settings = settings;
    this.vault = vault;
    this.receptions = receptions;
    this.supportOffices = supportOffices;
    this.software = software;
    this.rewriting = rewriting;
    this.options = options;
    this.lanes = lanes;
  }

  public List<String> officesDue() {
    return receptions.officesWith(Reception.State.STAGED, Reception.State.FETCHED).stream()
        .map(OfficeNumber::value)
        .toList();
  }

  /**
   * Takes the office's lane and what is to be delivered next: what was staged, then the earliest
   * serial of a sender.
   */
  public @Nullable Reception claim(String office, Exchange exchange) {
    OfficeNumber number = new OfficeNumber(office);
    Duration longest = settings.receive().earlierSerialsWait();
    Reception reception =
        lanes.claim(
            exchange,
            "deliver",
            office,
            () ->
                receptions.in(Reception.State.STAGED, number).stream()
                    .findFirst()
                    .or(() -> receptions.toDeliver(number, longest).stream().findFirst())
                    .orElse(null));
    exchange.setProperty(RECEPTION, reception);
    return reception;
  }

  /** Brings the fetched bytes from the vault. */
  public IncomingWork open(Reception reception) throws IOException {
    List<NamedBytes> files = new ArrayList<>();
    for (Reception.ReceivedFile file : reception.files()) {
      files.add(new NamedBytes(file.name(), vault.read(file.content())));
    }
    return new IncomingWork(reception, files, List.of(), List.of(), Map.of());
  }

  /** Checks the files as one unit; errors withhold nothing. */
  public IncomingWork check(IncomingWork work) throws IOException {
    List<NamedSource> sources =
        work.files().stream()
            .filter(file -> FileName.kindOf(file.name()).isPresent())
            .map(file -> new NamedSource(file.name(), () -> new ByteArrayInputStream(file.bytes())))
            .toList();
    return work.checked(sources.isEmpty() ? List.of() : UnitCheck.check(sources, options));
  }

  /** Remembers from a slip who its users' support office is. */
  public IncomingWork learn(IncomingWork work) throws IOException {
    for (NamedBytes file : work.files()) {
      FileName name = slipName(file.name());
      if (name != null) {
        Map<UserIdentity, LearntSupportOffices.Known> told = new HashMap<>();
        rewriting.read(
            new OutgoingWork.StandardFile(name, file.bytes()),
            row ->
                told.put(
                    row.user(),
                    new LearntSupportOffices.Known(name.from(), row.get("plannerName"))));
        supportOffices.learnFromSlip(work.reception().office(), told);
      }
    }
    return work;
  }

  private static @Nullable FileName slipName(String name) {
    try {
      FileName parsed = FileName.parse(name);
      return parsed.kind().equals(SLIP) ? parsed : null;
    } catch (FileNameException e) {
      return null;
    }
  }

  /**
   * Translates for the office's software; a unit with errors goes raw, with the reason beside it.
   */
  public IncomingWork forSoftware(IncomingWork work) throws IOException {
    if (work.hasErrors()) {
      return raw(work);
    }
    try {
      return software.deliver(work);
    } catch (UnwritableException e) {
      String first = work.files().get(0).name();
      return raw(work.checked(List.of(new FileReport(first, null, null, 0, List.of(e.finding())))));
    }
  }

  private static IncomingWork raw(IncomingWork work) {
    List<NamedBytes> outputs = new ArrayList<>();
    for (NamedBytes file : work.files()) {
      String name = SafeNames.of(file.name());
      outputs.add(new NamedBytes(name, file.bytes()));
    }
    String first = outputs.get(0).name();
    outputs.add(new NamedBytes(first + ".txt", ReasonText.ofReceived(first, work.reports())));
    return work.into(outputs, Map.of("software", "raw"));
  }

  /** Something unforeseen happened, such as a full disk: tried again after a while. */
  public void tryLater(Exchange exchange, @ExchangeException Exception trouble) {
    Reception reception = exchange.getProperty(RECEPTION, Reception.class);
    receptions.tryLater(
        reception, settings.dispatch().delayAfter(receptions.attempts(reception) + 1));
    LOG.warn("reception {} not delivered, {}", reception.id(), Troubles.nameOf(trouble));
  }
}
