package careplanhub.hub;

import careplanhub.channel.ParcelFile;
import careplanhub.channel.ParcelRules;
import careplanhub.hub.IncomingWork.NamedBytes;
import careplanhub.ledger.Reception;
import careplanhub.standard.FileName;
import careplanhub.standard.FileReport;
import careplanhub.standard.OfficeNumber;
import careplanhub.store.Checkpoints;
import careplanhub.store.DurableFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Parts what came in a parcel: files of the standard go on to the office's software, attachments
 * and the message will lie beside them, and what is not what its name says, or nobody agreed to,
 * goes into the office's error folder under an ending that no program opens. The rest of the parcel
 * goes on. Safe for every thread.
 */
public final class ReceivedAttachments {
  private static final Logger LOG = LoggerFactory.getLogger(ReceivedAttachments.class);

  /** What is added to the name of a file that nobody shall open by a click. */
  static final String QUARANTINED = ".隔離";

  private final OfficeFolders folders;
  private final DurableFiles files;
  private final ParcelRules rules;

  ReceivedAttachments(OfficeFolders folders, DurableFiles files, ParcelRules rules) {
    this.folders = folders;
    this.files = files;
    this.rules = rules;
  }

  /** Parts the files; done twice it puts nothing into quarantine twice. */
  public IncomingWork screen(IncomingWork work) throws IOException {
    Reception reception = work.reception();
    List<NamedBytes> rest = new ArrayList<>();
    List<NamedBytes> beside = new ArrayList<>();
    List<FileReport> reports = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (NamedBytes file : work.files()) {
      Optional<HubFinding> fault = faultOf(file, reception.sender());
      if (fault.isPresent()) {
        reports.add(quarantine(reception, file, fault.get()));
      } else if (FileName.kindOf(file.name()).isPresent()) {
        rest.add(file);
      } else {
        beside.add(
            new NamedBytes(Attachments.free(SafeNames.of(file.name()), names), file.bytes()));
      }
    }
    if (!reception.message().isEmpty()) {
      String name = "連絡文_" + reception.sender() + "_" + serial(reception) + ".txt";
      beside.add(
          new NamedBytes(Attachments.free(name, names), MessageText.file(reception.message())));
    }
    return work.parted(rest, new IncomingWork.Beside(beside, reports));
  }

  private static String serial(Reception reception) {
    return reception.serial().equals(Reception.NO_SERIAL)
        ? reception.parcelId().substring(0, Math.min(8, reception.parcelId().length()))
        : reception.serial();
  }

  private Optional<HubFinding> faultOf(NamedBytes file, OfficeNumber sender) {
    return rules
        .faultOf(new ParcelFile(SafeNames.of(file.name()), file.bytes()), sender)
        .map(
            fault ->
                switch (fault) {
                  case KIND -> HubFinding.RECEIVED_KIND;
                  case CONTENT -> HubFinding.RECEIVED_CONTENT;
                  case SIZE -> HubFinding.RECEIVED_SIZE;
                });
  }

  private FileReport quarantine(Reception reception, NamedBytes file, HubFinding fault)
      throws IOException {
    String name = SafeNames.of(file.name());
    FileReport report = fault.of(name);
    Path error = folders.error(reception.office());
    folders.require(reception.office(), error);
    Path target = error.resolve(reception.id() + "_" + name + QUARANTINED);
    files.replaceWhole(
        ReasonText.beside(target),
        ReasonText.ofQuarantined(reception.sender(), name, List.of(report)));
    if (!Files.exists(target)) {
      files.writeWhole(target, file.bytes());
    }
    Checkpoints.reached("quarantine-file-placed");
    LOG.warn("reception {}: a file is in quarantine", reception.id());
    return report;
  }
}
