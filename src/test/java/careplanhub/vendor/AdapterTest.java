package careplanhub.vendor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import careplanhub.standard.Layout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What an adapter says of itself is what its file says. */
class AdapterTest {
  @Test
  void theHeadIsTheFiles() throws Exception {
    Adapter yogu = adapter("yogu");
    assertEquals("yogu", yogu.name());
    assertEquals("1", yogu.version());
    assertEquals("サービスチェックシート（福祉用具貸与）", yogu.title());
    assertEquals(Set.of("UPJSK"), yogu.kinds());
    assertEquals(Set.of("UPPLAN", "UPJSK"), adapter("teikyo").makes());
    assertTrue(yogu.isText());
  }

  @Test
  void fieldsThatAreLostOrRewrittenAreNotKept() throws Exception {
    Adapter teikyo = adapter("teikyo");
    for (Layout layout : teikyo.layouts()) {
      assertEquals(
          List.of(
              "insurerNumber",
              "insuredNumber",
              "targetMonth",
              "units",
              "serviceDate",
              "serviceStart",
              "serviceEnd",
              "serviceCount",
              "serviceCode",
              "serviceOfficeNumber"),
          teikyo.keptFields(layout));
    }
    assertEquals(List.of(), teikyo.lostWriting());
    Adapter rewriting =
        parsed(
            Files.readString(Path.of("config/vendors/yogu/adapter.yaml"))
                .replace(
                    "field: equipmentName }",
                    "field: equipmentName, form: { text: { kana: half } } }")
                .replace("  tell:", "  writing: [equipmentName]\n  tell:"));
    assertEquals(List.of("equipmentName"), rewriting.lostWriting());
    Layout layout = rewriting.layouts().get(0);
    List<String> kept = new ArrayList<>(adapter("yogu").keptFields(layout));
    assertTrue(kept.remove("equipmentName"));
    assertEquals(kept, rewriting.keptFields(layout));
  }

  @Test
  void usersAreToldByTheWordsOfTheirLens() throws Exception {
    Adapter yogu = adapter("yogu");
    assertEquals(List.of("被保険者番号", "利用者名"), yogu.userColumns());
    assertEquals("9900000001", yogu.insuredNumberIn(List.of("9900000001", "試験 太郎")));
    Adapter gekkan = adapter("gekkan");
    assertEquals(List.of("利用者"), gekkan.userColumns());
    assertEquals("", gekkan.insuredNumberIn(List.of("試験 太郎")));
    Adapter teikyo = adapter("teikyo");
    assertEquals(List.of(), teikyo.userColumns());
    assertEquals("", teikyo.insuredNumberIn(List.of("9900000001")));
  }

  /** Not those that came with it, and not those that codes can do without. */
  @Test
  void theTablesThatAnOfficeHasToWriteAreNamed() throws Exception {
    assertEquals(
        List.of(new TableNeed("services", List.of("業務種別", "サービス内容"), List.of("serviceCode"))),
        adapter("gekkan").neededTables());
    assertEquals(List.of(), adapter("teikyo").neededTables());
    assertEquals(List.of(), adapter("yogu").neededTables());
    Adapter alone = parsed(Files.readString(Path.of("config/vendors/yogu/adapter.yaml")));
    assertEquals(
        List.of("equipment"), alone.neededTables().stream().map(TableNeed::table).toList());
  }

  @Test
  void aFileIsRecognisedByItsHeader() throws Exception {
    Adapter jittai = adapter("jittai");
    assertTrue(jittai.recognises(JittaiFixture.export(JittaiFixture.visit())));
    assertFalse(jittai.recognises(JittaiFixture.utf8("日付,時間\n1,2\n")));
    assertFalse(adapter("gekkan").recognises(JittaiFixture.export(JittaiFixture.visit())));
  }

  private static Adapter adapter(String name) throws Exception {
    return Adapters.load(Path.of("config", "vendors")).named(name).orElseThrow();
  }

  private static Adapter parsed(String yaml) throws Exception {
    return Adapter.parse("adapter.yaml", yaml.getBytes(StandardCharsets.UTF_8));
  }
}
