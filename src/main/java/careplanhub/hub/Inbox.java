package careplanhub.hub;

import careplanhub.hub.IncomingWork.NamedBytes;
import careplanhub.ledger.Reception;
import careplanhub.ledger.Receptions;
import careplanhub.office.ChannelName;
import careplanhub.office.OfficeChannel;
import careplanhub.standard.Finding;
import careplanhub.store.Checkpoints;
import careplanhub.store.Content;
import careplanhub.store.FileLayer;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes received files into an inbox so that each appears whole, once. They are staged under
 * hidden names and synced; the ledger notes it; then they are renamed. After a crash a staged file
 * that is not there was renamed, even when the office's software has taken it away since; in a
 * folder that is gone it says nothing. Safe for every thread.
 */
public final class Inbox {
  private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);

  /** How the hidden name of a file ends that no software takes. */
  private static final String BESIDE = "-beside.tmp";

  private final OfficeFolders folder;
  private final FileLayer layer;
  private final Receptions receptions;
  private final Changes changes;

  Inbox(OfficeFolders folder, FileLayer layer, Receptions receptions, Changes changes) {
    this.folder = folder;
    this.layer = layer;
    this.receptions = receptions;
    this.changes = changes;
  }

  /**
   * Stages the files beside the inbox's visible ones and notes them; nothing to do when that was
   * noted before.
   */
  public Reception stage(IncomingWork work) throws IOException {
    Reception reception = work.reception();
    if (reception.state() == Reception.State.STAGED) {
      return reception;
    }
    List<Receptions.StagedFile> staged;
    try {
      staged = stagedIn(folder.inbox(reception.office()), work);
    } catch (IOException e) {
      LOG.warn(Troubles.folder(reception.office(), folder.inbox(reception.office()), e));
      throw e;
    }
    Checkpoints.reached("deliver-staged");
    receptions.staged(reception, staged, errorCodes(work), work.translatedBy());
    Checkpoints.reached("deliver-staged-noted");
    return reception;
  }

  private List<Receptions.StagedFile> stagedIn(Path inbox, IncomingWork work) throws IOException {
    Reception reception = work.reception();
    folder.require(reception.office(), inbox);
    List<Receptions.StagedFile> staged = new ArrayList<>();
    for (NamedBytes output : work.outputs()) {
      staged.add(staged(inbox, reception, staged.size(), ".tmp", output));
    }
    for (NamedBytes beside : work.beside().files()) {
      staged.add(staged(inbox, reception, staged.size(), BESIDE, beside));
    }
    layer.syncDirectory(inbox);
    return staged;
  }

  private Receptions.StagedFile staged(
      Path inbox, Reception reception, int position, String ending, NamedBytes output)
      throws IOException {
    String hidden = "." + reception.id() + "-" + position + ending;
    layer.delete(inbox.resolve(hidden));
    layer.writeSynced(inbox.resolve(hidden), FileLayer.Access.SHARED, Content.of(output.bytes()));
    return new Receptions.StagedFile(hidden, output.name());
  }

  private static List<String> errorCodes(IncomingWork work) {
    return Stream.concat(work.reports().stream(), work.beside().reports().stream())
        .flatMap(report -> report.findings().stream())
        .filter(Finding::isError)
        .map(Finding::code)
        .toList();
  }

  /**
   * Gives the staged files their names.
   *
   * @return the office and the channel, as a hint for the next stage
   */
  public String publish(Reception reception) throws IOException {
    Path inbox = folder.inbox(reception.office());
    for (Receptions.StagedFile file : receptions.stagedFiles(reception)) {
      Path staged = inbox.resolve(file.stagedName());
      do {
        rename(reception, file, inbox);
        folder.require(reception.office(), inbox);
      } while (Files.exists(staged));
      Checkpoints.reached("deliver-renamed");
    }
    layer.syncDirectory(inbox);
    receptions.delivered(reception);
    Checkpoints.reached("deliver-noted");
    LOG.info("office {}: reception {} delivered", reception.office(), reception.id());
    changes.touch(reception.office());
    return new OfficeChannel(reception.office(), channel(reception)).toString();
  }

  private static ChannelName channel(Reception reception) {
    return ChannelName.of(reception.channel())
        .orElseThrow(() -> new IllegalStateException("a reception came over no known channel"));
  }

  /** A name that differs from the noted one is noted first: by it the file is looked for later. */
  private void rename(Reception reception, Receptions.StagedFile file, Path inbox)
      throws IOException {
    Path staged = inbox.resolve(file.stagedName());
    String noted = file.name();
    while (Files.exists(staged)) {
      Path free = Intake.free(inbox, noted);
      String name = String.valueOf(free.getFileName());
      if (!name.equals(noted)) {
        receptions.renamed(reception, file, name);
        noted = name;
      }
      try {
        layer.rename(staged, free);
      } catch (FileAlreadyExistsException e) {
        LOG.debug("a name was taken meanwhile");
      }
    }
  }

  /**
   * Whether an office took all files of a delivered reception away; attachments and message, which
   * no software takes, count when nothing else came. What the hub itself removes after a while was
   * not taken, so nothing is said of a reception as old as that.
   *
   * @throws IOException when the folder is not there, so that it says nothing
   */
  boolean isTaken(Reception reception, Instant keptSince) throws IOException {
    Instant delivered = reception.deliveredAt();
    if (delivered == null || delivered.isBefore(keptSince)) {
      return false;
    }
    Path inbox = folder.inbox(reception.office());
    List<Receptions.StagedFile> all = receptions.stagedFiles(reception);
    boolean hasRows = all.stream().anyMatch(file -> !file.stagedName().endsWith(BESIDE));
    List<String> names =
        all.stream()
            .filter(file -> !hasRows || !file.stagedName().endsWith(BESIDE))
            .map(Receptions.StagedFile::name)
            .toList();
    for (String name : names) {
      boolean reason = names.stream().anyMatch(other -> ReasonText.isOf(name, other));
      if (!reason && Files.exists(inbox.resolve(name))) {
        return false;
      }
    }
    folder.require(reception.office(), inbox);
    return true;
  }
}
