package careplanhub.channel.client;

import java.io.File;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileFilter;

/** Which downloaded files may be taken: those that lie still, also in folders below. */
public final class DownloadFilter implements GenericFileFilter<File> {
  private final GenericFileFilter<File> still;

  DownloadFilter(GenericFileFilter<File> still) {
    this.still = still;
  }

  @Override
  public boolean accept(GenericFile<File> file) {
    return file.isDirectory() || still.accept(file);
  }
}
