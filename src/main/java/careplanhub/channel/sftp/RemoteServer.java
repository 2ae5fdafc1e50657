package careplanhub.channel.sftp;

import careplanhub.channel.ChannelException;
import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.SftpException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.component.file.FileComponent;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileOperationFailedException;
import org.apache.camel.component.file.remote.RemoteFileOperations;
import org.apache.camel.component.file.remote.SftpRemoteFile;

/** A server that is connected: what Camel's SFTP component can do there beside uploading. */
@SuppressWarnings("rawtypes") // as Camel's endpoint declares its operations
final class RemoteServer {
  private final RemoteFileOperations<SftpRemoteFile> operations;
  private final Exchange exchange;

  /**
   * @param exchange the one whose route connected it
   */
  RemoteServer(RemoteFileOperations<SftpRemoteFile> operations, Exchange exchange) {
    this.operations = operations;
    this.exchange = exchange;
  }

  /**
   * A file that lies there.
   *
   * @param name without its folder
   * @param size in bytes, as the server says
   * @param modified when it was uploaded, to the second, by the server's clock
   */
  record RemoteFile(String name, long size, Instant modified) {}

  /** The files of a folder; none when there is no such folder. */
  List<RemoteFile> list(String folder) {
    List<RemoteFile> files = new ArrayList<>();
    for (SftpRemoteFile file : listed(folder)) {
      if (!file.isDirectory()) {
        files.add(
            new RemoteFile(
                file.getFilename(),
                file.getFileLength(),
                Instant.ofEpochMilli(file.getLastModified())));
      }
    }
    return files;
  }

  private SftpRemoteFile[] listed(String folder) {
    try {
      return operations.listFiles(folder);
    } catch (GenericFileOperationFailedException e) {
      if (e.getCause() instanceof SftpException answer
          && answer.id == ChannelSftp.SSH_FX_NO_SUCH_FILE) {
        return new SftpRemoteFile[0];
      }
      throw e;
    }
  }

  /**
   * The bytes of a file.
   *
   * @throws ChannelException when there are more than {@code most}
   * @throws UnreadableFileException when the server says that it cannot be read
   */
  byte[] read(String path, long most) throws IOException {
    GenericFile<SftpRemoteFile> target = operations.newGenericFile();
    exchange.setProperty(FileComponent.FILE_EXCHANGE_FILE, target);
    try {
      operations.retrieveFile(path, exchange, most);
      try (InputStream stream = (InputStream) target.getBody()) {
        byte[] bytes = stream.readNBytes(Math.toIntExact(most + 1));
        if (bytes.length > most) {
          throw new ChannelException(ChannelException.Reason.ANSWER_UNREADABLE, "TOO_LARGE", null);
        }
        return bytes;
      }
    } catch (GenericFileOperationFailedException e) {
      // an answer of the server has no cause of its own; a broken connection has one
      if (e.getCause() instanceof SftpException answer && answer.getCause() == null) {
        throw new UnreadableFileException(e);
      }
      throw e;
    } finally {
      operations.releaseRetrievedFileResources(exchange);
      exchange.removeProperty(FileComponent.FILE_EXCHANGE_FILE);
    }
  }

  /** Moves a file into another folder under the same name; makes the folder when it is missing. */
  void move(String folder, String name, String target) {
    operations.buildDirectory(target, false);
    operations.renameFile(folder + "/" + name, target + "/" + name);
  }

  void delete(String folder, String name) {
    operations.deleteFile(folder + "/" + name);
  }
}
