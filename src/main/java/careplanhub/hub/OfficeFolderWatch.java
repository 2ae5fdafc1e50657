package careplanhub.hub;

import careplanhub.ledger.Receptions;
import careplanhub.office.Directory;
import careplanhub.office.Office;
import careplanhub.standard.OfficeNumber;
import careplanhub.store.DurableFiles;
import java.io.IOException;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks whether the offices' folders are there, makes what is missing in them, and says when one is
 * gone, such as a share that is not connected. One office's folder in trouble is no other's. Safe
 * for every thread.
 */
public final class OfficeFolderWatch {
  private static final Logger LOG = LoggerFactory.getLogger(OfficeFolderWatch.class);

  private final OfficeFolders folders;
  private final Directory directory;
  private final DurableFiles files;
  private final Receptions receptions;
  private final Set<OfficeNumber> gone =
      new ConcurrentSkipListSet<>((one, other) -> one.value().compareTo(other.value()));

  OfficeFolderWatch(
      OfficeFolders folders, Directory directory, DurableFiles files, Receptions receptions) {
    this.folders = folders;
    this.directory = directory;
    this.files = files;
    this.receptions = receptions;
  }

  /**
   * Before anything runs: makes the folders and clears what a kill left half-written in them; an
   * office whose folder is gone is passed over.
   */
  void begin() {
    look();
    for (Office office : directory.offices()) {
      if (!gone.contains(office.number())) {
        try {
          folders.removeUnfinished(office.number(), files, Instant.MAX);
        } catch (IOException e) {
          LOG.warn("office {}: leftovers stay, {}", office.number(), Troubles.nameOf(e));
        }
      }
    }
  }

  /** Looks at every office's folder once. */
  public void look() {
    directory.offices().forEach(office -> look(office.number()));
  }

  private void look(OfficeNumber office) {
    boolean there;
    try {
      there = folders.prepare(office, files, () -> receptions.stageAgain(office));
    } catch (IOException e) {
      LOG.debug("office {}: {}", office, Troubles.nameOf(e));
      there = false;
    }
    if (there && gone.remove(office)) {
      LOG.warn("事業所 {} のフォルダーが戻りました。続きを行います。", office);
    } else if (!there && gone.add(office)) {
      LOG.warn("事業所 {} のフォルダーを使えません。{}", office, remedy());
    }
  }

  /** Japanese: whose folders are gone and what to do; empty when all are there. */
  String trouble() {
    return gone.isEmpty()
        ? ""
        : "フォルダーを使えない事業所: "
            + new TreeSet<>(gone.stream().map(OfficeNumber::value).toList())
                .stream().collect(Collectors.joining(", "))
            + "。"
            + remedy();
  }

  private static String remedy() {
    return "共有フォルダーの接続と権限を確かめてください。戻れば自動で続きます。ほかの事業所は動いています。";
  }
}
