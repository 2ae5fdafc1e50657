package careplanhub.fax.forms;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Places the services of a week: those at one time beside each other, texts only where they fit.
 */
final class WeekBlocks {
  static final double HOUR = 5.2;
  static final double COLUMN = 29;
  static final double LAST_COLUMN = 53;

  private static final double SIZE = 2.2;
  private static final double PADDING = 0.6;
  private static final int COLUMNS = 8;

  private final List<Service> services = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  void add(int column, int start, int end, String text) {
    services.add(new Service(column, start, end, text));
  }

  /** Sets a text under the table, and gives its mark. */
  String note(String text) {
    int known = notes.indexOf(text);
    if (known < 0) {
      notes.add(text);
      known = notes.size() - 1;
    }
    return "※" + (known + 1);
  }

  List<String> notes() {
    List<String> numbered = new ArrayList<>();
    for (int i = 0; i < notes.size(); i++) {
      numbered.add("※" + (i + 1) + "　" + notes.get(i));
    }
    return numbered;
  }

  List<WeekSheet.Block> placed() {
    List<WeekSheet.Block> blocks = new ArrayList<>();
    for (int column = 0; column < COLUMNS; column++) {
      int day = column;
      List<Service> inOrder =
          services.stream()
              .filter(s -> s.column() == day)
              .sorted(Comparator.comparingInt(Service::start))
              .toList();
      int from = 0;
      while (from < inOrder.size()) {
        int to = endOfCluster(inOrder, from);
        place(inOrder.subList(from, to), blocks);
        from = to;
      }
    }
    return blocks;
  }

  /** Services that overlap, directly or through others, share the width. */
  private static int endOfCluster(List<Service> inOrder, int from) {
    int end = inOrder.get(from).end();
    int next = from + 1;
    while (next < inOrder.size() && inOrder.get(next).start() < end) {
      end = Math.max(end, inOrder.get(next).end());
      next++;
    }
    return next;
  }

  private void place(List<Service> cluster, List<WeekSheet.Block> blocks) {
    List<Integer> laneEnds = new ArrayList<>();
    List<Integer> lanes = new ArrayList<>();
    for (Service service : cluster) {
      int lane = 0;
      while (lane < laneEnds.size() && laneEnds.get(lane) > service.start()) {
        lane++;
      }
      if (lane == laneEnds.size()) {
        laneEnds.add(0);
      }
      laneEnds.set(lane, service.end());
      lanes.add(lane);
    }
    double width =
        (cluster.get(0).column() == COLUMNS - 1 ? LAST_COLUMN : COLUMN) / laneEnds.size();
    for (int i = 0; i < cluster.size(); i++) {
      Service service = cluster.get(i);
      double height = (service.end() - service.start()) * HOUR / 60;
      String text = fits(service.text(), width, height) ? service.text() : note(service.text());
      blocks.add(
          new WeekSheet.Block(
              service.column() * COLUMN + lanes.get(i) * width,
              service.start() * HOUR / 60,
              width,
              height,
              text));
    }
  }

  private static boolean fits(String text, double width, double height) {
    double lineWidth = width - 2 * PADDING - SIZE;
    int lines = 0;
    for (String line : text.split("\n", -1)) {
      lines += (int) Math.max(1, Math.ceil(FormFont.shipped().width(line) * SIZE / lineWidth));
    }
    return lineWidth > 0 && lines * SIZE <= Math.max(height, SIZE);
  }

  private record Service(int column, int start, int end, String text) {}
}
