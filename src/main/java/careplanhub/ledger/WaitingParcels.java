package careplanhub.ledger;

import careplanhub.office.ChannelName;
import careplanhub.standard.OfficeNumber;
import careplanhub.store.Database;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Parcels that are not sent before a person, or the directory, has said that their addressee exists
 * and which channel reaches it; and parcels that go on to another channel. An office is asked once
 * for an addressee, however many parcels wait. Safe for every thread.
 */
public final class WaitingParcels {
  /** What stands as the answer to a question that the directory has answered. */
  static final String WRITTEN_DOWN = "設定に記載";

  private final Database database;
  private final Evidence evidence;
  private final Questions questions;
  private final Clock clock;

  public WaitingParcels(Database database, Evidence evidence, Questions questions, Clock clock) {
    this.database = database;
    this.evidence = evidence;
    this.questions = questions;
    this.clock = clock;
  }

  /**
   * Who waits for whom.
   *
   * @param withoutChannel whether a channel is missing for some of the parcels
   */
  public record Pair(OfficeNumber sender, OfficeNumber addressee, boolean withoutChannel) {}

  /**
   * The parcel waits from now on.
   *
   * @param kind {@link Question.Kind#CONFIRM_PARTNER} or {@link Question.Kind#CHOOSE_CHANNEL}
   * @param text Japanese: what is asked
   * @return the question, unless the office is asked already
   */
  public Optional<Question> ask(Parcel parcel, Question.Kind kind, String text) {
    String addressee = parcel.addressee().value();
    return database.write(
        handle -> {
          Parcels.state(handle, parcel.id(), Parcel.State.WAITING);
          evidence.record(
              handle, EvidenceEntry.of("hub", "waits", parcel.id(), "kind", kind.name()));
          if (!open(handle, parcel.sender().value(), kind, addressee).isEmpty()) {
            return Optional.empty();
          }
          return Optional.of(
              questions.ask(
                  handle,
                  parcel.sender(),
                  kind,
                  addressee,
                  text,
                  List.of(new Question.Line("", "送信先 " + addressee, null))));
        });
  }

  /** For whom parcels wait. */
  public List<Pair> pairs() {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "SELECT sender, addressee, MIN(channel) = '' AS bare FROM parcel WHERE state ="
                        + " 'WAITING' GROUP BY sender, addressee")
                .map(
                    (row, context) ->
                        new Pair(
                            new OfficeNumber(row.getString("sender")),
                            new OfficeNumber(row.getString("addressee")),
                            row.getBoolean("bare")))
                .list());
  }

  /**
   * The directory says by now that the addressee exists, and perhaps by which channel it is
   * reached: what waited for that goes on, and nobody is asked any more.
   *
   * @param channel for the parcels that have none; null when there is still none
   */
  public void release(Pair pair, @Nullable ChannelName channel) {
    database.update(
        handle -> {
          String sender = pair.sender().value();
          String addressee = pair.addressee().value();
          close(handle, sender, Question.Kind.CONFIRM_PARTNER, addressee);
          close(handle, sender, Question.Kind.CHECK_FAX_NUMBER, addressee);
          if (channel != null) {
            choose(handle, sender, addressee, channel.word());
            close(handle, sender, Question.Kind.CHOOSE_CHANNEL, addressee);
          }
          ready(handle, sender, addressee);
          evidence.record(
              handle,
              EvidenceEntry.of("hub", "released-by-directory", addressee, "office", sender));
        });
  }

  /** The channel does not know the addressee; the same parcel goes on to another. */
  public void fallBack(Parcel parcel, ChannelName next, String code) {
    database.update(
        handle -> {
          changeChannel(handle, parcel.id(), next.word(), clock.millis());
          evidence.record(
              handle,
              EvidenceEntry.of(
                  "hub",
                  "fell-back",
                  parcel.id(),
                  "code",
                  code,
                  "channel",
                  parcel.channel(),
                  "next",
                  next.word()));
        });
  }

  private List<String> open(Handle handle, String office, Question.Kind kind, String subject) {
    return handle
        .createQuery(
            "SELECT id FROM question WHERE office = :office AND kind = :kind AND subject = :subject"
                + " AND answered_at IS NULL")
        .bind("office", office)
        .bind("kind", kind.name())
        .bind("subject", subject)
        .mapTo(String.class)
        .list();
  }

  private void close(Handle handle, String office, Question.Kind kind, String subject) {
    open(handle, office, kind, subject)
        .forEach(id -> Questions.close(handle, id, WRITTEN_DOWN, clock.millis()));
  }

  /** Gives the waiting parcels between two offices that have no channel one. */
  static void choose(Handle handle, String sender, String addressee, String channel) {
    handle
        .createUpdate(
            "UPDATE parcel SET channel = :channel WHERE state = 'WAITING' AND channel = '' AND"
                + " sender = :sender AND addressee = :addressee")
        .bind("channel", channel)
        .bind("sender", sender)
        .bind("addressee", addressee)
        .execute();
  }

  /** Lets the waiting parcels between two offices go on that have a channel. */
  static void ready(Handle handle, String sender, String addressee) {
    handle
        .createUpdate(
            "UPDATE parcel SET state = 'READY' WHERE state = 'WAITING' AND channel <> '' AND sender"
                + " = :sender AND addressee = :addressee")
        .bind("sender", sender)
        .bind("addressee", addressee)
        .execute();
  }

  /** Lets all waiting parcels to an addressee go on, whoever sends them. */
  static void ready(Handle handle, String addressee) {
    handle
        .createUpdate(
            "UPDATE parcel SET state = 'READY' WHERE state = 'WAITING' AND addressee = :addressee")
        .bind("addressee", addressee)
        .execute();
  }

  static void giveUp(Handle handle, String sender, String addressee) {
    handle
        .createUpdate(
            "UPDATE parcel SET state = 'GIVEN_UP' WHERE state = 'WAITING' AND sender = :sender AND"
                + " addressee = :addressee")
        .bind("sender", sender)
        .bind("addressee", addressee)
        .execute();
  }

  static void changeChannel(Handle handle, String parcel, String channel, long now) {
    handle
        .createUpdate(
            "UPDATE parcel SET channel = :channel, state = 'READY', attempts = 0, next_attempt_at ="
                + " :now WHERE id = :id")
        .bind("channel", channel)
        .bind("now", now)
        .bind("id", parcel)
        .execute();
  }
}
