package careplanhub.vendor;

import careplanhub.office.Directory;
import careplanhub.office.HubSettings;
import careplanhub.standard.FileName;
import careplanhub.standard.FileNameException;
import careplanhub.standard.Finding;
import careplanhub.standard.Layout;
import careplanhub.standard.NamedSource;
import careplanhub.standard.OfficeNumber;
import careplanhub.standard.ReadOptions;
import careplanhub.standard.Row;
import careplanhub.standard.RowReader;
import careplanhub.standard.RowWriter;
import careplanhub.standard.Standard;
import careplanhub.standard.UnwritableException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Runs one scenario of an adapter in both directions and there and back, and says each difference
 * from what it expects. Its texts show the scenario's values, which are synthetic. For one thread.
 */
public final class ScenarioCheck {
  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
  private static final Charset MS932 = Charset.forName("windows-31j");

  private final Adapter adapter;
  private final Scenario scenario;
  private final List<String> differences = new ArrayList<>();

  private ScenarioCheck(Adapter adapter, Scenario scenario) {
    this.adapter = adapter;
    this.scenario = scenario;
  }

  /** The differences; none when all is as expected. */
  public static List<String> differences(Adapter adapter, Scenario scenario) throws IOException {
    return new ScenarioCheck(adapter, scenario).run();
  }

  /**
   * What one direction makes.
   *
   * @param findings as a scenario writes them
   * @param files their texts by their names
   */
  public record Made(List<String> findings, Map<String, String> files) {
    public Made {
      findings = List.copyOf(findings);
      files = Collections.unmodifiableMap(new TreeMap<>(files));
    }
  }

  /** What the scenario's files of the vendor become now. */
  public static Made standard(Adapter adapter, Scenario scenario) throws IOException {
    return new ScenarioCheck(adapter, scenario).toStandard(scenario.files("vendor"));
  }

  /** What the scenario's files of the standard become now. */
  public static Made back(Adapter adapter, Scenario scenario)
      throws IOException, FileNameException {
    return new ScenarioCheck(adapter, scenario).fromStandard();
  }

  private List<String> run() throws IOException {
    List<Path> exports = scenario.files("vendor");
    if (exports.isEmpty() && scenario.files("standard").isEmpty()) {
      differences.add("vendor にも standard にもファイルが無いので、何も確かめていません。");
      return differences;
    }
    try {
      if (!exports.isEmpty()) {
        Made made = toStandard(exports);
        compare("標準仕様へ: 指摘", lines(scenario.says().toStandard()), made.findings());
        compareFiles("標準仕様へ", expected("standard"), made.files());
      }
      Made made = fromStandard();
      compare("標準仕様から: 指摘", lines(scenario.says().fromStandard()), made.findings());
      compareFiles("標準仕様から", expected("back"), made.files());
    } catch (FileNameException e) {
      differences.add("standard のファイルの名前が標準仕様の名前ではありません。" + e.finding().message());
    } catch (DateTimeException e) {
      differences.add("scenario.yaml の today は 2025-05-01、month は 202504 のように書いてください。");
    }
    return differences;
  }

  private Made toStandard(List<Path> exports) throws IOException {
    VendorContext context = context();
    List<VendorRows> read = new ArrayList<>();
    for (Path export : exports) {
      NamedSource source = source(export);
      if (!adapter.recognises(source)) {
        differences.add(export.getFileName() + " はこのアダプタの形式と見分けられません。");
      }
      read.add(adapter.read(source, context));
    }
    Translated translated = adapter.address(read, context);
    Map<String, String> made = new TreeMap<>();
    for (AddressedFile file : translated.files()) {
      made.put(file.name().format(), standardText(file.rows()));
    }
    return new Made(told(translated.findings()), made);
  }

  private Made fromStandard() throws IOException, FileNameException {
    List<Finding> findings = new ArrayList<>();
    Map<String, String> made = new TreeMap<>();
    for (Path file : scenario.files("standard")) {
      FileName name = FileName.parse(String.valueOf(file.getFileName()));
      if (!adapter.takes(name.kind())) {
        differences.add(name.kind() + " はこのアダプタが受け取るファイルではありません。");
        continue;
      }
      List<Row> rows = rows(name, Files.readAllBytes(file));
      List<VendorFile> written = adapter.filesOf(name, rows, knowledge());
      for (VendorFile one : written) {
        findings.addAll(one.findings());
        made.put(one.name() + (adapter.isText() ? "" : ".txt"), adapter.shown(one.bytes()));
      }
      if (written.stream().noneMatch(VendorFile::hasErrors)
          && adapter.makes().contains(name.kind())) {
        thereAndBack(name, rows, written);
      }
    }
    return new Made(told(findings), made);
  }

  /** What comes back is the same but for what the adapter declares lost. */
  private void thereAndBack(FileName name, List<Row> rows, List<VendorFile> written)
      throws IOException {
    List<Row> back = new ArrayList<>();
    for (VendorFile one : written) {
      NamedSource source = new NamedSource(one.name(), () -> new ByteArrayInputStream(one.bytes()));
      back.addAll(adapter.read(source, context()).rows());
    }
    List<String> expected = rows.stream().map(this::kept).sorted().toList();
    List<String> actual =
        back.stream()
            .filter(row -> row.layout().kind().equals(name.kind()))
            .map(this::kept)
            .sorted()
            .toList();
    compare("往復 " + name.kind(), expected, actual);
  }

  private String kept(Row row) {
    List<String> values = new ArrayList<>();
    for (String key : adapter.keptFields(row.layout())) {
      values.add(key + "=" + row.get(key));
    }
    return String.join(" ", values);
  }

  private VendorContext context() throws IOException {
    Scenario.Says says = scenario.says();
    Clock clock =
        Clock.fixed(LocalDate.parse(says.today()).atTime(12, 0).atZone(JAPAN).toInstant(), JAPAN);
    OfficeNumber partner = says.partner();
    SupportOfficeLookup supports =
        partner == null
            ? SupportOfficeLookup.none()
            : user -> Optional.of(new SupportOffice(partner, MappingPart.orEmpty(says.planner())));
    return new VendorContext(
        says.office(),
        Directory.empty(),
        supports,
        new ClockSerials(clock),
        clock,
        HubSettings.defaults().intake(),
        knowledge(),
        says.month() == null
            ? null
            : YearMonth.parse(says.month(), DateTimeFormatter.ofPattern("uuuuMM")));
  }

  private OfficeKnowledge knowledge() throws IOException {
    return new OfficeKnowledge(
        FolderTables.read(scenario.folder(), HubSettings.defaults().vendors()), UserMatches.none());
  }

  private NamedSource source(Path file) throws IOException {
    byte[] bytes =
        adapter.isText()
            ? text(file)
                .getBytes(
                    "MS932".equals(scenario.says().charset()) ? MS932 : StandardCharsets.UTF_8)
            : Files.readAllBytes(file);
    String name = scenario.says().fileName();
    return new NamedSource(
        name == null ? String.valueOf(file.getFileName()) : name,
        () -> new ByteArrayInputStream(bytes));
  }

  /** UTF-8, or MS932 where the file is as a care software or a translation wrote it. */
  private static String text(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return new String(bytes, MS932);
    }
  }

  private static List<Row> rows(FileName name, byte[] bytes) throws IOException {
    Layout layout = Standard.data().layout(name.version(), name.kind()).orElseThrow();
    List<Row> rows = new ArrayList<>();
    try (RowReader reader =
        RowReader.open(
            new ByteArrayInputStream(bytes), layout, ReadOptions.tolerant(), finding -> {})) {
      for (Row row = reader.next(); row != null; row = reader.next()) {
        rows.add(row);
      }
    }
    return rows;
  }

  private static String standardText(List<Row> rows) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (RowWriter writer = new RowWriter(bytes, rows.get(0).layout(), replacement -> {})) {
      for (Row row : rows) {
        writer.write(row);
      }
    } catch (UnwritableException e) {
      return e.finding().message();
    }
    return bytes.toString(MS932);
  }

  private Map<String, String> expected(String part) throws IOException {
    Map<String, String> expected = new TreeMap<>();
    for (Path file : scenario.files(part)) {
      expected.put(String.valueOf(file.getFileName()), text(file));
    }
    return expected;
  }

  private static List<String> told(List<Finding> findings) {
    return findings.stream()
        .map(
            finding ->
                finding.code()
                    + (finding.line() == null ? "" : " " + finding.line())
                    + (finding.field() == null ? "" : " " + finding.field()))
        .toList();
  }

  private static List<String> lines(@Nullable List<String> list) {
    return list == null ? List.of() : list;
  }

  private void compareFiles(String what, Map<String, String> expected, Map<String, String> made) {
    compare(what + ": ファイル", List.copyOf(expected.keySet()), List.copyOf(made.keySet()));
    made.forEach(
        (name, text) -> {
          if (expected.containsKey(name)) {
            compare(what + ": " + name, expected.get(name).lines().toList(), text.lines().toList());
          }
        });
  }

  private void compare(String what, List<String> expected, List<String> actual) {
    for (int i = 0; i < Math.max(expected.size(), actual.size()); i++) {
      String wanted = i < expected.size() ? expected.get(i) : "（無い）";
      String got = i < actual.size() ? actual.get(i) : "（無い）";
      if (!wanted.equals(got)) {
        differences.add(what + " " + (i + 1) + " 番目\n  期待 " + wanted + "\n  結果 " + got);
      }
    }
  }
}
