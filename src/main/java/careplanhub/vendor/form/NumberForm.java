package careplanhub.vendor.form;

import careplanhub.office.ConfigurationException;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code number}: a whole number of at most so many characters, a minus sign among them. */
final class NumberForm implements Form {
  private static final int LONGEST = 18;
  private static final int GROUP = 3;
  private static final Pattern MINUS = Pattern.compile("^[△▲−]");
  private static final Pattern NO_FRACTION = Pattern.compile("\\.0+$");
  private static final Pattern GROUPED = Pattern.compile("-?[0-9]{1,3}(,[0-9]{3})+");
  private static final Pattern WHOLE = Pattern.compile("-?[0-9]+");

  private final int length;
  private final boolean commas;
  private final int fill;
  private final boolean wide;

  /**
   * What the mapping says.
   *
   * @param length the greatest count of characters in the standard
   * @param commas whether the vendor writes 1,234
   * @param fill how many digits the vendor writes at least, with zeros before
   * @param wide whether the vendor writes full-width digits
   */
  record Parameters(
      @JsonProperty(required = true) int length,
      @Nullable Boolean commas,
      @Nullable Integer fill,
      @Nullable Boolean wide) {}

  private NumberForm(Parameters parameters) {
    this.length = parameters.length();
    this.commas = Boolean.TRUE.equals(parameters.commas());
    this.fill = parameters.fill() == null ? 0 : parameters.fill();
    this.wide = Boolean.TRUE.equals(parameters.wide());
  }

  static NumberForm ofLength(int length) {
    return new NumberForm(new Parameters(length, null, null, null));
  }

  static NumberForm create(FormPart part) throws ConfigurationException {
    Parameters parameters = part.bind(Parameters.class);
    if (parameters.length() < 1 || parameters.length() > LONGEST) {
      throw part.error("length", "1 から 18 までの桁数を書いてください。");
    }
    if (parameters.fill() != null && (parameters.fill() < 1 || parameters.fill() > LONGEST)) {
      throw part.error("fill", "1 から 18 までの桁数を書いてください。");
    }
    if (parameters.fill() != null && Boolean.TRUE.equals(parameters.commas())) {
      throw part.error("fill", "commas と一緒には使えません。");
    }
    return new NumberForm(parameters);
  }

  @Override
  public String read(String cell, Consumer<Tolerated> tolerated) throws UnreadableException {
    boolean plainDigits = cell.length() <= length && HalfWidth.isDigits(cell);
    if (plainDigits && !(fill > 0 && cell.charAt(0) == '0')) {
      return cell;
    }
    String text = HalfWidth.of(cell, wide ? ignored -> {} : tolerated);
    String plain = NO_FRACTION.matcher(MINUS.matcher(text).replaceFirst("-")).replaceFirst("");
    boolean grouped = GROUPED.matcher(plain).matches();
    if (!plain.equals(text) || (grouped && !commas)) {
      tolerated.accept(Tolerated.OTHER_NUMBER_FORM);
    }
    plain = grouped ? plain.replace(",", "") : plain;
    if (!plain.isEmpty() && !WHOLE.matcher(plain).matches()) {
      throw new UnreadableException("整数ではありません。数字だけにしてください。");
    }
    plain = fill > 0 ? withoutZeros(plain) : plain;
    if (plain.length() > length) {
      throw new UnreadableException(length + " 桁を超えています。数を確認してください。");
    }
    return plain;
  }

  @Override
  public String write(String value) {
    boolean plain = !commas && fill == 0 && !wide;
    if (plain || value.isEmpty() || !WHOLE.matcher(value).matches()) {
      return value;
    }
    String sign = value.startsWith("-") ? "-" : "";
    String digits = value.substring(sign.length());
    String written =
        sign
            + (commas ? grouped(digits) : "0".repeat(Math.max(0, fill - digits.length())) + digits);
    return wide ? Script.LETTERS_FULL.write(written) : written;
  }

  private static String withoutZeros(String number) {
    int sign = number.startsWith("-") ? 1 : 0;
    int first = sign;
    while (first < number.length() - 1 && number.charAt(first) == '0') {
      first++;
    }
    return number.substring(0, sign) + number.substring(first);
  }

  private static String grouped(String digits) {
    StringBuilder text = new StringBuilder(digits);
    for (int place = digits.length() - GROUP; place > 0; place -= GROUP) {
      text.insert(place, ',');
    }
    return text.toString();
  }
}
