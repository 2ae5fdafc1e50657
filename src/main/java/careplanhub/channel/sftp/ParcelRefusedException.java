package careplanhub.channel.sftp;

import org.jspecify.annotations.Nullable;

/** A parcel is not taken as it is. The message names the code only. */
final class ParcelRefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final RefusalCode code;

  ParcelRefusedException(RefusalCode code, @Nullable Throwable cause) {
    super(code.name(), cause);
    this.code = code;
  }

  RefusalCode code() {
    return code;
  }
}
