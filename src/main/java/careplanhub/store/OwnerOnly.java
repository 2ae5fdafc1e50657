package careplanhub.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Files and folders that only the owner of the process may read: POSIX rights, or an ACL on
 * Windows.
 */
final class OwnerOnly {
  private static final Set<OpenOption> NEW_FILE =
      Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

  private OwnerOnly() {}

  /** Opens a new file; when private, no other user can open it before or after it has content. */
  static FileChannel create(Path newFile, boolean ownerOnly) throws IOException {
    if (!ownerOnly) {
      return FileChannel.open(newFile, NEW_FILE);
    }
    if (hasPosixRights(newFile)) {
      return FileChannel.open(
          newFile,
          NEW_FILE,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    FileChannel channel = FileChannel.open(newFile, NEW_FILE);
    try {
      restrictByAcl(newFile);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
    return channel;
  }

  /** Takes the rights of everyone but the owner from a directory. */
  static void restrictDirectory(Path directory) throws IOException {
    if (hasPosixRights(directory)) {
      Files.setPosixFilePermissions(
          directory,
          EnumSet.of(
              PosixFilePermission.OWNER_READ,
              PosixFilePermission.OWNER_WRITE,
              PosixFilePermission.OWNER_EXECUTE));
    } else {
      restrictByAcl(directory);
    }
  }

  private static boolean hasPosixRights(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  private static void restrictByAcl(Path path) throws IOException {
    AclFileAttributeView view = Files.getFileAttributeView(path, AclFileAttributeView.class);
    if (view == null) {
      return;
    }
    AclEntry ownerMayAll =
        AclEntry.newBuilder()
            .setType(AclEntryType.ALLOW)
            .setPrincipal(view.getOwner())
            .setPermissions(EnumSet.allOf(AclEntryPermission.class))
            .build();
    view.setAcl(List.of(ownerMayAll));
  }
}
