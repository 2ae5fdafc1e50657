package careplanhub.channel.sftp;

import careplanhub.standard.OfficeNumber;
import java.io.IOException;

/** Who is told of a parcel that is not taken. */
@FunctionalInterface
public interface SftpRefusals {
  /**
   * Tells the office; told twice of one parcel, it is told once.
   *
   * @param office whose it would have been
   * @param partner in whose folder it lay
   * @param parcelId what its name says
   * @param code a stable word
   * @param sentence Japanese: what is wrong and what the person does next
   */
  void refused(
      OfficeNumber office, OfficeNumber partner, String parcelId, String code, String sentence)
      throws IOException;
}
