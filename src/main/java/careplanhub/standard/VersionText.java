package careplanhub.standard;

import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** What a CSVバージョン was meant to be, where name and month leave one meaning. */
final class VersionText {
  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("uuuuMM");

  private VersionText() {}

  /**
   * The finding of a version text that is another than that of the file's version, when it is
   * certain that the file's is meant: 202410 and 202504 have the shape of V4.1, and a known version
   * under a V4.1 name is a slip when V4.1 is in force in the month of both name and record.
   */
  static Optional<FindingCode> otherThanMeant(Row row, FileName name) {
    String text = row.get("csvVersion");
    if (name.version() != StandardVersion.V4_1 || text.equals(name.version().csvVersion())) {
      return Optional.empty();
    }
    return switch (text) {
      case "202410" -> Optional.of(FindingCode.VERSION_202410);
      case "202504" -> Optional.of(FindingCode.VERSION_202504);
      default ->
          isKnown(text) && isInForce(row, name)
              ? Optional.of(FindingCode.VERSION_OF_MONTH)
              : Optional.empty();
    };
  }

  private static boolean isKnown(String text) {
    return FileKinds.data().csvVersions().stream().anyMatch(known -> known.value().equals(text));
  }

  private static boolean isInForce(Row row, FileName name) {
    String month = name.month();
    if (month == null || !row.layout().has("targetMonth")) {
      return false;
    }
    YearMonth from =
        FileKinds.data().csvVersions().stream()
            .filter(known -> known.value().equals(name.version().csvVersion()))
            .findFirst()
            .orElseThrow()
            .from();
    return month.equals(row.get("targetMonth")) && month.compareTo(from.format(MONTH)) >= 0;
  }
}
