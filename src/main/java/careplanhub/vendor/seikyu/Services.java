package careplanhub.vendor.seikyu;

import careplanhub.vendor.OfficeTable;
import careplanhub.vendor.form.Form;
import careplanhub.vendor.form.Forms;
import careplanhub.vendor.form.HalfWidth;
import careplanhub.vendor.form.UnreadableException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the short names of an office mean, as its table {@code services.csv} says: 略称, サービスコード,
 * サービス開始時刻, サービス終了時刻 and 単位数. A short name with two meanings has none: nothing is guessed.
 */
final class Services {
  static final String TABLE = "services";

  private static final String NOT_SENT = "-";
  private static final Form CODE = Forms.of("code: { shape: XXXXXX }");
  private static final Form TIME = Forms.of("time: { style: HHmm, emptyIsNoTime: true }");

  private final Map<String, Answer> byName = new HashMap<>();
  private final Map<List<String>, String> names = new HashMap<>();
  private boolean complete;

  /**
   * A service at its time of day.
   *
   * @param code サービスコード, six characters; empty for what is not sent
   * @param start HHMM, or 9999 for a service without a time
   * @param end likewise
   * @param units where the layout has none; may be empty
   */
  record Service(String code, String start, String end, String units) {
    boolean isSent() {
      return !code.isEmpty();
    }
  }

  /** A service, or why there is none. */
  private record Answer(@Nullable Service service, String advice) {}

  /**
   * @param tables in the order in which they count: what an earlier one says holds
   */
  Services(List<OfficeTable> tables) {
    for (OfficeTable table : tables) {
      int name = table.column(SeikyuAdapter.SERVICE);
      int code = table.column("サービスコード");
      if (name >= 0 && code >= 0) {
        complete = true;
        add(table, name, code);
      }
    }
  }

  private void add(OfficeTable table, int name, int code) {
    int start = table.column("サービス開始時刻", "開始時刻");
    int end = table.column("サービス終了時刻", "終了時刻");
    int units = table.column("単位数");
    Map<String, Answer> found = new HashMap<>();
    for (List<String> line : table.lines()) {
      Answer answer = answer(line, code, start, end, units);
      found.merge(
          HalfWidth.key(line.get(name)),
          answer,
          (old, one) ->
              old.equals(one)
                  ? old
                  : new Answer(null, "表 services.csv に 2 つの答えがある略称です。1 つにしてください。"));
      if (answer.service() != null) {
        names.putIfAbsent(keyOf(answer.service()), line.get(name));
      }
    }
    found.forEach(byName::putIfAbsent);
  }

  private static Answer answer(List<String> line, int code, int start, int end, int units) {
    if (line.get(code).equals(NOT_SENT)) {
      return new Answer(new Service("", "", "", ""), "");
    }
    try {
      return new Answer(
          new Service(
              CODE.read(line.get(code), ignored -> {}),
              TIME.read(cell(line, start), ignored -> {}),
              TIME.read(cell(line, end), ignored -> {}),
              Forms.number(SeikyuAdapter.UNITS_LENGTH).read(cell(line, units), ignored -> {})),
          "");
    } catch (UnreadableException e) {
      return new Answer(null, "表 services.csv のこの略称の行に、読めない値があります。" + e.advice());
    }
  }

  private static String cell(List<String> line, int place) {
    return place < 0 ? "" : line.get(place);
  }

  private static List<String> keyOf(Service service) {
    return List.of(service.code(), service.start(), service.end());
  }

  /**
   * What a short name means.
   *
   * @throws UnreadableException when the table does not say it, or not clearly
   */
  Service named(String shortName) throws UnreadableException {
    Answer answer = byName.get(HalfWidth.key(shortName));
    if (answer == null) {
      throw new UnreadableException(
          complete
              ? "事業所の表 services.csv に無い略称です。表に 1 行加えてください。"
              : "事業所の表 services.csv が無いか、列（略称、サービスコード）がありません。表を作ってください。");
    }
    if (answer.service() == null) {
      throw new UnreadableException(answer.advice());
    }
    return answer.service();
  }

  /** The first short name of a service at this time of day. */
  Optional<String> nameOf(String code, String start, String end) {
    return Optional.ofNullable(names.get(List.of(code, start, end)));
  }
}
