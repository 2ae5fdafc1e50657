package careplanhub.hub;

import careplanhub.channel.ChannelException;
import careplanhub.ledger.Parcel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What is known of the attempts to send a parcel that had no answer yet. A parcel may be there
 * although nobody said so; then its first light is unknown, and stays so until there is an answer.
 * What was learnt is lost with the process, and what was tried before counts as unknown. Safe for
 * every thread.
 */
final class SendTroubles {
  private static final String UNKNOWN = "不明";
  private static final int HANDED_OVER = ListRows.SENT_COLUMNS.indexOf("渡した");
  private static final int STATE = ListRows.SENT_COLUMNS.indexOf("状態");

  /** The attempts of which it is known that they had no effect, and why the last one failed. */
  private record Tried(int certainlyNothing, String reasonJapanese) {}

  private final Map<String, Tried> tried = new ConcurrentHashMap<>();

  /** Notes why an attempt failed. */
  void failed(Parcel parcel, Exception trouble) {
    Optional<ChannelException> told = told(trouble);
    boolean nothing = told.isPresent() && !told.get().leavesOutcomeOpen();
    String reason = told.map(failure -> failure.reason().messageJapanese()).orElse("");
    tried.merge(
        parcel.id(),
        new Tried(nothing ? 1 : 0, reason),
        (before, now) ->
            new Tried(before.certainlyNothing() + now.certainlyNothing(), now.reasonJapanese()));
  }

  /** There is an answer, so nothing is unknown any more. */
  void answered(Parcel parcel) {
    tried.remove(parcel.id());
  }

  /** A row of the sent list with what is known of a parcel that is still to be sent. */
  List<String> shown(Parcel parcel, List<String> row) {
    if (parcel.state() != Parcel.State.READY || parcel.attempts() == 0) {
      return row;
    }
    Tried known = tried.getOrDefault(parcel.id(), new Tried(0, ""));
    List<String> shown = new ArrayList<>(row);
    if (known.certainlyNothing() < parcel.attempts()) {
      shown.set(HANDED_OVER, UNKNOWN);
    }
    if (!known.reasonJapanese().isEmpty()) {
      shown.set(STATE, row.get(STATE) + " " + known.reasonJapanese());
    }
    return List.copyOf(shown);
  }

  private static Optional<ChannelException> told(Throwable trouble) {
    for (Throwable cause = trouble; cause != null; cause = cause.getCause()) {
      if (cause instanceof ChannelException failure) {
        return Optional.of(failure);
      }
    }
    return Optional.empty();
  }
}
