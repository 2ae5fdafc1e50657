package careplanhub.standard;

import java.util.Arrays;
import java.util.function.Consumer;

/**
 * 明細判別コード: 1, 2, 3 … among the rows of 17 and 67 whose user, office, code and units are equal,
 * empty otherwise (rule 45). The same number on another day is the same item.
 */
final class DetailNumberRule implements FileRule {
  private static final int HIGHEST = 99;
  private static final int EMPTY = 0;
  private static final int WORDS = 2;

  private final Field detailNumber;
  private final int serviceCode;
  private final int[] groupPositions;
  private final int day;
  private final PlaceTable groups;
  private final PlaceTable days;

  /** For each group two words of bits: bit n says that number n was used, bit 0 an empty one. */
  private long[] used = new long[128];

  DetailNumberRule(CheckContext context) {
    Layout layout = context.layout();
    detailNumber = layout.field("detailNo");
    serviceCode = layout.position("serviceCode");
    day = layout.position("serviceDate");
    groupPositions =
        new int[] {
          layout.position("insurerNumber"),
          layout.position("insuredNumber"),
          layout.position("serviceOfficeNumber"),
          layout.position("satelliteNo"),
          layout.position("units"),
          serviceCode,
        };
    groups = new PlaceTable(context.options().comparedKeys());
    days = new PlaceTable(context.options().comparedKeys());
  }

  @Override
  public void check(Row row, Consumer<Finding> findings) {
    String text = row.value(detailNumber);
    if (!EquipmentRule.isEquipment(row.value(serviceCode))) {
      if (!text.isEmpty()) {
        findings.accept(FindingCode.DETAIL_NUMBER_NEEDLESS.at(row, detailNumber));
      }
      return;
    }
    int number = numberOf(text);
    if (number < 0) {
      return;
    }
    long group = KeyTable.keyOf(row, groupPositions);
    groups.add(group, row);
    int index = groups.indexOf(group);
    if (index >= 0) {
      mark(index, number);
    }
    long onDay = KeyTable.keyOf(KeyTable.keyOf(group, row.value(day)), text);
    if (!days.add(onDay, row) && days.contains(onDay)) {
      findings.accept(FindingCode.DETAIL_NUMBER_SERIES.at(row, detailNumber));
    }
  }

  @Override
  public void finish(Consumer<Finding> findings) {
    for (int i = 0; i < groups.size(); i++) {
      if (!isSeries(used[i * WORDS], used[i * WORDS + 1])) {
        findings.accept(
            FindingCode.DETAIL_NUMBER_SERIES.at(groups.line(i), groups.record(i), detailNumber));
      }
    }
    days.tellWhenFull(findings);
  }

  private void mark(int group, int number) {
    int word = group * WORDS + number / Long.SIZE;
    if (word >= used.length) {
      used = Arrays.copyOf(used, Math.max(used.length * 2, word + 1));
    }
    used[word] |= 1L << (number % Long.SIZE);
  }

  /** Empty alone, or 1 to n with n of at least 2. */
  private static boolean isSeries(long low, long high) {
    if ((low & 1) != 0) {
      return low == 1 && high == 0;
    }
    int count = Long.bitCount(low) + Long.bitCount(high);
    int last =
        high != 0 ? 127 - Long.numberOfLeadingZeros(high) : 63 - Long.numberOfLeadingZeros(low);
    return count >= 2 && last == count;
  }

  /** The number, 0 for an empty text, -1 when it is no number from 1 to 99. */
  private static int numberOf(String text) {
    if (text.isEmpty()) {
      return EMPTY;
    }
    try {
      int number = Integer.parseInt(text);
      return number >= 1 && number <= HIGHEST ? number : -1;
    } catch (NumberFormatException e) {
      return -1;
    }
  }
}
