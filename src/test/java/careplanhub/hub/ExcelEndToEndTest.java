package careplanhub.hub;

import static careplanhub.hub.HubWorld.DAY_CARE;
import static careplanhub.hub.HubWorld.MONTH;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import careplanhub.lab.GeneratedFile;
import careplanhub.lab.GeneratedUnit;
import careplanhub.lab.UnitKind;
import careplanhub.vendor.excel.Cells;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An office without software gets its slip as a workbook, and what it fills in is its result. */
class ExcelEndToEndTest {
  private static final Charset MS932 = Charset.forName("windows-31j");

  @TempDir Path folder;

  @Test
  void aSlipArrivesAsAWorkbookAndComesBackAsAResult() throws Exception {
    try (HubWorld world = HubWorld.start(folder, ExcelEndToEndTest::withoutSoftware)) {
      GeneratedUnit slip =
          MONTH
              .units(UnitKind.SLIP)
              .filter(unit -> unit.to().equals(DAY_CARE))
              .findFirst()
              .orElseThrow();
      for (GeneratedFile file : slip.files()) {
        world.drop(slip.from(), file.name(), file.content());
      }
      world.await(
          "the slip is a workbook",
          () ->
              world.files(DAY_CARE, "inbox").stream()
                  .anyMatch(file -> file.getFileName().toString().startsWith("連携_UPPLAN_")));
      List<Path> inbox = world.files(DAY_CARE, "inbox");
      assertTrue(
          inbox.stream().allMatch(file -> file.toString().endsWith(".xlsx")), inbox.toString());
      Path workbook =
          inbox.stream()
              .filter(file -> file.getFileName().toString().startsWith("連携_UPPLAN_"))
              .findFirst()
              .orElseThrow();

      Cells cells = Cells.of(Files.readAllBytes(workbook));
      int own = ownService(cells);
      cells.set(own, "1日実績", 1);
      world.drop(DAY_CARE, "記入済.xlsx", cells.saved());

      world.await(
          "the result arrives",
          () ->
              world.files(slip.from(), "inbox").stream()
                  .anyMatch(file -> file.getFileName().toString().startsWith("UPJSK_")));
      Path result =
          world.files(slip.from(), "inbox").stream()
              .filter(file -> file.getFileName().toString().startsWith("UPJSK_"))
              .findFirst()
              .orElseThrow();
      List<String> lines = Files.readAllLines(result, MS932);
      assertEquals(1, lines.size());
      assertTrue(lines.get(0).contains(cells.get(own, "被保険者番号").toString()));
    }
  }

  private static int ownService(Cells cells) {
    for (int service = 0; service < cells.services(); service++) {
      if (cells.get(service, "サービス事業者コード").equals(DAY_CARE.number().value())) {
        return service;
      }
    }
    throw new AssertionError("The slip has no service of the office");
  }

  private static void withoutSoftware(Path hub) throws Exception {
    Path corporation = hub.resolve("config/corporation.yaml");
    String before = Files.readString(corporation);
    String after =
        before.replaceFirst(
            "(number: \"" + DAY_CARE.number() + "\"(?s:.*?)software: )\"standard\"", "$1\"excel\"");
    assertTrue(!after.equals(before), "the office has another software");
    Files.writeString(corporation, after);
  }
}
