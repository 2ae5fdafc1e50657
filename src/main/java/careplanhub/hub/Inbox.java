package careplanhub.hub;

import careplanhub.hub.IncomingWork.NamedBytes;
import careplanhub.ledger.Reception;
import careplanhub.ledger.Receptions;
import careplanhub.standard.Finding;
import careplanhub.store.Checkpoints;
import careplanhub.store.Content;
import careplanhub.store.FileLayer;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
    for (int position = 0; position < work.outputs().size(); position++) {
      NamedBytes output = work.outputs().get(position);
      String hidden = "." + reception.id() + "-" + position + ".tmp";
      layer.delete(inbox.resolve(hidden));
      layer.writeSynced(inbox.resolve(hidden), FileLayer.Access.SHARED, Content.of(output.bytes()));
      staged.add(new Receptions.StagedFile(hidden, output.name()));
    }
    layer.syncDirectory(inbox);
    return staged;
  }

  private static List<String> errorCodes(IncomingWork work) {
    return work.reports().stream()
        .flatMap(report -> report.findings().stream())
        .filter(Finding::isError)
        .map(Finding::code)
        .toList();
  }

  /**
   * Gives the staged files their names.
   *
   * @return the office, as a hint for the next stage
   */
  public String publish(Reception reception) throws IOException {
    Path inbox = folder.inbox(reception.office());
    for (Receptions.StagedFile file : receptions.stagedFiles(reception)) {
      Path staged = inbox.resolve(file.stagedName());
      do {
        rename(staged, inbox, file.name());
        folder.require(reception.office(), inbox);
      } while (Files.exists(staged));
      Checkpoints.reached("deliver-renamed");
    }
    layer.syncDirectory(inbox);
    receptions.delivered(reception);
    Checkpoints.reached("deliver-noted");
    LOG.info("office {}: reception {} delivered", reception.office(), reception.id());
    changes.touch(reception.office());
    return reception.office().value();
  }

  private void rename(Path staged, Path inbox, String name) throws IOException {
    while (Files.exists(staged)) {
      try {
        layer.rename(staged, Intake.free(inbox, name));
      } catch (FileAlreadyExistsException e) {
        LOG.debug("a name was taken meanwhile");
      }
    }
  }
}
