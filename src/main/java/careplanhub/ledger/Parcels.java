package careplanhub.ledger;

import careplanhub.standard.FileName;
import careplanhub.standard.FileNameException;
import careplanhub.standard.OfficeNumber;
import careplanhub.standard.Serial;
import careplanhub.store.Database;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** The parcels that go out. Safe for every thread. */
public final class Parcels {
  private final Database database;
  private final Evidence evidence;
  private final Questions questions;
  private final Enclosures enclosures;
  private final Clock clock;

  public Parcels(
      Database database,
      Evidence evidence,
      Questions questions,
      Enclosures enclosures,
      Clock clock) {
    this.database = database;
    this.evidence = evidence;
    this.questions = questions;
    this.enclosures = enclosures;
    this.clock = clock;
  }

  /**
   * Notes what a unit became: its parcels, none when nothing was left to send. The unit is done
   * with.
   *
   * @param translatedBy what the evidence shall say of the translation, such as an adapter's name
   *     and hash
   */
  public void pack(OutgoingUnit unit, List<Parcel> parcels, Map<String, String> translatedBy) {
    pack(unit, parcels, translatedBy, List.of(), List.of());
  }

  /**
   * What goes beside the files of a parcel.
   *
   * @param parcel its id
   * @param unit the id of the unit as which it arrived, which is done with too
   */
  public record Enclosed(String parcel, String unit, Enclosure enclosure) {}

  /**
   * The same.
   *
   * @param withdrawals what the parcels' deletes take of parcels that were sent before
   * @param enclosed what staff put beside the parcels' files
   */
  public void pack(
      OutgoingUnit unit,
      List<Parcel> parcels,
      Map<String, String> translatedBy,
      List<Withdrawal> withdrawals,
      List<Enclosed> enclosed) {
    database.write(
        handle -> {
          OutgoingUnits.state(handle, unit.id(), OutgoingUnit.State.PACKED);
          for (Parcel parcel : parcels) {
            ParcelRows.insert(handle, parcel);
            Map<String, String> details = packed(parcel, translatedBy);
            details.put("channel", parcel.channel());
            evidence.record(handle, EvidenceEntry.of("hub", "packed", parcel.id(), details));
          }
          Withdrawals.note(handle, evidence, withdrawals, clock.millis());
          for (Enclosed one : enclosed) {
            enclosures.enclose(handle, one.parcel(), one.unit(), one.enclosure());
          }
          return null;
        });
  }

  /**
   * Makes a new parcel of the same files for the same addressee, because a person wants them sent
   * again.
   *
   * @return empty when there is no parcel of this id
   */
  public Optional<Parcel> sendAgain(String id, String actor) {
    return database.write(
        handle -> {
          Optional<Parcel> again = find(handle, id).map(parcel -> parcel.again(clock.instant()));
          again.ifPresent(
              parcel -> {
                ParcelRows.insert(handle, parcel);
                Enclosures.copy(handle, id, parcel.id());
                evidence.record(
                    handle, EvidenceEntry.of(actor, "sent-again", parcel.id(), "was", id));
              });
          return again;
        });
  }

  /**
   * Whether the ledger still says of a parcel what the evidence says that was packed: who sends it
   * to whom, under which serial and with which contents. A flipped byte must not send it elsewhere.
   */
  public boolean isAsPacked(Parcel parcel) {
    Map<String, String> now = packed(parcel, Map.of());
    return database.<Boolean>read(
            handle -> PackedEvidence.of(handle, parcel.id()).filter(now::equals).isPresent())
        && parcel.files().stream()
            .allMatch(file -> file.isAttachment() || isBetween(file.name(), parcel));
  }

  /**
   * Notes, once, that a channel knows of a parcel that this ledger does not: the ledger is older
   * than what was sent.
   *
   * @return whether it was not noted before
   */
  public boolean unknownToLedger(String parcel, String channelHead) {
    return database.<Boolean>write(
        handle -> {
          if (EvidenceTables.lastOf(handle, Evidence.PARCEL_UNKNOWN, parcel).isPresent()) {
            return false;
          }
          evidence.record(
              handle,
              EvidenceEntry.of("hub", Evidence.PARCEL_UNKNOWN, parcel, "head", channelHead));
          return true;
        });
  }

  private static boolean isBetween(String name, Parcel parcel) {
    try {
      FileName parsed = FileName.parse(name);
      return parsed.from().equals(parcel.sender()) && parsed.to().equals(parcel.addressee());
    } catch (FileNameException e) {
      return false;
    }
  }

  private static Map<String, String> packed(Parcel parcel, Map<String, String> translatedBy) {
    Map<String, String> details = new TreeMap<>(translatedBy);
    details.put("unit", parcel.unitId());
    details.put("from", parcel.sender().value());
    details.put("to", parcel.addressee().value());
    details.put("serial", parcel.serial().value());
    for (int position = 0; position < parcel.files().size(); position++) {
      details.put("content" + (position + 1), parcel.files().get(position).content().hex());
    }
    return details;
  }

  /** Whether a parcel of this serial already went from one office to the other. */
  public boolean serialIsTaken(OfficeNumber sender, OfficeNumber addressee, Serial serial) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "SELECT 1 FROM parcel WHERE sender = :sender AND addressee = :addressee AND"
                        + " serial = :serial")
                .bind("sender", sender.value())
                .bind("addressee", addressee.value())
                .bind("serial", serial.value())
                .mapTo(Integer.class)
                .findFirst()
                .isPresent());
  }

  /** The lanes in which a parcel is to be tried now. */
  public List<String> lanesDue() {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "SELECT DISTINCT sender || '>' || addressee FROM parcel WHERE state = 'READY'"
                        + " AND next_attempt_at <= :now")
                .bind("now", clock.millis())
                .mapTo(String.class)
                .list());
  }

  /** The oldest parcel of a lane when its time has come; a later one never overtakes it. */
  public Optional<Parcel> next(String lane) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "SELECT id FROM (SELECT id, next_attempt_at FROM parcel WHERE state = 'READY'"
                        + " AND sender = :sender AND addressee = :addressee ORDER BY position"
                        + " LIMIT 1) AS head WHERE next_attempt_at <= :now")
                .bind("sender", lane.substring(0, lane.indexOf('>')))
                .bind("addressee", lane.substring(lane.indexOf('>') + 1))
                .bind("now", clock.millis())
                .mapTo(String.class)
                .findOne()
                .flatMap(id -> find(handle, id)));
  }

  /** The attempt came to nothing that is known; the same parcel is tried again later. */
  public void tryLater(Parcel parcel, Duration delay) {
    database.write(
        handle ->
            handle
                .createUpdate(
                    "UPDATE parcel SET attempts = attempts + 1, next_attempt_at = :next WHERE id ="
                        + " :id")
                .bind("next", clock.millis() + delay.toMillis())
                .bind("id", parcel.id())
                .execute());
  }

  /** The channel refused the parcel for good; a person is asked, the lane goes on. */
  public Question refused(Parcel parcel, String code, String text) {
    return database.write(
        handle -> {
          state(handle, parcel.id(), Parcel.State.REFUSED);
          evidence.record(
              handle,
              EvidenceEntry.of(
                  "hub",
                  "refused-by-channel",
                  parcel.id(),
                  "channel",
                  parcel.channel(),
                  "code",
                  code));
          return questions.ask(
              handle,
              parcel.sender(),
              Question.Kind.REFUSED_BY_CHANNEL,
              parcel.id(),
              text,
              List.of(new Question.Line("", text, null)));
        });
  }

  /** The parcel of this id. */
  public Optional<Parcel> find(String id) {
    return database.read(handle -> find(handle, id));
  }

  private static Optional<Parcel> find(Handle handle, String id) {
    return ParcelRows.select(handle, "WHERE id = :key", id).stream().findFirst();
  }

  /** What an office sent, newest first. */
  public List<Parcel> sentBy(OfficeNumber sender, int most) {
    return database.read(
        handle ->
            ParcelRows.select(
                handle,
                "WHERE sender = :key ORDER BY position DESC LIMIT " + most,
                sender.value()));
  }

  /**
   * The parcels with results or deletes of results of one service month that the addressees have or
   * will get, in the order of their serials.
   *
   * @param month 対象年月, six digits
   */
  public List<Parcel> resultsOf(OfficeNumber sender, String month) {
    return database.read(
        handle ->
            ParcelRows.select(
                handle,
                "WHERE state NOT IN ('REFUSED', 'GIVEN_UP') AND id IN (SELECT parcel_id FROM"
                    + " parcel_file WHERE substr(name, 3, 22) = :key UNION SELECT parcel_id FROM"
                    + " parcel_file WHERE substr(name, 4, 22) = :key) ORDER BY serial, position",
                "JSK_" + month + "_" + sender + "_"));
  }

  /**
   * What the addressee has or will get of a sender, in the order of the serials: what was neither
   * refused nor given up.
   */
  public List<Parcel> between(OfficeNumber sender, OfficeNumber addressee) {
    return database.read(
        handle ->
            ParcelRows.select(
                handle,
                "WHERE state NOT IN ('REFUSED', 'GIVEN_UP') AND addressee = '"
                    + addressee
                    + "' AND sender = :key ORDER BY serial, position",
                sender.value()));
  }

  /** How many parcels there are, by state. */
  public Map<Parcel.State, Long> countByState() {
    return database.read(
        handle ->
            handle
                .createQuery("SELECT state, COUNT(*) AS parcels FROM parcel GROUP BY state")
                .map(
                    (row, context) ->
                        Map.entry(
                            Parcel.State.valueOf(row.getString("state")), row.getLong("parcels")))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  static void state(Handle handle, String parcel, Parcel.State state) {
    handle
        .createUpdate("UPDATE parcel SET state = :state WHERE id = :id")
        .bind("state", state.name())
        .bind("id", parcel)
        .execute();
  }
}
