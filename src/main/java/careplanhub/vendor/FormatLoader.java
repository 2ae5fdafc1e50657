package careplanhub.vendor;

import careplanhub.office.ConfigurationException;
import careplanhub.office.YamlDocument;
import careplanhub.vendor.AdapterFile.MonthSide;
import careplanhub.vendor.AdapterFile.RecogniseSide;
import careplanhub.vendor.AdapterFile.VendorSide;
import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Makes the vendor's side of an adapter's file: how files are laid out and how they are told from
 * others.
 */
final class FormatLoader {
  private static final Map<String, LineDelimiter> LINE_ENDS =
      Map.of("CRLF", LineDelimiter.CRLF, "LF", LineDelimiter.LF);
  private static final Map<String, Character> SEPARATORS =
      Map.of("comma", ',', "tab", '\t', "semicolon", ';');
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_.-]*");
  private static final Pattern COUNT = Pattern.compile("([0-9]{1,4})(?:-([0-9]{1,4}))?");

  private final YamlDocument document;
  private final AdapterFile file;
  private final RecogniseSide recognise;

  FormatLoader(YamlDocument document, AdapterFile file) throws ConfigurationException {
    this.document = document;
    this.file = file;
    this.recognise = recogniseSide();
  }

  private RecogniseSide recogniseSide() throws ConfigurationException {
    JsonNode node = file.recognise();
    if (!node.isArray()) {
      return document.bind("/recognise", RecogniseSide.class);
    }
    List<String> words = new ArrayList<>();
    node.forEach(word -> words.add(word.asText()));
    return new RecogniseSide(null, words, null, null);
  }

  VendorFormat format() throws ConfigurationException {
    VendorSide side = file.file();
    LineDelimiter lineEnd = LINE_ENDS.get(side.lineEnd());
    if (lineEnd == null) {
      throw document.error("/file/lineEnd", "使えるもの: CRLF、LF");
    }
    Character separator = SEPARATORS.get(side.separator() == null ? "comma" : side.separator());
    if (separator == null) {
      throw document.error("/file/separator", "使えるもの: comma、tab、semicolon");
    }
    if (side.header() != null && !side.header().equals("none")) {
      throw document.error("/file/header", "見出しの無いファイルでは none と書き、ほかでは省いてください。");
    }
    TextEncoding encoding =
        TextEncoding.of(side.charset())
            .orElseThrow(() -> document.error("/file/charset", "使えるもの: MS932、UTF-8、UTF-8-BOM"));
    boolean header = side.header() == null;
    return new VendorFormat(
        ColumnsLoader.load(document, side.columns(), !header),
        header,
        preamble(),
        separator,
        encoding,
        lineEnd,
        name(document, side.name()),
        perUser(side),
        months());
  }

  /** Whether each user has a file, which then has to name them. */
  private boolean perUser(VendorSide side) throws ConfigurationException {
    boolean perUser = side.per() != null;
    if (perUser && !"user".equals(side.per())) {
      throw document.error("/file/per", "利用者ごとに 1 つのファイルにするときは user と書き、ほかでは省いてください。");
    }
    boolean named = Template.parse(side.name()).filter(one -> one.has(Template.USER)).isPresent();
    if (perUser != named) {
      throw document.error("/file/name", "{user} は、per: user と書いたときに限り、必ず入れてください（利用者ごとのファイルの名前）。");
    }
    return perUser;
  }

  /** The name of written files, from what stands at {@code file.name}. */
  static Template name(YamlDocument document, String written) throws ConfigurationException {
    Optional<Template> name =
        Template.parse(written)
            .filter(one -> one.has("from") && one.has("fromType") && one.has("serial"))
            .filter(one -> NAME.matcher(one.literals()).matches())
            .filter(one -> !written.startsWith(".") && !written.contains("/"));
    return name.orElseThrow(
        () ->
            document.error(
                "/file/name",
                "文字・数字・_ . - と {month} {from} {fromType} {to} {toType} {serial} で書き、{from}、{fromType}、{serial} を入れてください。"));
  }

  private List<Template> preamble() throws ConfigurationException {
    List<Template> lines = new ArrayList<>();
    List<String> written = file.file().preamble() == null ? List.of() : file.file().preamble();
    for (int line = 0; line < written.size(); line++) {
      String pointer = "/file/preamble/" + line;
      lines.add(
          Template.parse(written.get(line))
              .filter(one -> !one.literals().isBlank())
              .orElseThrow(
                  () -> document.error(pointer, "文字と {month}、{month:令和y年M月}、{from} などで書いてください。")));
    }
    if (lines.size() > VendorFormat.MOST_PREAMBLE_LINES) {
      throw document.error("/file/preamble", VendorFormat.MOST_PREAMBLE_LINES + " 行までです。");
    }
    return lines;
  }

  private MonthSource months() throws ConfigurationException {
    MonthSide side = file.file().month();
    if (side == null) {
      return new MonthSource(null, "");
    }
    NamePattern pattern = side.name() == null ? null : new NamePattern(side.name());
    if (pattern != null && !pattern.hasMonth()) {
      throw document.error("/file/month/name", "年月の場所に {month} を書いてください（例 *{month}*.csv）。");
    }
    return new MonthSource(pattern, MappingPart.orEmpty(side.label()));
  }

  Recognition recognition(VendorColumns columns) throws ConfigurationException {
    List<String> words = recognise.header() == null ? List.of() : recognise.header();
    List<Integer> header = new ArrayList<>();
    for (String word : words) {
      header.add(
          columns
              .index(word)
              .orElseThrow(
                  () -> document.error("/recognise", "「" + word + "」は file.columns に無い列です。")));
    }
    if (!header.isEmpty() && file.file().header() != null) {
      throw document.error("/recognise", "見出しの無いファイルは、見出しの語では見分けられません。");
    }
    if (header.isEmpty() && recognise.name() == null && recognise.columns() == null) {
      throw document.error("/recognise", "見分けるための列の名前を 1 つ以上書いてください（または name、columns）。");
    }
    int[] count = count();
    return new Recognition(
        recognise.name() == null ? null : new NamePattern(recognise.name()),
        header,
        count[0],
        count[1],
        recognise.preamble() == null ? List.of() : recognise.preamble());
  }

  /** The fewest and the most columns. */
  private int[] count() throws ConfigurationException {
    if (recognise.columns() == null) {
      return new int[] {0, Integer.MAX_VALUE};
    }
    var matcher = COUNT.matcher(recognise.columns());
    int fewest = matcher.matches() ? Integer.parseInt(matcher.group(1)) : 1;
    int most =
        matcher.matches() && matcher.group(2) != null ? Integer.parseInt(matcher.group(2)) : fewest;
    if (!matcher.matches() || most < fewest) {
      throw document.error("/recognise/columns", "列の数を 130 か 130-150 のように書いてください。");
    }
    return new int[] {fewest, most};
  }
}
