package careplanhub.relay;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * One call of the interface.
 *
 * @param method GET or POST
 * @param path as the interface's description writes it, such as {@code /v1/parcels/{parcelId}}
 * @param work what answers it
 */
record Operation(String method, String path, Work work) {
  /** Answers one call. */
  @FunctionalInterface
  interface Work {
    void answer(Call call) throws IOException, SystemFault;
  }

  /** What the path's variables are in this path; empty when it is another path. */
  Optional<List<String>> match(String asked) {
    Matcher matcher = Pattern.compile(path.replaceAll("\\{[^}]*}", "([^/]+)")).matcher(asked);
    return matcher.matches()
        ? Optional.of(
            IntStream.rangeClosed(1, matcher.groupCount()).mapToObj(matcher::group).toList())
        : Optional.empty();
  }
}
