package careplanhub.channel.client;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of folders: S, the day in Japan and a number of that day, such as S20261203-001. */
final class FolderNames {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuuMMdd");
  private static final Pattern SHAPE = Pattern.compile("(S[0-9]{8}-)([0-9]{3,7})");

  private final FolderBook book;

  FolderNames(FolderBook book) {
    this.book = book;
  }

  /** A name that no folder has, noted or lying about. */
  String next(ClientPlace place, Instant now) throws IOException {
    String day = "S" + DAY.format(now.atZone(Checklist.JAPAN)) + "-";
    int last = 0;
    for (HandOverFolder folder : book.all(place)) {
      last = Math.max(last, numberOf(folder.name(), day));
    }
    for (Path area : new Path[] {place.handOver(), place.sent()}) {
      for (Path lying : Trees.inside(area)) {
        last = Math.max(last, numberOf(Trees.nameOf(lying), day));
      }
    }
    return day + "%03d".formatted(last + 1);
  }

  private static int numberOf(String name, String day) {
    Matcher matcher = SHAPE.matcher(name);
    return matcher.matches() && matcher.group(1).equals(day)
        ? Integer.parseInt(matcher.group(2))
        : 0;
  }
}
