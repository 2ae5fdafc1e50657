package careplanhub.channel.fax;

import careplanhub.fax.forms.ResultLine;
import careplanhub.fax.forms.SlipService;
import careplanhub.ledger.Answers;
import careplanhub.ledger.Parcel;
import careplanhub.standard.FileName;
import careplanhub.standard.FileNameException;
import careplanhub.standard.Layout;
import careplanhub.standard.Row;
import careplanhub.standard.RowWriter;
import careplanhub.standard.Serial;
import careplanhub.standard.Standard;
import careplanhub.standard.StandardVersion;
import careplanhub.standard.UnwritableException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * UPJSK of what a person confirmed. A row is the slip's own row of the service, with the day; what
 * a sheet does not tell is as planned.
 */
final class ResultFile {
  private static final Layout RESULTS =
      Standard.data().layout(StandardVersion.V4_1, "UPJSK").orElseThrow();
  private static final String PLANNED = "UPPLAN";

  private final List<Row> slip;
  private final Parcel parcel;
  private final LocalDate today;

  /**
   * @param slip the rows of the parcel with which the sheets were sent
   */
  ResultFile(List<Row> slip, Parcel parcel, LocalDate today) {
    this.slip = slip.stream().filter(row -> row.layout().kind().equals(PLANNED)).toList();
    this.parcel = parcel;
    this.today = today;
  }

  /** The days of a line that a person confirmed. */
  static List<Integer> days(SheetLine line, String answer) {
    return switch (answer) {
      case Answers.AS_READ -> line.days();
      case Answers.NOT_TAKEN -> List.of();
      default -> Answers.days(answer);
    };
  }

  /** The rows of a line. */
  List<Row> rows(ResultLine line, List<Integer> days) throws IOException {
    List<Row> rows = new ArrayList<>();
    for (int day : days) {
      if (day > line.planned().size()) {
        continue;
      }
      String date = line.targetMonth() + String.format(Locale.ROOT, "%02d", day);
      rows.add(row(line, date, Math.max(1, line.planned().get(day - 1))));
    }
    return rows;
  }

  private Row row(ResultLine line, String date, int count) throws IOException {
    List<Row> same =
        slip.stream()
            .filter(row -> row.user().equals(line.user()))
            .filter(row -> row.get("targetMonth").equals(line.targetMonth()))
            .filter(row -> SlipService.of(row).equals(line.service()))
            .toList();
    Row pattern =
        same.stream()
            .filter(row -> row.get("serviceDate").equals(date))
            .findFirst()
            .or(() -> same.stream().findFirst())
            .orElseThrow(() -> new IOException("the slip lacks a service of its sheet"));
    List<String> values =
        RESULTS.fields().stream()
            .map(field -> pattern.layout().has(field.key()) ? pattern.get(field.key()) : "")
            .toList();
    return Row.of(RESULTS, values)
        .with("serviceDate", date)
        .with("serviceCount", String.valueOf(count))
        .with("createdOn", DateTimeFormatter.BASIC_ISO_DATE.format(today))
        .with("updatedByOfficeNumber", parcel.addressee().value());
  }

  /** The file of the rows. */
  static byte[] write(List<Row> rows) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (RowWriter writer = new RowWriter(bytes, RESULTS, replaced -> {})) {
      for (Row row : rows) {
        writer.write(row);
      }
    } catch (UnwritableException e) {
      throw new IOException("confirmed results cannot be written");
    }
    return bytes.toByteArray();
  }

  /** The name as the partner would give it: the slip's, the other way round. */
  String name(String month, Serial serial) throws IOException {
    for (Parcel.ParcelEntry file : parcel.files()) {
      try {
        FileName slip = FileName.parse(file.name());
        if (slip.kind().equals(PLANNED)) {
          return new FileName(
                  StandardVersion.V4_1,
                  RESULTS.kind(),
                  month,
                  slip.to(),
                  slip.toType(),
                  slip.from(),
                  slip.fromType(),
                  serial,
                  null)
              .format();
        }
      } catch (FileNameException e) {
        throw new IOException("a parcel's file has no name of the standard");
      }
    }
    throw new IOException("the parcel has no slip");
  }
}
