package careplanhub.vendor;

import careplanhub.office.ConfigurationException;
import careplanhub.standard.Field;
import careplanhub.vendor.form.Form;
import careplanhub.vendor.form.HalfWidth;
import careplanhub.vendor.form.Tolerated;
import careplanhub.vendor.form.UnreadableException;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code duration}: a column of minutes between two time fields. It gives the one that no lens
 * above gives, or is empty there; where both are known it follows from them. Past midnight it goes
 * on at 0:00.
 */
final class DurationLens implements Lens {
  private static final int HOUR = 60;
  private static final int DAY = 24 * HOUR;
  private static final int LONGEST = 4;
  private static final String NO_TIME = "9999";

  private final int column;
  private final Field start;
  private final Field end;
  private final List<Field> gives;
  private final Form form;

  /**
   * What the mapping says.
   *
   * @param column the vendor's, with minutes
   * @param start the time field of the beginning
   * @param end the time field of the end
   * @param gives the key of that one which this lens gives; without it both stand above
   * @param form a form of numbers; three digits where there is none
   */
  record Parameters(
      @JsonProperty(required = true) String column,
      @JsonProperty(required = true) String start,
      @JsonProperty(required = true) String end,
      @Nullable String gives,
      @Nullable JsonNode form) {}

  private DurationLens(int column, Field start, Field end, List<Field> gives, Form form) {
    this.column = column;
    this.start = start;
    this.end = end;
    this.gives = gives;
    this.form = form;
  }

  static Lens create(MappingPart part) throws ConfigurationException {
    Parameters parameters = part.bind(Parameters.class);
    Field start = part.field("start", parameters.start());
    Field end = part.field("end", parameters.end());
    List<Field> gives = new ArrayList<>();
    if (parameters.gives() != null) {
      Field given = part.field("gives", parameters.gives());
      if (!given.equals(start) && !given.equals(end)) {
        throw part.error("gives", "start か end の項目を書いてください。");
      }
      gives.add(given);
    }
    return new DurationLens(
        part.column("column", parameters.column()), start, end, List.copyOf(gives), part.form());
  }

  @Override
  public int[] columns() {
    return new int[] {column};
  }

  @Override
  public int[] required() {
    return gives.isEmpty() ? new int[0] : columns();
  }

  @Override
  public List<Field> fields() {
    return gives;
  }

  @Override
  public List<Field> needs() {
    return gives.isEmpty() ? List.of(start, end) : List.of(gives.contains(end) ? start : end);
  }

  @Override
  public void get(StandardDraft draft) throws UnreadableException {
    int begin = minutes(draft.value(start));
    int finish = minutes(draft.value(end));
    boolean fromStart = finish < 0 && begin >= 0;
    boolean fromEnd = begin < 0 && finish >= 0;
    int length = length(draft);
    if (length < 0) {
      if (!gives.isEmpty() && (fromStart || fromEnd)) {
        throw new UnreadableException("空です。時間（分）を入れてください。").at(draft.name(column));
      }
      noTime(draft);
    } else if (fromStart) {
      draft.set(end, time(begin + length));
    } else if (fromEnd) {
      draft.set(start, time(finish - length));
    } else if (begin >= 0 && Math.floorMod(finish - begin, DAY) != length % DAY) {
      draft.tolerate(Tolerated.OTHER_DURATION, column);
    }
  }

  /** What has no time at one end has none at the other. */
  private void noTime(StandardDraft draft) {
    for (Field given : gives) {
      String other = draft.value(given.equals(end) ? start : end);
      if (other.equals(NO_TIME)) {
        draft.set(given, NO_TIME);
      }
    }
  }

  /** The minutes in the column; -1 when it is empty. */
  private int length(StandardDraft draft) throws UnreadableException {
    String text = draft.read(column, form);
    if (text.isEmpty()) {
      return -1;
    }
    boolean digits = text.length() <= LONGEST && HalfWidth.isDigits(text);
    if (!digits || Integer.parseInt(text) > DAY) {
      throw new UnreadableException("時間（分）ではありません。数字だけにしてください。").at(draft.name(column));
    }
    return Integer.parseInt(text);
  }

  @Override
  public void put(VendorDraft draft) throws UnreadableException {
    int begin = minutes(draft.value(start));
    int finish = minutes(draft.value(end));
    if (begin >= 0 && finish >= 0) {
      draft.set(column, form.write(String.valueOf(Math.floorMod(finish - begin, DAY))));
    } else if (!gives.isEmpty() && (begin >= 0 || finish >= 0)) {
      throw new UnreadableException("開始と終了の片方にしか時刻が無いので書けません。").at(gives.get(0).key());
    }
  }

  private static int minutes(String time) {
    if (time.length() != LONGEST || time.equals(NO_TIME) || !HalfWidth.isDigits(time)) {
      return -1;
    }
    int number = Integer.parseInt(time);
    return HOUR * (number / 100) + number % 100;
  }

  private static String time(int minutes) {
    int ofDay = Math.floorMod(minutes, DAY);
    return MonthDays.twoDigits(ofDay / HOUR) + MonthDays.twoDigits(ofDay % HOUR);
  }
}
