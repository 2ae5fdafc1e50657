package careplanhub.vendor;

import careplanhub.standard.FileName;
import careplanhub.standard.UserIdentity;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** What lenses may ask while a file for a care software is written. For one thread. */
final class WritingFacts {
  private final String month;
  private final OfficeKnowledge knowledge;
  private final OfficeTables shipped;
  private final Answers<UserIdentity, List<String>> words = new Answers<>();
  private final IdentityHashMap<Lens, TableLookup> lookups = new IdentityHashMap<>();

  /**
   * @param month of the file, YYYYMM; empty when files of the kind have none
   * @param knowledge what the office wrote down
   * @param shipped tables that came with the adapter
   */
  WritingFacts(String month, OfficeKnowledge knowledge, OfficeTables shipped) {
    this.month = month;
    this.knowledge = knowledge;
    this.shipped = shipped;
  }

  /** What may be asked while the file of the standard of this name is written. */
  static WritingFacts of(FileName name, OfficeKnowledge knowledge, OfficeTables shipped) {
    return new WritingFacts(MappingPart.orEmpty(name.month()), knowledge, shipped);
  }

  String month() {
    return month;
  }

  /** Which words of these columns mean which user. */
  KnownUsers users(List<String> columns) {
    return new KnownUsers(knowledge.matches(), tables(KnownUsers.TABLE), columns);
  }

  /** The words that a person said mean the user. */
  Optional<List<String>> wordsOf(UserIdentity user) {
    return knowledge.matches().wordsOf(user);
  }

  /** The words that a lens lately found for users. */
  Map<UserIdentity, List<String>> wordsOf(Lens lens) {
    return words.of(lens);
  }

  /** Tables of a name asked in a lens's way, made at its first question. */
  TableLookup lookup(Lens lens, Supplier<TableLookup> made) {
    return lookups.computeIfAbsent(lens, one -> made.get());
  }

  /** The office's table of this name and the adapter's, as far as there are any. */
  List<OfficeTable> tables(String name) {
    return HubFacts.tables(name, knowledge, shipped);
  }
}
