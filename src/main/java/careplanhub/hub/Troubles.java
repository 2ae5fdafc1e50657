package careplanhub.hub;

import careplanhub.channel.ChannelException;
import careplanhub.standard.OfficeNumber;
import java.nio.file.Path;

/** What a log may say of an exception: kinds only, for a message could hold a file's name. */
final class Troubles {
  private static final int DEEPEST = 5;

  private Troubles() {}

  /** The classes of an exception and its causes, outermost first, with the place where it began. */
  static String nameOf(Throwable trouble) {
    StringBuilder names = new StringBuilder();
    Throwable innermost = trouble;
    int depth = 0;
    for (Throwable cause = trouble; cause != null && depth < DEEPEST; cause = cause.getCause()) {
      names.append(depth++ == 0 ? "" : " < ").append(nameOfOne(cause));
      innermost = cause;
    }
    StackTraceElement[] trace = innermost.getStackTrace();
    return trace.length == 0 ? names.toString() : names + " at " + trace[0];
  }

  /** Japanese: an office's folder cannot be written, and what to do. */
  static String folder(OfficeNumber office, Path folder, Exception trouble) {
    return "事業所 "
        + office
        + " の "
        + folder.getFileName()
        + " フォルダーに書けません。空きと権限を確かめてください。戻れば自動で続きます。（"
        + nameOf(trouble)
        + "）";
  }

  private static String nameOfOne(Throwable trouble) {
    String name = trouble.getClass().getSimpleName();
    return trouble instanceof ChannelException channel ? name + " " + channel.reason() : name;
  }
}
