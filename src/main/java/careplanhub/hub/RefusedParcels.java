package careplanhub.hub;

import careplanhub.channel.sftp.SftpRefusals;
import careplanhub.ledger.Receptions;
import careplanhub.office.ChannelName;
import careplanhub.standard.OfficeNumber;
import careplanhub.store.DurableFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Tells an office of a parcel that was not taken: a text in its error folder, and an entry in the
 * evidence. Safe for every thread.
 */
record RefusedParcels(OfficeFolders folders, DurableFiles files, Receptions receptions)
    implements SftpRefusals {
  @Override
  public void refused(
      OfficeNumber office, OfficeNumber partner, String parcelId, String code, String sentence)
      throws IOException {
    receptions.notTaken(ChannelName.SFTP.word(), office, partner, parcelId, code);
    Path folder = folders.error(office);
    folders.require(office, folder);
    Path text = folder.resolve(parcelId + ".txt");
    if (!Files.exists(text)) {
      files.replaceWhole(text, ReasonText.ofNotTaken(partner, parcelId, sentence, code));
    }
  }
}
