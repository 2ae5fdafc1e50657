package careplanhub.hub;

import java.io.File;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileFilter;

/**
 * Which files of the attachments' folder may be taken: what lies still, and is not what an editor
 * or the system itself left there. Folders are looked into. Safe for every thread.
 */
public final class AttachmentFilter implements GenericFileFilter<File> {
  private final OutboxFilter files;

  AttachmentFilter(OutboxFilter files) {
    this.files = files;
  }

  @Override
  public boolean accept(GenericFile<File> file) {
    if (file.isDirectory()) {
      return true;
    }
    boolean taken = !Attachment.isNoise(file.getFileNameOnly()) && files.accept(file);
    if (taken) {
      files.forget(file.getFile().toPath());
    }
    return taken;
  }
}
