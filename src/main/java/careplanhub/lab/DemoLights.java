package careplanhub.lab;

import careplanhub.office.ChannelName;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Compares the three lights in the offices' sent lists with what must be known at the end of a
 * month end: of every channel all three, but of what the official client carried the first one only
 * (decision 11).
 */
final class DemoLights {
  private static final String ON = "済";
  private static final String UNKNOWN = "不明";
  private static final char BOM = '\uFEFF';

  private DemoLights() {}

  /**
   * A file in a sent list.
   *
   * @param name its name
   * @param channel what the list calls the channel
   * @param lights 渡した, 取得済 and 取込済 as they are shown
   * @param parcel the parcel's id
   */
  record Sent(String name, String channel, List<String> lights, String parcel) {}

  /**
   * A file that must have been sent.
   *
   * @param beginning of its name, or all of it
   */
  record Expected(String beginning, ChannelName channel) {}

  /** What a sent list shows; nothing when it was not written yet. */
  static List<Sent> read(Path list) throws IOException {
    if (Files.notExists(list)) {
      return List.of();
    }
    String text = Files.readString(list);
    String plain = !text.isEmpty() && text.charAt(0) == BOM ? text.substring(1) : text;
    List<Sent> sent = new ArrayList<>();
    try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(plain)) {
      for (NamedCsvRecord row : rows) {
        sent.add(
            new Sent(
                row.getField("ファイル名"),
                row.getField("経路"),
                List.of(row.getField("渡した"), row.getField("取得済"), row.getField("取込済")),
                row.getField("受付番号")));
      }
    }
    return sent;
  }

  /** What is not as it must be, in Japanese, each thing once. */
  static Set<String> problems(List<Expected> expected, List<Sent> sent) {
    Set<String> problems = new TreeSet<>();
    for (Expected one : expected) {
      List<Sent> found =
          sent.stream().filter(row -> row.name().startsWith(one.beginning())).toList();
      if (found.size() != 1) {
        problems.add("送信一覧に 1 回だけあるはずのファイルが " + found.size() + " 回あります。");
      }
      found.forEach(row -> compare(one.channel(), row, problems));
    }
    long strange =
        sent.stream()
            .filter(row -> expected.stream().noneMatch(e -> row.name().startsWith(e.beginning())))
            .count();
    if (strange > 0) {
      problems.add("送信一覧に、送るはずのないファイルが " + strange + " 個あります。");
    }
    return problems;
  }

  private static void compare(ChannelName channel, Sent row, Set<String> problems) {
    String parcel = "受付番号 " + row.parcel() + ": ";
    if (!row.channel().equals(channel.japanese())) {
      problems.add(parcel + "経路が" + channel.japanese() + "ではなく" + row.channel() + "です。");
    }
    List<String> wanted =
        channel == ChannelName.CLIENT_FOLDER || channel == ChannelName.FAX
            ? List.of(ON, UNKNOWN, UNKNOWN)
            : List.of(ON, ON, ON);
    for (int light = 0; light < wanted.size(); light++) {
      if (!row.lights().get(light).startsWith(wanted.get(light))) {
        problems.add(
            parcel
                + List.of("渡した", "取得済", "取込済").get(light)
                + "が"
                + wanted.get(light)
                + "ではなく"
                + row.lights().get(light)
                + "です。");
      }
    }
  }

  /** How many parcels went over each channel. */
  static Map<ChannelName, Long> count(List<Sent> sent) {
    Map<ChannelName, Long> counts = new EnumMap<>(ChannelName.class);
    for (ChannelName channel : ChannelName.values()) {
      Set<String> parcels =
          sent.stream()
              .filter(row -> row.channel().equals(channel.japanese()))
              .map(Sent::parcel)
              .collect(Collectors.toSet());
      counts.put(channel, (long) parcels.size());
    }
    return counts;
  }
}
