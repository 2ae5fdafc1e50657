package careplanhub.hub;

import static careplanhub.hub.HubWorld.DAY_CARE;
import static careplanhub.hub.HubWorld.MONTH;
import static careplanhub.hub.HubWorld.SUPPORT;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import careplanhub.lab.GeneratedFile;
import careplanhub.lab.GeneratedUnit;
import careplanhub.lab.SyntheticOffice;
import careplanhub.lab.UnitKind;
import careplanhub.standard.Field;
import careplanhub.standard.FileName;
import careplanhub.standard.Layout;
import careplanhub.standard.ReadOptions;
import careplanhub.standard.Row;
import careplanhub.standard.RowReader;
import careplanhub.standard.Standard;
import careplanhub.standard.UserIdentity;
import careplanhub.vendor.Adapter;
import careplanhub.vendor.Adapters;
import careplanhub.vendor.VendorFile;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A support office and a day care office use 提供票 (横並び). Planned rows and results go their own ways;
 * a slip goes only with the 第７表 and the supplement that the office's tables give.
 */
class TeikyoTest {
  private static final GeneratedUnit SLIP =
      MONTH
          .units(UnitKind.SLIP)
          .filter(unit -> unit.from().equals(SUPPORT) && unit.to().equals(DAY_CARE))
          .findFirst()
          .orElseThrow();
  private static final GeneratedFile RESULT =
      MONTH
          .results()
          .filter(unit -> unit.from().equals(DAY_CARE) && unit.to().equals(SUPPORT))
          .findFirst()
          .orElseThrow()
          .files()
          .get(0);

  @TempDir static Path folder;
  private static HubWorld world;
  private static Adapter teikyo;
  private static Path tables;

  @BeforeAll
  static void start() throws Exception {
    teikyo = Adapters.load(Path.of("config", "vendors")).named("teikyo").orElseThrow();
    world =
        HubWorld.start(
            folder,
            hub -> {
              Path corporation = hub.resolve("config/corporation.yaml");
              String text = Files.readString(corporation);
              String changed = text.replace("software: \"standard\"", "software: \"teikyo\"");
              assertFalse(changed.equals(text), text);
              Files.writeString(corporation, changed);
              tables = hub.resolve("config/offices");
            });
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  @Test
  void aSlipGoesWithWhatTheOfficesTablesGiveAndTheOthersWait() throws Exception {
    List<Row> planned = rows("UPPLAN");
    Set<String> users = insured(planned);
    assertTrue(users.size() > 1, "there are several users");
    String without = users.iterator().next();
    Predicate<Row> told = row -> !row.user().insuredNumber().equals(without);
    table("breakdown.csv", rows("UPSIKYU"));
    table("supplement.csv", rows("UPHOSOKU").stream().filter(told).toList());

    drop(SUPPORT, "提供票.csv", planned);

    String name = arrived("teikyo_" + month(planned) + "_" + SUPPORT.number());
    String slip = Files.readString(world.folder(DAY_CARE, "inbox").resolve(name));
    Set<String> sent = new TreeSet<>(users);
    sent.remove(without);
    sent.forEach(user -> assertTrue(slip.contains(user), "a user with everything goes"));
    assertFalse(slip.contains(without), "a slip that lacks something does not go");
    arrived("UPSIKYU_");
    arrived("UPHOSOKU_");
    String note = Files.readString(world.await(SUPPORT, "done", "提供票.csv.txt"));
    assertTrue(note.contains("VENDOR-20"), note);
    assertTrue(note.contains("supplement.csv"), note);
  }

  @Test
  void plannedRowsAloneAreRefusedAndSaidToBeForResultsOnly() throws Exception {
    List<Row> strangers =
        rows("UPPLAN").stream().map(row -> row.with("insurerNumber", "999999")).toList();

    drop(SUPPORT, "予定だけ.csv", strangers);

    world.await(SUPPORT, "error", "予定だけ.csv");
    String reason = Files.readString(world.await(SUPPORT, "error", "予定だけ.csv.txt"));
    assertTrue(reason.contains("HUB-11"), reason);
    assertTrue(reason.contains("第７表"), reason);
  }

  @Test
  void resultsOfTheSameLayoutReachTheSupportOfficeInIt() throws Exception {
    FileName name = FileName.parse(RESULT.name());
    List<Row> done = read(RESULT);
    Path supports = Files.createDirectories(tables.resolve(DAY_CARE.number().value()));
    Files.writeString(
        supports.resolve("support-offices.csv"),
        done.stream()
            .map(Row::user)
            .distinct()
            .map(TeikyoTest::line)
            .collect(Collectors.joining("\n")));

    drop(DAY_CARE, "実績.csv", done);

    String beginning = "teikyo_" + name.month() + "_" + DAY_CARE.number();
    world.await(
        "the result arrives",
        () -> names(SUPPORT).stream().anyMatch(file -> file.startsWith(beginning)));
    String file = names(SUPPORT).stream().filter(f -> f.startsWith(beginning)).findFirst().get();
    String result = Files.readString(world.folder(SUPPORT, "inbox").resolve(file));
    insured(done).forEach(user -> assertTrue(result.contains(user), "every user is there"));
    assertTrue(
        HubEvidence.of(folder.resolve("first"), "packed").stream()
            .anyMatch(one -> one.contains("teikyo") && one.contains(teikyo.sha256())));
    world.await(
        "the delivery is proved",
        () ->
            HubEvidence.of(folder.resolve("first"), "made-for-office").stream()
                .anyMatch(one -> one.contains("teikyo") && one.contains(teikyo.sha256())));
  }

  private static String line(UserIdentity user) {
    return user.insurerNumber() + "," + user.insuredNumber() + "," + SUPPORT.number();
  }

  private static List<String> names(SyntheticOffice office) throws IOException {
    return world.files(office, "inbox").stream()
        .map(file -> file.getFileName().toString())
        .toList();
  }

  private static String arrived(String beginning) throws Exception {
    world.await(
        beginning + " arrives",
        () -> names(DAY_CARE).stream().anyMatch(name -> name.startsWith(beginning)));
    return names(DAY_CARE).stream().filter(name -> name.startsWith(beginning)).findFirst().get();
  }

  private static String month(List<Row> rows) {
    return rows.get(0).get("targetMonth");
  }

  private static Set<String> insured(List<Row> rows) {
    return rows.stream()
        .map(row -> row.user().insuredNumber())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static void drop(SyntheticOffice office, String name, List<Row> rows) throws Exception {
    String of =
        rows.get(0).layout().kind().equals("UPPLAN") ? file("UPPLAN").name() : RESULT.name();
    VendorFile export = teikyo.fromStandard(FileName.parse(of), rows);
    assertFalse(export.hasErrors(), export.findings().toString());
    world.drop(office, name, export.bytes());
  }

  /** An office's table with every field of the standard. */
  private static void table(String name, List<Row> rows) throws IOException {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().build(text)) {
      csv.writeRecord(rows.get(0).layout().fields().stream().map(Field::japaneseName).toList());
      rows.forEach(row -> csv.writeRecord(row.values()));
    }
    Path folder = Files.createDirectories(tables.resolve(SUPPORT.number().value()));
    Files.write(folder.resolve(name), text.toString().getBytes(UTF_8));
  }

  private static GeneratedFile file(String kind) {
    return SLIP.files().stream()
        .filter(file -> file.name().startsWith(kind))
        .findFirst()
        .orElseThrow();
  }

  private static List<Row> rows(String kind) throws Exception {
    return read(file(kind));
  }

  private static List<Row> read(GeneratedFile file) throws Exception {
    FileName name = FileName.parse(file.name());
    Layout layout = Standard.data().layout(name.version(), name.kind()).orElseThrow();
    List<Row> rows = new ArrayList<>();
    try (RowReader reader =
        RowReader.open(
            new ByteArrayInputStream(file.content()),
            layout,
            ReadOptions.tolerant(),
            finding -> {})) {
      for (Row row = reader.next(); row != null; row = reader.next()) {
        rows.add(row);
      }
    }
    return rows;
  }
}
