package careplanhub.lab.bench;

import careplanhub.lab.GeneratedFile;
import careplanhub.lab.Generator;
import careplanhub.lab.SyntheticOffice;
import careplanhub.standard.FileName;
import careplanhub.standard.FileNameException;
import careplanhub.standard.Serial;
import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Results of so many rows a file from every sender to every receiver in turn, each pair's with
 * rising serials. For one thread.
 */
final class DeliverFiles {
  private final int rows;
  private final Deque<Pair> pairs = new ArrayDeque<>();

  /** The one file of a parcel. */
  @SuppressWarnings("ArrayRecordComponent") // carried, never compared
  record DeliverFile(FileName name, byte[] content) {}

  /**
   * Makes no file yet.
   *
   * @param rows of each file
   */
  DeliverFiles(int rows, List<SyntheticOffice> senders, List<SyntheticOffice> receivers) {
    this.rows = rows;
    for (int step = 0; step < receivers.size(); step++) {
      for (int from = 0; from < senders.size(); from++) {
        SyntheticOffice receiver = receivers.get((from + step) % receivers.size());
        pairs.add(new Pair(pairs.size(), senders.get(from), receiver));
      }
    }
  }

  /** The next files, neighbours of other senders and receivers. */
  List<DeliverFile> next(int count) throws FileNameException {
    List<DeliverFile> files = new ArrayList<>();
    while (files.size() < count) {
      Pair pair = pairs.removeFirst();
      files.add(pair.next());
      pairs.addLast(pair);
    }
    return files;
  }

  /** A sender and a receiver, and what of a month's results is not taken yet. */
  private final class Pair {
    private final long seed;
    private final SyntheticOffice from;
    private final SyntheticOffice to;
    private final Deque<DeliverFile> files = new ArrayDeque<>();
    private int months;

    Pair(long seed, SyntheticOffice from, SyntheticOffice to) {
      this.seed = seed;
      this.from = from;
      this.to = to;
    }

    DeliverFile next() throws FileNameException {
      while (files.isEmpty()) {
        cut(month());
      }
      return files.removeFirst();
    }

    /** A user has some fifteen rows a month. */
    private GeneratedFile month() {
      int users = Math.max(1, rows / 2);
      return Generator.of(seed)
          .month(users, Generator.FIRST_MONTH.plusMonths(months++), List.of(to), List.of(from))
          .results()
          .findFirst()
          .orElseThrow()
          .files()
          .get(0);
    }

    private void cut(GeneratedFile month) throws FileNameException {
      FileName name = FileName.parse(month.name());
      ByteArrayOutputStream part = new ByteArrayOutputStream();
      int lines = 0;
      for (byte next : month.content()) {
        part.write(next);
        if (next == '\n' && ++lines % rows == 0) {
          files.add(new DeliverFile(later(name, lines / rows), part.toByteArray()));
          part.reset();
        }
      }
    }

    private static FileName later(FileName name, int seconds) {
      return name.withSerial(Serial.of(name.serial().moment().plusSeconds(seconds)));
    }
  }
}
