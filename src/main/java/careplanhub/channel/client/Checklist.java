package careplanhub.channel.client;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;

/**
 * The checklist of a folder: a page to print, and a CSV file in MS932, which Excel opens by a
 * double click, to be filled and dropped back. Safe for every thread.
 */
final class Checklist {
  static final Charset MS932 = Charset.forName("windows-31j");
  static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
  static final String FOLDER = "フォルダー";
  static final String NUMBER = "番号";
  static final String ADDRESSEE = "送信先事業所番号";
  static final String SENT = "送信済";
  static final String WHO = "担当者";

  /** What the hub writes; staff fill {@link #SENT} and {@link #WHO} behind them. */
  static final List<String> WRITTEN =
      List.of(FOLDER, NUMBER, ADDRESSEE, "送信先事業所名", "メッセージ", "ファイル名", "ファイル種別", "受付番号");

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu/MM/dd HH:mm");

  private final TemplateEngine pages = TemplateEngine.createPrecompiled(ContentType.Html);

  /** The cells of a line that are not for staff to change, in the order of {@link #WRITTEN}. */
  static List<String> cells(HandOverFolder folder, HandOverFolder.Line line) {
    return List.of(
        folder.name(),
        String.valueOf(line.number()),
        line.parcel().addressee().value(),
        cell(line.parcel().addresseeName()),
        cell(line.parcel().message()),
        cell(line.file().name()),
        line.file().kind(),
        line.parcel().id());
  }

  byte[] csv(HandOverFolder folder) throws IOException {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
      csv.writeRecord(join(WRITTEN, SENT, WHO));
      for (HandOverFolder.Line line : folder.lines()) {
        csv.writeRecord(join(cells(folder, line), "", ""));
      }
    }
    return text.toString().getBytes(MS932);
  }

  byte[] html(ClientPlace place, HandOverFolder folder) {
    StringOutput html = new StringOutput();
    pages.render(
        "checklist.jte",
        new ChecklistPage(
            folder.name(),
            place.office() + " " + place.officeName(),
            time(folder.madeAt()),
            folder.parcels().stream().map(parcel -> group(folder, parcel)).toList()),
        html);
    return html.toString().getBytes(StandardCharsets.UTF_8);
  }

  static String time(Instant instant) {
    return TIME.format(instant.atZone(JAPAN));
  }

  private static ChecklistPage.Parcel group(HandOverFolder folder, HandOverParcel parcel) {
    return new ChecklistPage.Parcel(
        parcel.addressee().value(),
        parcel.addresseeName(),
        parcel.message(),
        folder.lines().stream()
            .filter(line -> line.parcel().equals(parcel))
            .map(
                line ->
                    new ChecklistPage.Item(line.number(), line.file().name(), line.file().kind()))
            .toList());
  }

  private static List<String> join(List<String> written, String sent, String who) {
    return Stream.concat(written.stream(), Stream.of(sent, who)).toList();
  }

  /**
   * A text that MS932 can write and Excel takes for a text: what MS932 has not is written as its
   * number, and what Excel would reckon gets an apostrophe.
   */
  private static String cell(String text) {
    CharsetEncoder encoder = MS932.newEncoder();
    StringBuilder cell = new StringBuilder();
    text.codePoints()
        .forEach(
            point -> {
              String character = Character.toString(point);
              cell.append(encoder.canEncode(character) ? character : "〔U+%04X〕".formatted(point));
            });
    boolean formula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
    return formula ? "'" + cell : cell.toString();
  }
}
