package careplanhub.vendor.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What columns say of one another: all points of a few small samples. */
class EvidenceTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // a start before an end, near or far, and its minutes
        "9:00 9:30 / 10:00 11:00 | 0 serviceStart 0.45, 1 serviceEnd 0.45",
        "9:00 9:30 / a b / 10:00 11:00 | 0 serviceStart 0.30, 2 serviceEnd 0.30",
        "10:00 11:00 / 9:00 9:30 | -",
        "9:00 9:30 / 9:00 9:30 | -",
        "9:00 9:30 / 10:00 11:00 / 60 90 | 0 serviceStart 0.45, 1 serviceEnd 0.45, 2 minutes 0.80",
        "9:00 9:30 / 10:00 11:00 / 60 91 | 0 serviceStart 0.45, 1 serviceEnd 0.45",
        "9:00 9:30 / 10:00 11:00 / _ 90 | 0 serviceStart 0.45, 1 serviceEnd 0.45, 2 minutes 0.80",
        // a month and a day of a date
        "202504 202505 / 2025/4/1 2025/5/9 | 0 targetMonth 0.40, 1 serviceDate 0.20",
        "202504 202505 / 2025/4/1 2025/6/9 | -",
        "1 9 / 2025/4/1 2025/5/9 | 1 serviceDate 0.20",
        "1 8 / 2025/4/1 2025/5/9 | -",
        "2025/4/1 2025/4/9 | 0 serviceDate 0.25",
        "2025/4/1 2025/4/1 | -",
        // a type beside an item
        "11 11 / 1111 7211 | 0 serviceType 0.50, 1 serviceItem 0.65",
        "11 11 / 111 721 | -",
        "11 11 / a b / 1111 7211 | -",
        // a user and the insurer, the name, the planner
        "9900000001 9900000002 9900000001 / 011007 011007 011007 | 0 insuredNumber 0.35, 1 insurerNumber 0.45",
        "9900000001 9900000002 9900000001 / 011002 011003 011002 | 0 insuredNumber 0.35, 1 insurerNumber 0.35",
        "9900000001 9900000002 9900000001 / a b c / d e f / 011002 011003 011002 | 0 insuredNumber 0.20, 3 insurerNumber 0.15",
        "9900000001 9900000002 9900000001 / 011002 011003 011004 | 0 insuredNumber 0.20",
        "9900000001 9900000002 9900000001 / 111111 111112 111111 | 0 insuredNumber 0.35, 1 insurerNumber 0.35, 1 serviceCode -0.40",
        "9900000001 9900000002 / 111111 111112 | 0 insuredNumber 0.35, 1 insurerNumber 0.35",
        "9900000001 9900000002 9900000001 / 試験太郎 試験次郎 試験太郎 | 0 insuredNumber 0.20, 1 userName 0.60",
        "9900000001 9900000002 9900000001 / シケンタロウ シケンジロウ シケンタロウ | 0 insuredNumber 0.20, 1 userKana 0.60",
        "9900000001 9900000002 9900000001 / 試験太郎 試験次郎 試験三郎 | 0 insuredNumber 0.20",
        "9900000001 9900000002 9900000003 / 計画花子 計画花子 計画次郎 | 0 insuredNumber 0.20, 1 plannerName 0.45",
        "9900000001 9900000002 9900000003 / 計画花子 計画花子 計画次郎 / 9980000001 9980000001 9980000002 | 0 insuredNumber 0.20, 1 plannerName 0.60, 1 userName 0.60, 2 insuredNumber 0.20, 2 supportOfficeNumber 0.30",
        "9900000001 9900000002 9900000003 / 計画花子 計画花子 計画花子 | 0 insuredNumber 0.20",
        // numbers of offices
        "9970000002 9970000002 | 0 serviceOfficeNumber 0.40",
        "9970000002 9970000002 / 9980000001 9980000002 | 0 serviceOfficeNumber 0.40, 1 insuredNumber 0.20",
        "9960000001 9960000002 / 9970000002 9970000003 | 0 insuredNumber 0.20, 1 supportOfficeNumber 0.30",
        "1311111111 1311111112 1311111113 / 9980000001 9980000002 9980000001 | 0 insuredNumber 0.20, 1 supportOfficeNumber 0.30",
        // units behind a code, and a count beside them
        "111111 117211 / 244 179 / 1 1 | 1 units 0.40, 2 serviceCount 0.50",
        "111111 117211 / 244 19 / 1 1 | 1 units 0.40, 2 serviceCount 0.50",
        "111111 117211 / 1 1 / 244 179 | 1 serviceCount 0.50, 2 units 0.40",
        "111111 117211 / a b / c d / e f / 244 179 / 1 2 | 4 units 0.40, 5 serviceCount 0.50",
        "111111 117211 / a b / c d / e f / 244 179 / 2 3 | 4 units 0.40",
        "111111 117211 111111 / a b c / c d e / e f g / 244 179 245 / 1 1 1 | -",
        "111111 111111 / 244 244 / 1 9 | 1 units 0.30, 2 serviceCount 0.50",
        "11 11 / 1111 7211 / 244 179 / 1 1 | 0 serviceType 0.50, 1 serviceItem 0.65, 2 units 0.40, 3 serviceCount 0.50",
        "111111 117211 / 9 10 / 1 1 | -",
        "111111 117211 / 20 100000 / 1 1 | 1 units 0.40, 2 serviceCount 0.50",
        // bounds
        "9:00*10 / 10:00*9 8:00 | 0 serviceStart 0.45, 1 serviceEnd 0.45",
        "9:00*10 / 10:00*8 8:00*2 | -",
        "9:00*10 / 10:00*9 9:00 | 0 serviceStart 0.45, 1 serviceEnd 0.45",
        "9:00*10 / 10:00*8 9:00*2 | -",
        "9:00*9 x / 10:00*10 | 0 serviceStart 0.45, 1 serviceEnd 0.45",
        "9:00*8 x*2 / 10:00*10 | -",
        "9:00*10 / 10:00*10 / 60*9 61 | 0 serviceStart 0.45, 1 serviceEnd 0.45, 2 minutes 0.80",
        "9:00*10 / 10:00*10 / 60*8 61*2 | 0 serviceStart 0.45, 1 serviceEnd 0.45",
        "9:00*10 / 10:00*10 / 60 _*9 | 0 serviceStart 0.45, 1 serviceEnd 0.45, 2 minutes 0.80",
        "_*2 / _*2 | -",
        "202504*10 / 2025/4/1*9 2025/5/1 | 0 targetMonth 0.40, 1 serviceDate 0.20",
        "202504*10 / 2025/4/1*8 2025/5/1*2 | -",
        "1*10 / 2025/4/1*9 2025/4/2 | 1 serviceDate 0.25",
        "1*10 / 2025/4/1*8 2025/4/2*2 | 1 serviceDate 0.25",
        "2025/4/1*9 2025/5/1 | -",
        "11*10 / 1111*9 111 | 0 serviceType 0.50, 1 serviceItem 0.65",
        "11*10 / 1111*8 111*2 | -",
        "x / 11 / 1111 | 1 serviceType 0.50, 2 serviceItem 0.65",
        "11 | -",
        "9900000001 9900000002 9900000001 / a b c / 011002 011003 011002 | 0 insuredNumber 0.35, 2 insurerNumber 0.35",
        "9900000001*2 9900000002 / 011007*2 011007 | 0 insuredNumber 0.35, 1 insurerNumber 0.45",
        "011002 011003 011002 / 9900000001 9900000002 9900000001 | 0 insurerNumber 0.35, 1 insuredNumber 0.35",
        "9900000001 9900000001 9900000002 / 111111 111111 111111 | 0 insuredNumber 0.35, 1 insurerNumber 0.35, 1 serviceCode -0.40",
        "9900000001 9900000002 9900000001 / a b c / d e f / 111111 111112 111111 | 0 insuredNumber 0.20",
        "9970000007*2 | 0 serviceOfficeNumber 0.50",
        "9970000007*2 / 9980000005*2 | 0 serviceOfficeNumber 0.50, 1 serviceOfficeNumber 0.30",
        "1311111114*2 | 0 serviceOfficeNumber 0.30",
        "9980000005 9980000013 / 9970000007*2 | 0 insuredNumber 0.20, 1 serviceOfficeNumber 0.50",
        "9970000007*2 / 1311111111 1311111112 | 0 serviceOfficeNumber 0.50, 1 insuredNumber 0.20",
        "1311111111 1311111112 1311111113 / 1311111111*2 1311111112 | 0 insuredNumber 0.20, 1 supportOfficeNumber 0.30",
        "9900000001 9900000002 9900000003 / 計画花子*2 計画次郎 / 9980000001*3 | 0 insuredNumber 0.20, 1 plannerName 0.45, 2 serviceOfficeNumber 0.20",
        "9900000001 9900000002 9900000001 / 計画花子 計画花子 計画次郎 | 0 insuredNumber 0.20",
        "111111 117211 / 10 11 / 1 1 | 1 units 0.40, 2 serviceCount 0.50",
        "111111 117211 / 19 20 / 1 2 | 1 units 0.40, 2 serviceCount 0.50",
        "111111 117211 / 244 179 / 1 0 | 1 units 0.40",
        "111111 117211 / 244 179 / 2 1 / 1 1 | 1 units 0.40, 2 serviceCount 0.50",
        "111111 117211 / x y / 1 1 / 244 179 / 5 6 | 2 serviceCount 0.50, 3 units 0.40",
        "111111 117211 / 244 179 / 月 火 | 1 units 0.40",
        "111111 117211 / 12345 123456 / 1 1 | 1 units 0.40, 2 serviceCount 0.50",
        "9:00*2 / 10:30 10:31 / 90 91 / 111111 117211 / 1 1 | 0 serviceStart 0.45, 1 serviceEnd 0.45, 2 minutes 0.80, 2 units 0.40",
        "1 1 / 244 179 / 111111 117211 | 0 serviceCount 0.50, 1 units 0.40",
      })
  void theseColumnsSayThisOfOneAnother(String columns, String expected) {
    List<ColumnProfile> profiles = profiles(columns.split(" / "));
    Evidence evidence = new Evidence(profiles);
    List<String> points = new ArrayList<>();
    for (int column = 0; column < profiles.size(); column++) {
      for (Meaning meaning : Meaning.values()) {
        double of = evidence.of(column, meaning);
        if (of != 0) {
          points.add(String.format(Locale.ROOT, "%d %s %.2f", column, meaning.label(), of));
        }
      }
    }
    assertEquals(expected, points.isEmpty() ? "-" : String.join(", ", points), columns);
  }

  /** Cells without blanks; _ is an empty one, and x*3 are three. */
  private static List<ColumnProfile> profiles(String... columns) {
    List<List<String>> cells =
        Arrays.stream(columns)
            .map(
                column ->
                    Arrays.stream(column.strip().split(" ")).flatMap(EvidenceTest::cells).toList())
            .toList();
    List<List<String>> records = new ArrayList<>();
    for (int row = 0; row < cells.get(0).size(); row++) {
      int own = row;
      records.add(cells.stream().map(column -> column.get(own)).toList());
    }
    return ColumnProfile.of(
        new Sample(
            "s.csv",
            "MS932",
            "comma",
            "CRLF",
            List.of(),
            List.of(),
            records,
            columns.length,
            false));
  }

  private static Stream<String> cells(String written) {
    String[] parts = written.split("\\*", -1);
    int times = parts.length == 1 ? 1 : Integer.parseInt(parts[1]);
    return Collections.nCopies(times, parts[0].replace("_", "")).stream();
  }
}
