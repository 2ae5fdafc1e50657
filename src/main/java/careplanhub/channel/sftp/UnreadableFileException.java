package careplanhub.channel.sftp;

import java.io.IOException;

/** The server does not let one file be read, but is well otherwise. */
final class UnreadableFileException extends IOException {
  private static final long serialVersionUID = 1L;

  UnreadableFileException(Throwable cause) {
    super("a file on the server cannot be read", cause);
  }
}
