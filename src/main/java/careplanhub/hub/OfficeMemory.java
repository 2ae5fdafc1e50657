package careplanhub.hub;

import careplanhub.ledger.Answers;
import careplanhub.ledger.ConfirmedUsers;
import careplanhub.ledger.Question;
import careplanhub.ledger.Questions;
import careplanhub.ledger.UserWords;
import careplanhub.office.VendorSettings;
import careplanhub.standard.OfficeNumber;
import careplanhub.standard.UserIdentity;
import careplanhub.vendor.Adapter;
import careplanhub.vendor.FolderTables;
import careplanhub.vendor.OfficeKnowledge;
import careplanhub.vendor.OfficeTables;
import careplanhub.vendor.UserMatches;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What adapters may ask an office: its tables, read again when a file changes, and what persons
 * answered about whom words mean. Safe for every thread.
 */
final class OfficeMemory {
  private static final Logger LOG = LoggerFactory.getLogger(OfficeMemory.class);

  private final Path config;
  private final VendorSettings limits;
  private final ConfirmedUsers users;
  private final Questions questions;
  private final Map<OfficeNumber, Tables> tables = new ConcurrentHashMap<>();

  /** The tables of an office as they stood when they were read. */
  private record Tables(String seen, FolderTables tables) {}

  /**
   * @param config the hub's folder {@code config}
   */
  OfficeMemory(Path config, VendorSettings limits, ConfirmedUsers users, Questions questions) {
    this.config = config;
    this.limits = limits;
    this.users = users;
    this.questions = questions;
  }

  /** What is known for one translation; its tables do not change meanwhile. */
  OfficeKnowledge of(OfficeNumber office, Adapter adapter) {
    return new OfficeKnowledge(tablesOf(office), new Confirmed(office, adapter));
  }

  /** The words of a user as the ledger knows them. */
  static UserWords wordsOf(Adapter adapter, List<String> words) {
    return new UserWords(adapter.userColumns(), words, adapter.insuredNumberIn(words));
  }

  /** Answers those lines that the office's table {@code users.csv} tells by now. */
  void answer(Question question) {
    Map<Integer, String> told = new HashMap<>();
    for (int position = 0; position < question.lines().size(); position++) {
      Question.Line line = question.lines().get(position);
      UserWords words = line.words();
      if (words != null && line.answer() == null) {
        Optional<UserIdentity> user =
            new OfficeKnowledge(tablesOf(question.office()), UserMatches.none())
                .inTable(words.columns(), words.words());
        if (user.isPresent()) {
          told.put(position, user.get().insurerNumber() + " " + user.get().insuredNumber());
        }
      }
    }
    told.entrySet()
        .removeIf(entry -> !Answers.isPossible(question, entry.getKey(), entry.getValue()));
    if (!told.isEmpty()) {
      questions.answer(question, told, "office " + question.office() + " users.csv");
    }
  }

  /** Japanese: in which tables lines are passed over; empty when all are well. */
  String warning() {
    return tables.entrySet().stream()
        .flatMap(
            office ->
                office.getValue().tables.findings().entrySet().stream()
                    .filter(table -> !table.getValue().isEmpty())
                    .map(
                        table ->
                            "事業所 "
                                + office.getKey()
                                + " の表 "
                                + table.getKey()
                                + " に使えないところが "
                                + table.getValue().size()
                                + " か所あります"
                                + (table.getValue().get(0).line() == null
                                    ? ""
                                    : "（初めは " + table.getValue().get(0).line() + " 行目）")
                                + "。"
                                + table.getValue().get(0).message()))
        .sorted()
        .collect(Collectors.joining(" "));
  }

  private OfficeTables tablesOf(OfficeNumber office) {
    Path folder = FolderTables.folderOf(config, office);
    try {
      String seen = signature(folder);
      Tables known = tables.get(office);
      if (known == null || !known.seen.equals(seen)) {
        known = new Tables(seen, FolderTables.read(folder, limits));
        tables.put(office, known);
        LOG.info("office {}: its tables are read", office);
      }
      return known.tables;
    } catch (IOException e) {
      throw new UncheckedIOException("an office's tables cannot be read", e);
    }
  }

  private static String signature(Path folder) throws IOException {
    StringBuilder seen = new StringBuilder();
    for (Path file : FolderTables.files(folder)) {
      seen.append(file.getFileName()).append(' ').append(Files.size(file)).append(' ');
      seen.append(Files.getLastModifiedTime(file)).append('\n');
    }
    return seen.toString();
  }

  /** What persons answered about the words of one layout. */
  private final class Confirmed implements UserMatches {
    private final OfficeNumber office;
    private final Adapter adapter;

    Confirmed(OfficeNumber office, Adapter adapter) {
      this.office = office;
      this.adapter = adapter;
    }

    @Override
    public Optional<UserIdentity> userOf(List<String> words) {
      return users.find(office, OfficeMemory.wordsOf(adapter, words));
    }

    @Override
    public Optional<List<String>> wordsOf(UserIdentity user) {
      return users.wordsOf(office, adapter.userColumns(), user);
    }
  }
}
