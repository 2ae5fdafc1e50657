package careplanhub.lab.chaos;

import careplanhub.hub.Books;
import careplanhub.hub.HubFolder;
import careplanhub.lab.DemoMonthEnd;
import careplanhub.lab.DemoWorld;
import careplanhub.lab.GeneratedFile;
import careplanhub.lab.SyntheticOffice;
import careplanhub.ledger.Arrivals;
import careplanhub.ledger.EvidenceFault;
import careplanhub.ledger.EvidenceVerifier;
import careplanhub.ledger.Parcel;
import careplanhub.store.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * What must hold of folders, ledgers, evidence and the relay's store after programs were killed, as
 * far as inboxes do not show it.
 */
final class ChaosCheck {
  private static final Pattern WORKSHEET = Pattern.compile("Q[0-9]{8}\\.csv");

  /** What a second file of one name is called by. */
  private static final Pattern COPY = Pattern.compile(" \\([0-9]+\\)(?=\\.)");

  private final DemoWorld world;
  private final ChaosTraffic traffic;
  private final Clock clock;
  private String expectedFault = "";

  ChaosCheck(DemoWorld world, ChaosTraffic traffic, Clock clock) {
    this.world = world;
    this.traffic = traffic;
    this.clock = clock;
  }

  /**
   * From now on the first hub's evidence is not whole, and this is why.
   *
   * @param words what the verifier must say
   */
  void expectFault(String words) {
    this.expectedFault = words;
  }

  /** Whether the hubs have made the folders of all offices. */
  boolean hasOutboxes() {
    return ChaosInboxes.offices()
        .allMatch(
            office ->
                Files.isDirectory(folder(office, "outbox"))
                    && Files.isDirectory(folder(office, "inbox")));
  }

  /** Whether every file has left its outbox, is refused or sent, and every parcel is closed. */
  boolean isQuiet() throws IOException {
    return outboxesAreEmpty()
        && refusedFiles().size() == 2 * traffic.broken().size()
        && parcels().equals(closed());
  }

  /** What is wrong, in Japanese; the programs may run or not. */
  List<String> problems() throws IOException {
    List<String> problems = new ArrayList<>();
    if (!outboxesAreEmpty()) {
      problems.add("outbox に残っているファイルがあります。");
    }
    problems.addAll(quarantineProblems());
    problems.addAll(doneProblems());
    Map<Parcel.State, Long> parcels = parcels();
    if (!parcels.equals(closed())) {
      problems.add("送信は CLOSED が " + traffic.parcelsInLedgers() + " 件のはずですが、" + parcels + " です。");
    }
    problems.addAll(arrivalProblems());
    problems.addAll(evidenceProblems(world.first(), expectedFault));
    problems.addAll(evidenceProblems(world.second(), ""));
    problems.addAll(relayProblems());
    return problems;
  }

  private static List<String> evidenceProblems(Path hub, String expected) throws IOException {
    String found = EvidenceVerifier.verify(hub).fault().map(EvidenceFault::message).orElse("");
    boolean right = expected.isEmpty() ? found.isEmpty() : found.contains(expected);
    return right ? List.of() : List.of("証跡の確かめ: 「" + expected + "」のはずが「" + found + "」です。");
  }

  boolean outboxesAreEmpty() {
    return ChaosInboxes.offices()
        .allMatch(office -> ChaosInboxes.visible(folder(office, "outbox")).isEmpty());
  }

  private Path folder(SyntheticOffice office, String name) {
    return world.folderOf(office).resolve(name);
  }

  private List<String> namesIn(String folder) {
    return ChaosInboxes.offices()
        .flatMap(office -> ChaosInboxes.visible(folder(office, folder)).stream())
        .map(ChaosInboxes::nameOf)
        .sorted()
        .toList();
  }

  private List<String> refusedFiles() {
    return namesIn("error");
  }

  private List<String> quarantineProblems() {
    List<String> wanted =
        traffic.broken().stream()
            .flatMap(file -> Stream.of(file.name(), file.name() + ".txt"))
            .sorted()
            .toList();
    return refusedFiles().equals(wanted)
        ? List.of()
        : List.of("error のファイルが違います。あるはず: " + wanted + "、あるもの: " + refusedFiles());
  }

  /** A file that was taken stands in done/ exactly once; a refused one in error/ alone. */
  private List<String> doneProblems() {
    List<String> wanted =
        traffic.drops().stream()
            .filter(drop -> drop.manner() != DemoMonthEnd.Manner.BROKEN)
            .flatMap(drop -> drop.files().stream())
            .map(GeneratedFile::name)
            .sorted()
            .toList();
    List<String> done =
        namesIn("done").stream()
            .filter(name -> !WORKSHEET.matcher(name).matches())
            .map(name -> COPY.matcher(name).replaceFirst(""))
            .sorted()
            .toList();
    if (done.equals(wanted)) {
      return List.of();
    }
    List<String> more = new ArrayList<>(done);
    wanted.forEach(more::remove);
    List<String> less = new ArrayList<>(wanted);
    done.forEach(less::remove);
    return List.of("done のファイルが違います。余分: " + more + "、足りない: " + less);
  }

  private List<String> arrivalProblems() throws IOException {
    long files = traffic.arrivalsInLedgers();
    long arrivals = 0;
    long repeats = 0;
    for (Path hub : List.of(world.first(), world.second())) {
      try (Books books = Books.open(new HubFolder(hub), clock)) {
        Arrivals.Count count = books.arrivals().count();
        arrivals += count.arrivals();
        repeats += count.repeats();
      }
    }
    return arrivals == files && repeats == traffic.repeats()
        ? List.of()
        : List.of(
            "台帳の到着は "
                + files
                + " 件（うち重複 "
                + traffic.repeats()
                + " 件）のはずですが、"
                + arrivals
                + " 件（うち重複 "
                + repeats
                + " 件）です。");
  }

  private Map<Parcel.State, Long> closed() {
    return Map.of(Parcel.State.CLOSED, traffic.parcelsInLedgers());
  }

  /** The parcels of both hubs by their states. */
  private Map<Parcel.State, Long> parcels() throws IOException {
    Map<Parcel.State, Long> all = new HashMap<>();
    for (Path hub : List.of(world.first(), world.second())) {
      try (Books books = Books.open(new HubFolder(hub), clock)) {
        books
            .parcels()
            .countByState()
            .forEach((state, count) -> all.merge(state, count, Long::sum));
      }
    }
    return all;
  }

  private List<String> relayProblems() {
    try (Database database = Database.openAsItIs(relayStore())) {
      long kept =
          database.read(handle -> count(handle, "parcels WHERE acknowledged_at IS NOT NULL"));
      long left =
          database.read(
              handle ->
                  count(handle, "chunks WHERE upload_id NOT IN (SELECT upload_id FROM parcels)"));
      List<String> problems = new ArrayList<>();
      long wanted = traffic.parcelsOverRelay();
      if (kept != wanted) {
        problems.add("連携基盤の受領済みは " + wanted + " 件のはずですが、" + kept + " 件です。");
      }
      if (left > 0) {
        problems.add("連携基盤に、途中で切れた送信の残りが " + left + " 個あります。");
      }
      return problems;
    }
  }

  /** How many pieces of contents the relay still holds. */
  long piecesInRelay() {
    try (Database database = Database.openAsItIs(relayStore())) {
      return database.read(handle -> count(handle, "chunks"));
    }
  }

  private Path relayStore() {
    return world.relay().resolve("data").resolve("relay.sqlite");
  }

  private static long count(Handle handle, String what) {
    return handle.createQuery("SELECT COUNT(*) FROM " + what).mapTo(Long.class).one();
  }
}
