package careplanhub.hub;

import careplanhub.channel.sftp.SftpPartners;
import careplanhub.office.Directory;
import careplanhub.office.SftpAccess;
import careplanhub.standard.OfficeNumber;
import java.util.Map;
import java.util.Optional;

/** The partners of the directory with whom we share folders on SFTP servers. */
record DirectorySftpPartners(Directory directory) implements SftpPartners {
  @Override
  public Map<OfficeNumber, SftpAccess> all() {
    return directory.sftpPartners();
  }

  @Override
  public Optional<String> nameOf(OfficeNumber partner) {
    return directory.nameOf(partner);
  }
}
