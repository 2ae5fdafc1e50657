package careplanhub.vendor;

import careplanhub.standard.OfficeNumber;
import careplanhub.standard.UserIdentity;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What the hub knows during the reading of one file; each user's support office is asked once. For
 * one thread.
 */
final class HubFacts {
  private final VendorContext context;
  private final OfficeTables shipped;
  private final String fileMonth;
  private final String today;
  private final Map<UserIdentity, Optional<SupportOffice>> known = new HashMap<>();
  private final IdentityHashMap<Lens, TableLookup> lookups = new IdentityHashMap<>();
  private final Answers<List<String>, List<String>> values = new Answers<>();
  private final Answers<List<String>, UserIdentity> users = new Answers<>();
  private String datesMonth = "";
  private String[] dates = {};
  private final Map<List<String>, Optional<UserIdentity>> said = new HashMap<>();
  private final Map<List<String>, Long> unmatched = new LinkedHashMap<>();

  /**
   * @param shipped tables that came with the adapter
   * @param fileMonth YYYYMM, as name, preamble or a person say it; empty when none does
   */
  HubFacts(VendorContext context, OfficeTables shipped, String fileMonth) {
    this.context = context;
    this.shipped = shipped;
    this.fileMonth = fileMonth;
    this.today = DateTimeFormatter.BASIC_ISO_DATE.format(LocalDate.now(context.clock()));
  }

  /** YYYYMMDD. */
  String today() {
    return today;
  }

  String fileMonth() {
    return fileMonth;
  }

  /** The date of a month's day, YYYYMMDD; made once for each. */
  String dayOf(String month, int day) {
    if (!month.equals(datesMonth)) {
      datesMonth = month;
      dates = new String[VendorColumns.DAYS];
      for (int index = 0; index < dates.length; index++) {
        dates[index] = month + MonthDays.twoDigits(index + 1);
      }
    }
    return dates[day - 1];
  }

  OfficeNumber exportingOffice() {
    return context.office();
  }

  Optional<SupportOffice> supportOfficeOf(UserIdentity user) {
    return known.computeIfAbsent(user, context.supportOffices()::supportOfficeOf);
  }

  /** Which words of these columns mean which user. */
  KnownUsers users(List<String> columns) {
    return new KnownUsers(context.knowledge().matches(), tables(KnownUsers.TABLE), columns);
  }

  /** The user that a person said is meant. */
  Optional<UserIdentity> userOf(List<String> words) {
    return said.computeIfAbsent(words, context.knowledge().matches()::userOf);
  }

  /** Tables of a name asked in a lens's way, made at its first question. */
  TableLookup lookup(Lens lens, Supplier<TableLookup> made) {
    return lookups.computeIfAbsent(lens, one -> made.get());
  }

  /** The values that a lens lately found for words. */
  Map<List<String>, List<String>> valuesOf(Lens lens) {
    return values.of(lens);
  }

  /** The users that a lens lately found for words. */
  Map<List<String>, UserIdentity> usersOf(Lens lens) {
    return users.of(lens);
  }

  /** The office's table of this name and the adapter's, as far as there are any. */
  List<OfficeTable> tables(String name) {
    return tables(name, context.knowledge(), shipped);
  }

  static List<OfficeTable> tables(String name, OfficeKnowledge knowledge, OfficeTables shipped) {
    return Stream.of(knowledge.tables().named(name), shipped.named(name))
        .flatMap(Optional::stream)
        .toList();
  }

  /** Notes words that nobody has said the user of. */
  void noteUnmatched(List<String> words) {
    unmatched.merge(words, 1L, Long::sum);
  }

  /** The words that nobody has said the user of, with their count of records. */
  Map<List<String>, Long> unmatched() {
    return unmatched;
  }
}
