package careplanhub.standard.units;

import careplanhub.standard.CheckOptions;
import careplanhub.standard.FileName;
import careplanhub.standard.FileNameException;
import careplanhub.standard.FileReport;
import careplanhub.standard.Finding;
import careplanhub.standard.NamedSource;
import careplanhub.standard.OfficeNumber;
import careplanhub.standard.Row;
import careplanhub.standard.RowWriter;
import careplanhub.standard.Serial;
import careplanhub.standard.ServiceTypeCode;
import careplanhub.standard.UnitCheck;
import careplanhub.standard.UnwritableException;
import careplanhub.standard.UserIdentity;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** One example of {@code /standard/units}; its README tells the form. */
final class UnitExample {
  private static final Charset MS932 = Charset.forName("windows-31j");
  private static final OfficeNumber SUPPORT = new OfficeNumber("1370000001");
  private static final ServiceTypeCode CARE = new ServiceTypeCode("43");

  private final String place;
  private final JsonNode node;
  private final Map<String, String> told = new LinkedHashMap<>();

  UnitExample(String place, JsonNode node) {
    this.place = place;
    this.node = node;
  }

  int rule() {
    return node.get("rule").asInt();
  }

  /**
   * What the program makes of the example's input: file names with their bytes, then what it tells.
   */
  String made() throws IOException, UnwritableException {
    StringBuilder text = new StringBuilder();
    if (node.has("receive")) {
      ReceivedRows held = ReceivedRows.after(ExampleRows.units(node.get("receive")));
      for (String kind : held.kinds()) {
        text.append(kind).append("\r\n").append(written(held.of(kind)));
      }
      return text.toString();
    }
    for (PlannedUnit unit : units()) {
      text.append("unit\r\n");
      for (PlannedFile file : unit.files()) {
        text.append(file.name().format()).append("\r\n").append(written(file.rows()));
      }
    }
    told.forEach((what, value) -> text.append(what).append(": ").append(value).append("\r\n"));
    return text.toString();
  }

  /** The same as the example says it. */
  String expected() throws FileNameException {
    StringBuilder text = new StringBuilder();
    for (Map.Entry<String, JsonNode> kind : node.path("holds").properties()) {
      text.append(kind.getKey()).append("\r\n");
      text.append(ExampleRows.text(kind.getValue(), kind.getKey()));
    }
    for (JsonNode unit : node.path("expect")) {
      text.append("unit\r\n");
      for (Map.Entry<String, JsonNode> file : unit.properties()) {
        text.append(file.getKey()).append("\r\n");
        text.append(ExampleRows.text(file.getValue(), FileName.parse(file.getKey()).kind()));
      }
    }
    node.path("told")
        .properties()
        .forEach(e -> text.append(e.getKey() + ": " + e.getValue().asText() + "\r\n"));
    return text.toString();
  }

  /**
   * The errors that the check finds in what is to be sent; those that the example allows are not.
   */
  List<String> errors() throws IOException, UnwritableException {
    List<String> errors = new ArrayList<>();
    for (PlannedUnit unit : node.has("receive") ? List.<PlannedUnit>of() : units()) {
      List<NamedSource> sources = new ArrayList<>();
      for (PlannedFile file : unit.files()) {
        byte[] bytes = written(file.rows()).getBytes(MS932);
        sources.add(new NamedSource(file.name().format(), () -> new ByteArrayInputStream(bytes)));
      }
      for (FileReport report : UnitCheck.check(sources, CheckOptions.strict())) {
        report.findings().stream()
            .filter(Finding::isError)
            .forEach(error -> errors.add(report.file() + " " + error.code()));
      }
    }
    return errors;
  }

  @Override
  public String toString() {
    return place + ": " + node.path("says").asText();
  }

  private List<PlannedUnit> units() {
    told.clear();
    if (node.has("slips")) {
      return slips();
    }
    return node.has("commissioned") ? commissioned() : results();
  }

  private List<PlannedUnit> slips() {
    Supplier<Serial> serials = serials("20250425093000");
    SlipRows rows = ExampleRows.slips(node.get("slips"));
    SplitSlip split = SlipSplitter.split(rows, SUPPORT, CARE, serials);
    tell("withheld", split.withheld());
    tell("toNobody", split.sentToNobody());
    if (!node.has("sent")) {
      return split.units();
    }
    Set<UserIdentity> planned = new HashSet<>();
    rows.slips().forEach(row -> planned.add(row.user()));
    List<PlannedUnit> units =
        new ArrayList<>(
            SlipWithdrawals.plan(
                ExampleRows.units(node.get("sent")), split.units(), planned, serials));
    units.addAll(split.units());
    return units;
  }

  private List<PlannedUnit> results() {
    List<SatelliteRows> exports = new ArrayList<>();
    for (JsonNode export : node.path("exports")) {
      exports.addAll(
          SatelliteRows.exportedBy(
              export.path("satellite").asText(""), ExampleRows.of("UPJSK", export.get("rows"))));
    }
    Set<String> replaced = new HashSet<>();
    node.path("emptied").forEach(place -> replaced.add(place.asText()));
    exports.forEach(export -> replaced.add(export.satellite()));
    List<Row> held = ReceivedRows.after(ExampleRows.units(node.path("sent"))).of("UPJSK");
    SatelliteMerge merge =
        SatelliteMerge.correct(
            held, exports, row -> replaced.contains(SatelliteRows.numberOf(row)));
    tell("twice", merge.twice().size());
    tell("renumbered", merge.renumbered());
    UnitAddress address =
        new UnitAddress(
            new OfficeNumber("1370000002"),
            new ServiceTypeCode(node.path("type").asText("11")),
            SUPPORT,
            CARE,
            "202505");
    return ResultUnits.plan(address, held, merge.rows(), serials("20250601093000"));
  }

  private List<PlannedUnit> commissioned() {
    JsonNode given = node.get("commissioned");
    Set<String> known = new HashSet<>();
    given.get("users").forEach(user -> known.add(user.asText()));
    UnitAddress centre =
        new UnitAddress(
            SUPPORT, CARE, new OfficeNumber("1370000009"), new ServiceTypeCode("46"), "202505");
    CommissionedResults made =
        CommissionedResults.of(
            ExampleRows.slips(given),
            ExampleRows.of("UPJSK", given.get("UPJSK")),
            row -> known.contains(nameOf(row.user())) ? Optional.of(centre) : Optional.empty(),
            serials("20250601093000"));
    tell("withoutPlan", made.withoutPlan());
    tell("withoutCentre", made.withoutCentre());
    return made.units();
  }

  private void tell(String what, long count) {
    if (count > 0) {
      told.put(what, String.valueOf(count));
    }
  }

  private void tell(String what, Collection<UserIdentity> users) {
    if (!users.isEmpty()) {
      told.put(
          what, users.stream().map(UnitExample::nameOf).sorted().collect(Collectors.joining(" ")));
    }
  }

  private static String nameOf(UserIdentity user) {
    return String.valueOf((char) ('A' - 1 + Integer.parseInt(user.insuredNumber().substring(2))));
  }

  private static Supplier<Serial> serials(String first) {
    Serial[] next = {new Serial(first)};
    return () -> {
      Serial given = next[0];
      next[0] = Serial.of(given.moment().plusSeconds(1));
      return given;
    };
  }

  private static String written(List<Row> rows) throws IOException, UnwritableException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (RowWriter writer = new RowWriter(bytes, rows.get(0).layout(), replacement -> {})) {
      for (Row row : rows) {
        writer.write(row);
      }
    }
    return bytes.toString(MS932);
  }
}
