package careplanhub.security;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which of an office's certificates each channel has taken last: lines of channel, fingerprint and
 * time. A line that cannot be read counts as not there: the hub finds out anew.
 */
final class Acceptances {
  /** What a channel took, and when that was noticed. */
  record Accepted(String fingerprint, Instant at) {}

  private final Map<String, Accepted> byChannel;

  private Acceptances(Map<String, Accepted> byChannel) {
    this.byChannel = new TreeMap<>(byChannel);
  }

  static Acceptances read(Path file) throws IOException {
    Map<String, Accepted> found = new TreeMap<>();
    try {
      for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
        String[] words = line.split(" ", -1);
        if (words.length == 3) {
          found.put(words[0], new Accepted(words[1], Instant.parse(words[2])));
        }
      }
    } catch (NoSuchFileException | DateTimeParseException nothingKnown) {
      return new Acceptances(Map.of());
    }
    return new Acceptances(found);
  }

  boolean isLast(String channel, String fingerprint) {
    Accepted last = byChannel.get(channel);
    return last != null && last.fingerprint().equals(fingerprint);
  }

  List<String> fingerprints() {
    return byChannel.values().stream().map(Accepted::fingerprint).toList();
  }

  Acceptances with(String channel, String fingerprint, Instant at) {
    Map<String, Accepted> all = new TreeMap<>(byChannel);
    all.put(channel, new Accepted(fingerprint, at));
    return new Acceptances(all);
  }

  byte[] bytes() {
    List<String> lines = new ArrayList<>();
    byChannel.forEach(
        (channel, accepted) ->
            lines.add(channel + " " + accepted.fingerprint() + " " + accepted.at() + "\n"));
    return String.join("", lines).getBytes(StandardCharsets.UTF_8);
  }
}
