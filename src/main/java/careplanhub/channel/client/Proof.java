package careplanhub.channel.client;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What the evidence keeps of the words by which a parcel was sent: folder, lines, office, way and
 * moment, and a hash of the words themselves, in which a person's name may stand.
 */
final class Proof {
  private static final int HASH_LENGTH = 32;

  private Proof() {}

  static String of(ClientPlace place, HandOverFolder folder, List<Statement> words) {
    Statement last = words.get(words.size() - 1);
    return folder.name()
        + "#"
        + words.stream().map(word -> String.valueOf(word.line())).collect(Collectors.joining("+"))
        + " "
        + place.office()
        + " "
        + last.way()
        + " "
        + last.saidAt()
        + " "
        + hash(words);
  }

  private static String hash(List<Statement> words) {
    String all = words.stream().map(Statement::toString).collect(Collectors.joining("\n"));
    return ListedFiles.sha256(all.getBytes(StandardCharsets.UTF_8)).substring(0, HASH_LENGTH);
  }
}
