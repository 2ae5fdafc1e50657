package careplanhub.channel.sftp;

import careplanhub.security.OfficeKey;
import careplanhub.standard.OfficeNumber;
import java.io.IOException;
import java.util.List;

/** The keys of our offices, as they are at this moment. */
public interface SftpOffices {
  /**
   * The key with which an office signs.
   *
   * @throws IOException when there is none that can be used
   */
  OfficeKey signingKeyOf(OfficeNumber office) throws IOException;

  /**
   * The keys for which something may be enveloped, as also those before a renewal.
   *
   * @throws IOException when they cannot be read
   */
  List<OfficeKey> openingKeysOf(OfficeNumber office) throws IOException;
}
