package careplanhub.channel.client;

import careplanhub.channel.EntryFile;
import careplanhub.channel.OutgoingParcel;
import careplanhub.channel.ParcelFile;
import careplanhub.channel.SendOutcome;
import careplanhub.channel.SentEntry;
import careplanhub.standard.OfficeNumber;
import careplanhub.store.FileLayer;
import careplanhub.store.NewFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way out: parcels wait, are put together into folders, and are sent when a person says so.
 * What a folder holds is noted before it is made; it is shown whole by one rename, noted as shown,
 * and only then do its parcels stop waiting, so that every step can be repeated. Safe for every
 * thread.
 */
final class HandOver {
  private static final Logger LOG = LoggerFactory.getLogger(HandOver.class);

  private final ClientPlaces places;
  private final Function<OfficeNumber, String> names;
  private final FileLayer layer;
  private final Clock clock;
  private final Duration listed;
  private final Batching batching;
  private final WaitingParcels waiting;
  private final FolderBook book;
  private final Statements statements;
  private final FolderNames folderNames;
  private final Checklist checklist = new Checklist();
  private final Map<OfficeNumber, Object> locks = new ConcurrentHashMap<>();
  private final Map<OfficeNumber, Long> turns = new ConcurrentHashMap<>();

  /**
   * @param names an office's name, empty when unknown
   * @param listed how long a parcel is listed after all was said of its folder
   */
  HandOver(
      ClientPlaces places,
      Function<OfficeNumber, String> names,
      Batching batching,
      FolderBook book,
      Statements statements,
      FileLayer layer,
      Clock clock,
      Duration listed) {
    this.places = places;
    this.names = names;
    this.batching = batching;
    this.book = book;
    this.statements = statements;
    this.layer = layer;
    this.clock = clock;
    this.listed = listed;
    this.waiting = new WaitingParcels(layer);
    this.folderNames = new FolderNames(book);
  }

  /** Lays the parcel ready; one that was laid ready before stays where it is. */
  SendOutcome prepare(OutgoingParcel parcel) throws IOException {
    ClientPlace place = places.usable(parcel.from());
    synchronized (lock(place)) {
      if (book.holds(place, parcel.id()) || waiting.hold(place, parcel.id())) {
        return new SendOutcome.Prepared();
      }
      Optional<SendOutcome> refused =
          UploadRules.refusal(parcel, place.profile()).map(SendOutcome.class::cast);
      if (refused.isPresent()) {
        return refused.get();
      }
      waiting.keep(place, described(parcel, nextTurn(place)), parcel);
      return new SendOutcome.Prepared();
    }
  }

  /** Asked while the office is locked; a clock may stand still or go back, turns do not. */
  private long nextTurn(ClientPlace place) throws IOException {
    Long last = turns.get(place.office());
    if (last == null) {
      last = 0L;
      for (HandOverFolder folder : book.all(place)) {
        for (HandOverParcel parcel : folder.parcels()) {
          last = Math.max(last, parcel.turn());
        }
      }
      for (HandOverParcel parcel : waiting.all(place)) {
        last = Math.max(last, parcel.turn());
      }
    }
    turns.put(place.office(), last + 1);
    return last + 1;
  }

  private HandOverParcel described(OutgoingParcel parcel, long turn) {
    return new HandOverParcel(
        turn,
        parcel.id(),
        parcel.to(),
        names.apply(parcel.to()),
        parcel.message(),
        clock.instant(),
        parcel.files().stream().map(HandOver::described).toList());
  }

  private static EntryFile described(ParcelFile file) {
    return ListedFiles.sent(file.name(), file.content());
  }

  /** Shows the folders whose time has come, and puts away those of which all was said. */
  void look(OfficeNumber office) throws IOException {
    ClientPlace place = places.usable(office);
    synchronized (lock(place)) {
      for (HandOverFolder folder : book.all(place)) {
        if (!folder.shown()) {
          show(place, folder);
        }
      }
      Optional<List<HandOverParcel>> next = next(place);
      while (next.isPresent()) {
        Instant now = clock.instant();
        HandOverFolder folder =
            new HandOverFolder(folderNames.next(place, now), now, false, next.get());
        book.note(place, folder);
        show(place, folder);
        next = next(place);
      }
      for (HandOverFolder folder : book.all(place)) {
        putAway(place, folder);
      }
    }
  }

  private Optional<List<HandOverParcel>> next(ClientPlace place) throws IOException {
    List<HandOverParcel> free = new ArrayList<>();
    for (HandOverParcel parcel : waiting.all(place)) {
      if (book.holds(place, parcel.id())) {
        waiting.remove(place, parcel.id());
      } else {
        free.add(parcel);
      }
    }
    return batching.next(free, place.profile(), clock.instant());
  }

  private void show(ClientPlace place, HandOverFolder folder) throws IOException {
    Path target = place.handOver().resolve(folder.name());
    if (Files.notExists(target)) {
      try (NewFolder made = NewFolder.shared(target, place.staging(), layer)) {
        for (HandOverParcel parcel : folder.parcels()) {
          for (int position = 0; position < parcel.files().size(); position++) {
            made.write(
                ClientPlace.DATA + "/" + parcel.files().get(position).name(),
                waiting.content(place, parcel, position));
          }
        }
        made.write(ClientPlace.CHECKLIST + ".html", checklist.html(place, folder));
        made.write(ClientPlace.CHECKLIST + ".csv", checklist.csv(folder));
        made.publish();
      }
    }
    book.note(place, folder.nowShown());
    for (HandOverParcel parcel : folder.parcels()) {
      waiting.remove(place, parcel.id());
    }
    LOG.info(
        "office {}: folder {} of {} files is ready to be uploaded",
        place.office(),
        folder.name(),
        folder.lines().size());
  }

  /** A folder that somebody still has open is put away later. */
  private void putAway(ClientPlace place, HandOverFolder folder) throws IOException {
    Path shown = place.handOver().resolve(folder.name());
    if (!Files.isDirectory(shown) || statements.of(place, folder).size() < folder.lines().size()) {
      return;
    }
    try {
      Path away = Trees.free(place.sent(), folder.name());
      layer.rename(shown, away);
      Files.setLastModifiedTime(away, FileTime.from(clock.instant()));
    } catch (IOException e) {
      LOG.debug("office {}: folder {} is in use", place.office(), folder.name());
    }
  }

  /** What lies ready, waits for a person, or was sent not too long ago; the oldest first. */
  List<SentEntry> sent(OfficeNumber office) throws IOException {
    ClientPlace place = places.usable(office);
    List<SentEntry> entries = new ArrayList<>();
    synchronized (lock(place)) {
      for (HandOverFolder folder : book.all(place)) {
        Map<Integer, Statement> said = statements.of(place, folder);
        if (!isLongAgo(folder, said)) {
          folder.parcels().forEach(parcel -> entries.add(entry(place, folder, parcel, said)));
        }
      }
      for (HandOverParcel parcel : waiting.all(place)) {
        if (!book.holds(place, parcel.id())) {
          entries.add(entry(parcel, null, ""));
        }
      }
    }
    return entries;
  }

  private boolean isLongAgo(HandOverFolder folder, Map<Integer, Statement> said) {
    return said.size() == folder.lines().size()
        && said.values().stream()
            .allMatch(word -> word.saidAt().plus(listed).isBefore(clock.instant()));
  }

  /** A parcel was sent when its last file was. */
  private static SentEntry entry(
      ClientPlace place,
      HandOverFolder folder,
      HandOverParcel parcel,
      Map<Integer, Statement> said) {
    List<Statement> own =
        folder.linesOf(parcel).stream()
            .flatMap(line -> Optional.ofNullable(said.get(line)).stream())
            .toList();
    if (own.size() < parcel.files().size()) {
      return entry(parcel, null, "");
    }
    Instant sentAt = own.stream().map(Statement::sentAt).max(Instant::compareTo).orElseThrow();
    return entry(parcel, sentAt, Proof.of(place, folder, own));
  }

  private static SentEntry entry(HandOverParcel parcel, @Nullable Instant sentAt, String proof) {
    return new SentEntry(
        parcel.id(),
        sentAt,
        parcel.message(),
        parcel.addressee(),
        parcel.addresseeName(),
        parcel.files(),
        false,
        null,
        null,
        proof,
        "");
  }

  private Object lock(ClientPlace place) {
    return locks.computeIfAbsent(place.office(), office -> new Object());
  }
}
