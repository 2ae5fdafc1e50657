package careplanhub.hub;

import careplanhub.channel.ParcelFile;
import careplanhub.channel.ParcelRules;
import careplanhub.ledger.Arrival;
import careplanhub.ledger.Arrivals;
import careplanhub.ledger.OutgoingUnit;
import careplanhub.ledger.OutgoingUnits;
import careplanhub.office.AttachmentSettings;
import careplanhub.standard.AttachmentKind;
import careplanhub.standard.AttachmentKinds;
import careplanhub.standard.FileName;
import careplanhub.standard.FileReport;
import careplanhub.standard.OfficeNumber;
import careplanhub.store.Vault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What staff put beside the files of the standard: it goes with the next send unit to the same
 * addressee, or by itself when none comes for a while. Safe for every thread.
 */
final class Attachments {
  /** So deep a folder of attachments is looked into, as its route does. */
  private static final int DEPTH = 5;

  private final OfficeFolders folders;
  private final Arrivals arrivals;
  private final OutgoingUnits units;
  private final Vault vault;
  private final ParcelRules rules;
  private final Predicate<OfficeNumber> consentsGoTo;
  private final AttachmentSettings settings;
  private final Clock clock;

  /**
   * @param consentsGoTo whether it is agreed that PDFs of consents go to an office
   */
  Attachments(
      OfficeFolders folders,
      Arrivals arrivals,
      OutgoingUnits units,
      Vault vault,
      ParcelRules rules,
      Predicate<OfficeNumber> consentsGoTo,
      AttachmentSettings settings,
      Clock clock) {
    this.folders = folders;
    this.arrivals = arrivals;
    this.units = units;
    this.vault = vault;
    this.rules = rules;
    this.consentsGoTo = consentsGoTo;
    this.settings = settings;
    this.clock = clock;
  }

  /** Whether all that staff put into the folder was taken. */
  boolean areWhole(OutgoingUnit unit) {
    Optional<Arrival> any = arrivals.ofUnit(unit).stream().findFirst();
    if (any.isEmpty()) {
      return false;
    }
    Path folder = folders.attachments(unit.office());
    String[] parts = any.get().name().split("/", -1);
    Path own = parts.length > 2 ? folder.resolve(parts[1]) : folder;
    try (Stream<Path> lying = Files.walk(own, parts.length > 2 ? DEPTH : 1)) {
      return lying.filter(Files::isRegularFile).noneMatch(Attachments::isToBeTaken);
    } catch (NoSuchFileException taken) {
      return folders.isThere(unit.office());
    } catch (IOException | UncheckedIOException unknown) {
      return false;
    }
  }

  private static boolean isToBeTaken(Path file) {
    String name = file.getFileName().toString();
    return !Attachment.isNoise(name) && !OutboxFilter.isNeverTaken(name);
  }

  /**
   * The oldest letter that waits for a send unit to this addressee; no file joins it any more.
   *
   * @param files so many more the parcel may have
   * @param bytes so many more
   * @return empty when there is none, or it cannot go with this parcel
   */
  Optional<Letter> waitingFor(OfficeNumber office, OfficeNumber addressee, int files, long bytes)
      throws IOException {
    for (OutgoingUnit unit : units.open(office)) {
      if (unit.attachmentsTo().equals(Optional.of(addressee)) && areWhole(unit)) {
        units.tryLater(unit, clock.instant());
        return fitting(unit, files, bytes);
      }
    }
    return Optional.empty();
  }

  /** What may not go is told when its own turn comes, and stops no rows. */
  private Optional<Letter> fitting(OutgoingUnit unit, int files, long bytes) throws IOException {
    try {
      Letter letter = read(new OutgoingWork(unit, arrivals.ofUnit(unit)));
      return Optional.of(letter).filter(it -> it.files().size() <= files && it.size() <= bytes);
    } catch (RefusedException refused) {
      return Optional.empty();
    }
  }

  /**
   * Reads a letter that goes by itself.
   *
   * @throws RefusedException when it may not go, or is only a message
   */
  Letter alone(OutgoingWork work) throws RefusedException, IOException {
    Letter letter = read(work);
    if (letter.files().isEmpty()) {
      throw refused(work, HubFinding.MESSAGE_ALONE);
    }
    return letter;
  }

  private Letter read(OutgoingWork work) throws RefusedException, IOException {
    OfficeNumber to =
        work.unit().attachmentsTo().orElseThrow(() -> refused(work, HubFinding.ATTACHED_NOWHERE));
    List<FileReport> reports = new ArrayList<>();
    List<Letter.Item> items = new ArrayList<>();
    Set<String> names = new HashSet<>();
    String message = "";
    for (Arrival arrival : work.arrivals()) {
      String own = Attachment.fileName(arrival.name());
      if (MessageText.isNamed(own)) {
        message = message(arrival, reports);
      } else {
        faultOf(arrival, own, to).ifPresent(fault -> reports.add(fault.of(arrival.name())));
        items.add(
            new Letter.Item(free(SafeNames.of(own), names), arrival.content(), arrival.size()));
      }
    }
    long size = items.stream().mapToLong(Letter.Item::size).sum();
    if (items.size() > settings.maximumFiles() || size > settings.maximumParcelSize().bytes()) {
      reports.add(HubFinding.ATTACHED_TOO_MANY.of(work.arrivals().get(0).name()));
    }
    if (!reports.isEmpty()) {
      throw new RefusedException(work, reports);
    }
    return new Letter(work.unit(), message, items);
  }

  private static RefusedException refused(OutgoingWork work, HubFinding finding) {
    return new RefusedException(
        work, work.arrivals().stream().map(arrival -> finding.of(arrival.name())).toList());
  }

  private String message(Arrival arrival, List<FileReport> reports) throws IOException {
    Optional<String> text =
        arrival.size() > settings.maximumSize().bytes()
            ? Optional.empty()
            : MessageText.read(vault.read(arrival.content()));
    Optional<HubFinding> fault =
        text.isEmpty()
            ? Optional.of(HubFinding.MESSAGE_CHARACTERS)
            : rules.faultOf(text.get()).map(Attachments::finding);
    fault.ifPresent(finding -> reports.add(finding.of(arrival.name())));
    return text.orElse("");
  }

  private static HubFinding finding(ParcelRules.MessageFault fault) {
    return switch (fault) {
      case LENGTH -> HubFinding.MESSAGE_LENGTH;
      case CHARACTER -> HubFinding.MESSAGE_CHARACTERS;
    };
  }

  /** A CSV, or a name of the standard, would be taken for a part of a send unit. */
  private Optional<HubFinding> faultOf(Arrival arrival, String name, OfficeNumber to)
      throws IOException {
    boolean isOfStandard =
        FileName.kindOf(name).isPresent()
            || AttachmentKinds.data()
                .ofName(name)
                .filter(kind -> kind.group() == AttachmentKind.Group.CSV)
                .isPresent();
    if (isOfStandard) {
      return Optional.of(HubFinding.ATTACHED_KIND);
    }
    if (name.startsWith(Consenting.NAMED) && !consentsGoTo.test(to)) {
      return Optional.of(HubFinding.CONSENT_NOT_AGREED);
    }
    if (arrival.size() > settings.maximumSize().bytes()) {
      return Optional.of(HubFinding.ATTACHED_SIZE);
    }
    return rules
        .faultOf(new ParcelFile(SafeNames.of(name), vault.read(arrival.content())), to)
        .map(Attachments::finding);
  }

  private static HubFinding finding(ParcelRules.Fault fault) {
    return switch (fault) {
      case KIND -> HubFinding.ATTACHED_KIND;
      case CONTENT -> HubFinding.ATTACHED_CONTENT;
      case SIZE -> HubFinding.ATTACHED_SIZE;
    };
  }

  /** Windows takes names that differ in case only for one. */
  static String free(String name, Set<String> taken) {
    int dot = name.lastIndexOf('.') > 0 ? name.lastIndexOf('.') : name.length();
    String free = name;
    for (int copy = 2; !taken.add(free.toLowerCase(Locale.ROOT)); copy++) {
      free = name.substring(0, dot) + " (" + copy + ")" + name.substring(dot);
    }
    return free;
  }
}
