package careplanhub.channel.client;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Japanese texts beside files: UTF-8 with BOM and CRLF, as Windows likes it. */
final class Reasons {
  private Reasons() {}

  static Path beside(Path file) {
    return file.resolveSibling(file.getFileName() + ".txt");
  }

  static byte[] text(List<String> sentences) {
    return ("\uFEFF" + String.join("\r\n", sentences) + "\r\n").getBytes(StandardCharsets.UTF_8);
  }
}
