package careplanhub.standard;

import java.util.function.Consumer;

/**
 * 明細判別コード: 1, 2, 3 … among the rows of 17 and 67 whose user, office, code and units are equal,
 * empty otherwise (rule 45). The same number on another day is the same item.
 */
final class DetailNumberRule implements FileRule {
  private static final int HIGHEST = 99;
  private static final int EMPTY = 0;

  private final Field detailNumber;
  private final int serviceCode;
  private final int[] groupPositions;
  private final int day;
  private final PlaceTable days;

  /** The first row of each group and number; 0 stands for an empty one. */
  private final PlaceTable numbers;

  private final KeyTable numberedGroups = new KeyTable();
  private final KeyTable toldGroups = new KeyTable();

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
    days = new PlaceTable(context.options().comparedKeys());
    numbers = new PlaceTable(context.options().comparedKeys());
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
    if (number == EMPTY && !text.isEmpty()) {
      findings.accept(FindingCode.DETAIL_NUMBER_SERIES.at(row, detailNumber));
      return;
    }
    long group = KeyTable.keyOf(row, groupPositions);
    if (numbers.add(numberKey(group, number), row) && number != EMPTY) {
      numberedGroups.put(group);
    }
    long onDay = KeyTable.keyOf(numberKey(group, number), row.value(day));
    if (!days.add(onDay, row) && days.contains(onDay)) {
      toldGroups.put(group);
      findings.accept(FindingCode.DETAIL_NUMBER_SERIES.at(row, detailNumber));
    }
  }

  @Override
  public void finish(Consumer<Finding> findings) {
    if (!numbers.isFull()) {
      for (int i = 0; i < numberedGroups.size(); i++) {
        long group = numberedGroups.key(i);
        if (toldGroups.indexOf(group) < 0) {
          tellGap(group, findings);
        }
      }
    }
    days.tellWhenFull(findings);
  }

  /** Tells the row without a number among numbered ones, or the first one behind a gap. */
  private void tellGap(long group, Consumer<Finding> findings) {
    int wrong = numbers.indexOf(numberKey(group, EMPTY));
    if (wrong < 0) {
      wrong = firstBehindGap(group);
    }
    if (wrong >= 0) {
      findings.accept(
          FindingCode.DETAIL_NUMBER_SERIES.at(
              numbers.line(wrong), numbers.record(wrong), detailNumber));
    }
  }

  /**
   * The place of the lowest number that does not follow, of 1 when it is alone; -1 for a series.
   */
  private int firstBehindGap(long group) {
    int last = 0;
    for (int number = 1; number <= HIGHEST; number++) {
      int place = numbers.indexOf(numberKey(group, number));
      if (place >= 0 && number > last + 1) {
        return place;
      }
      last = place >= 0 ? number : last;
    }
    return last == 1 ? numbers.indexOf(numberKey(group, 1)) : -1;
  }

  private static long numberKey(long group, int number) {
    return KeyTable.keyOf(group, Integer.toString(number));
  }

  /** The number, 0 for an empty text, negative when it is no number up to 99. */
  private static int numberOf(String text) {
    if (text.isEmpty()) {
      return EMPTY;
    }
    try {
      int number = Integer.parseInt(text);
      return number <= HIGHEST ? number : -1;
    } catch (NumberFormatException e) {
      return -1;
    }
  }
}
