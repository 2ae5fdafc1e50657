package careplanhub.channel.sftp;

import careplanhub.office.SftpAccess;
import careplanhub.standard.OfficeNumber;
import java.util.Map;
import java.util.Optional;

/** The partners with whom we share folders, as they are written at this moment. */
public interface SftpPartners {
  /** The partners and where their folders are, in a fixed order. */
  Map<OfficeNumber, SftpAccess> all();

  /** A partner's name. */
  Optional<String> nameOf(OfficeNumber partner);
}
