package careplanhub.channel.client;

import careplanhub.channel.EntryFile;
import careplanhub.office.ClientFolderSettings;
import careplanhub.office.ClientProfile;
import careplanhub.standard.OfficeNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What goes into the next folder, and when. A parcel is never divided; parcels to one addressee
 * keep their order over all folders. A folder is due when nothing more fits, when nothing came for
 * the settle time, or when its oldest parcel has waited long enough.
 */
final class Batching {
  private final ClientFolderSettings settings;

  Batching(ClientFolderSettings settings) {
    this.settings = settings;
  }

  /**
   * The next folder's parcels in upload order.
   *
   * @param waiting the oldest first
   */
  Optional<List<HandOverParcel>> next(
      List<HandOverParcel> waiting, ClientProfile profile, Instant now) {
    if (waiting.isEmpty()) {
      return Optional.empty();
    }
    Load load = new Load(profile);
    waiting.forEach(load::offer);
    boolean due =
        load.full
            || isOver(load.last().preparedAt(), settings.settleTime(), now)
            || isOver(load.first().preparedAt(), settings.longestWait(), now);
    return due ? Optional.of(load.inUploadOrder()) : Optional.empty();
  }

  /** A clock that was set back makes no wait longer. */
  private static boolean isOver(Instant since, Duration wait, Instant now) {
    return since.isAfter(now) || !since.plus(wait).isAfter(now);
  }

  private static final class Load {
    private final ClientProfile profile;
    private final List<HandOverParcel> parcels = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private final Set<OfficeNumber> closed = new HashSet<>();
    private int items;
    private long size;
    private boolean full;

    Load(ClientProfile profile) {
      this.profile = profile;
    }

    /** Takes the parcel if it fits; after one that does not, none of its addressee is taken. */
    void offer(HandOverParcel parcel) {
      OfficeNumber addressee = parcel.addressee();
      boolean other =
          profile.oneAddressee()
              && !parcels.isEmpty()
              && !parcels.get(0).addressee().equals(addressee);
      if (other || closed.contains(addressee)) {
        return;
      }
      boolean tooMuch =
          items + parcel.files().size() > profile.maximumItems()
              || size + parcel.size() > profile.maximumSize().bytes();
      if (tooMuch || parcel.files().stream().anyMatch(this::isTaken)) {
        closed.add(addressee);
        full |= tooMuch;
        return;
      }
      parcels.add(parcel);
      parcel.files().forEach(file -> names.add(UploadRules.nameKey(file.name())));
      items += parcel.files().size();
      size += parcel.size();
      full |= items == profile.maximumItems();
    }

    private boolean isTaken(EntryFile file) {
      return names.contains(UploadRules.nameKey(file.name()));
    }

    HandOverParcel first() {
      return parcels.get(0);
    }

    HandOverParcel last() {
      return parcels.get(parcels.size() - 1);
    }

    List<HandOverParcel> inUploadOrder() {
      return parcels.stream().sorted(Comparator.comparing(HandOverParcel::addressee)).toList();
    }
  }
}
