package careplanhub.hub;

import static careplanhub.hub.HubWorld.DAY_CARE;
import static careplanhub.hub.HubWorld.MONTH;
import static careplanhub.hub.HubWorld.PARTNER_SUPPORT;
import static careplanhub.hub.HubWorld.SUPPORT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import careplanhub.lab.GeneratedFile;
import careplanhub.lab.SyntheticCorporation;
import careplanhub.lab.SyntheticOffice;
import careplanhub.ledger.Answers;
import careplanhub.ledger.Question;
import careplanhub.standard.FileName;
import careplanhub.standard.Layout;
import careplanhub.standard.ReadOptions;
import careplanhub.standard.Row;
import careplanhub.standard.RowReader;
import careplanhub.standard.Standard;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a partner and an office with settings of their own get, and what a partner of V3.2 does. */
class FormsEndToEndTest {
  private static final Charset MS932 = Charset.forName("windows-31j");
  private static final YAMLMapper YAML = new YAMLMapper();
  private static final SyntheticOffice FORMER = SyntheticCorporation.second().offices().get(1);

  @TempDir static Path folder;
  private static HubWorld world;

  @BeforeAll
  static void start() throws Exception {
    world =
        HubWorld.start(
            folder,
            root -> {
              HubFolder first = new HubFolder(root);
              HubFolder second = new HubFolder(root.resolveSibling("second"));
              ObjectNode corporation = (ObjectNode) YAML.readTree(first.corporation().toFile());
              form(
                  corporation,
                  "offices",
                  SUPPORT,
                  "{zeros: dropped, times: clock, order: [insuredNumber]}");
              form(
                  corporation,
                  "partners",
                  PARTNER_SUPPORT,
                  "{quoting: all, header: true, extension: lower}");
              form(corporation, "partners", FORMER, "{version: '3.2'}");
              Files.write(first.corporation(), YAML.writeValueAsBytes(corporation));
              carryVersion3(first);
              carryVersion3(second);
            });
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  /** Answers that the office wants the delete, although nothing came that it deletes. */
  private static void letIn(Hub hub, SyntheticOffice office) throws Exception {
    world.await("a person is asked", () -> unknownDelete(hub, office).isPresent());
    Question question = unknownDelete(hub, office).orElseThrow();
    FilledSheet.fill(world.await(office, "要確認", question.id() + ".csv"), Answers.DELIVER);
  }

  private static Optional<Question> unknownDelete(Hub hub, SyntheticOffice office) {
    return hub.books().questions().open().stream()
        .filter(question -> question.kind() == Question.Kind.UNKNOWN_DELETE)
        .filter(question -> question.office().equals(office.number()))
        .findFirst();
  }

  private static void form(ObjectNode corporation, String list, SyntheticOffice office, String form)
      throws IOException {
    for (JsonNode entry : corporation.get(list)) {
      if (entry.get("number").asText().equals(office.number().value())) {
        ((ObjectNode) entry).set("form", YAML.readTree(form));
      }
    }
  }

  /** The tests do not end with V3.2. */
  private static void carryVersion3(HubFolder hub) throws IOException {
    String settings = Files.readString(hub.settings());
    Files.writeString(
        hub.settings(),
        settings.replace("dispatch:\n", "dispatch:\n  lastDayOfVersion3: 2999-12-31\n"),
        StandardOpenOption.TRUNCATE_EXISTING);
  }

  @Test
  void aPartnerGetsItsDialectAndTheEvidenceSaysSo() throws Exception {
    GeneratedFile file = result(PARTNER_SUPPORT);
    world.drop(DAY_CARE, file.name(), file.content());

    Path arrived = world.await(PARTNER_SUPPORT, "inbox", file.name());
    String text = Files.readString(arrived, MS932);
    assertTrue(text.startsWith("\"CSVバージョン\",\"保険者番号\","), "the header line in quotes");
    assertEquals(rows(file.name(), file.content()), rows(file.name(), Files.readAllBytes(arrived)));
    assertEvidence("quoting=all extension=lower header=true");
    assertTrue(
        world.first().books().parcels().sentBy(DAY_CARE.number(), 10).stream()
            .anyMatch(parcel -> parcel.files().get(0).name().endsWith(".csv")),
        "the name on the way; the receiving hub writes its own");
  }

  @Test
  void anOfficesSoftwareGetsItsDialectAndTheEvidenceSaysSo() throws Exception {
    GeneratedFile file = result(SUPPORT);
    world.drop(DAY_CARE, file.name(), file.content());

    byte[] arrived = Files.readAllBytes(world.await(SUPPORT, "inbox", file.name()));
    assertNotEquals(new String(file.content(), MS932), new String(arrived, MS932));
    assertTrue(new String(arrived, MS932).matches("(?s).*,[0-9]{1,2}:[0-9]{2},.*"), "a clock");
    List<List<String>> sorted = new ArrayList<>(rows(file.name(), file.content()));
    sorted.sort(Comparator.comparing(values -> values.get(2)));
    assertEquals(sorted, rows(file.name(), arrived));
    assertEvidence("zeros=dropped times=clock order=insuredNumber");
  }

  @Test
  void aPartnerOfV3GetsV3() throws Exception {
    String typed =
        "DLTPLAN_202612_%s_43_%s_%s_20261130101500.CSV"
            .formatted(SUPPORT.number(), FORMER.number(), FORMER.type());
    world.drop(SUPPORT, typed, "202407,999901,9900000001,202612\r\n".getBytes(MS932));
    letIn(world.second(), FORMER);

    Path arrived = world.await(FORMER, "inbox", untyped(typed));
    assertEquals("202208,999901,9900000001,202612\r\n", Files.readString(arrived, MS932));
    assertEvidence("\"version\":\"3.2\"");
  }

  @Test
  void whatAPartnerOfV3SendsIsDeliveredAsV4() throws Exception {
    String typed =
        "DLTJSK_202612_%s_%s_%s_43_20261130102500.CSV"
            .formatted(FORMER.number(), FORMER.type(), SUPPORT.number());
    String row = ",999901,9900000001,202612,%s,%s\r\n".formatted(FORMER.number(), FORMER.type());
    world.drop(FORMER, untyped(typed), ("202208" + row).getBytes(MS932));
    letIn(world.first(), SUPPORT);

    Path arrived = world.await(SUPPORT, "inbox", typed);
    assertEquals("202407" + row, Files.readString(arrived, MS932));
  }

  private static String untyped(String name) {
    return name.replaceAll("(_[0-9]{10})_[0-9A-Z]{2}(?=_)", "$1");
  }

  private static GeneratedFile result(SyntheticOffice to) {
    return MONTH
        .results()
        .filter(unit -> unit.from().equals(DAY_CARE) && unit.to().equals(to))
        .findFirst()
        .orElseThrow()
        .files()
        .get(0);
  }

  private static List<List<String>> rows(String fileName, byte[] bytes) throws Exception {
    FileName name = FileName.parse(fileName);
    Layout layout = Standard.data().layout(name.version(), name.kind()).orElseThrow();
    List<List<String>> rows = new ArrayList<>();
    try (RowReader reader =
        RowReader.open(
            new ByteArrayInputStream(bytes), layout, ReadOptions.tolerant(), finding -> {})) {
      for (Row row = reader.next(); row != null; row = reader.next()) {
        rows.add(row.values());
      }
    }
    return rows;
  }

  private static void assertEvidence(String part) throws Exception {
    Path ledger = new HubFolder(folder.resolve("first")).ledger();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + ledger);
        ResultSet entries =
            connection.createStatement().executeQuery("select details from evidence_entry")) {
      List<String> details = new ArrayList<>();
      while (entries.next()) {
        details.add(entries.getString(1));
      }
      assertTrue(details.stream().anyMatch(text -> text.contains(part)), part);
    }
  }
}
