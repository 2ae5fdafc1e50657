package careplanhub.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import careplanhub.office.Directory;
import careplanhub.standard.OfficeNumber;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A list in the folder of a running hub goes in by its route, but for its bad lines. */
class PartnerListEndToEndTest {
  @TempDir Path folder;

  @Test
  void aListInTheFolderIsImportedAndItsBadLineTold() throws Exception {
    try (HubWorld world = HubWorld.start(folder)) {
      HubFolder hub = new HubFolder(folder.resolve("first"));
      Files.write(
          hub.partners().resolve("相手.csv"),
          "事業所番号,事業所名,サービス種類,連携基盤\r\n9980000011,つばめ,11,有\r\n9980000012,,15,無\r\n9980000013,すずめ,15,無\r\n"
              .getBytes(Charset.forName("windows-31j")));
      Path told = hub.partners().resolve("done").resolve("相手.csv.txt");
      world.await("the list is put away", () -> Files.exists(told));
      String text = Files.readString(told);
      assertTrue(text.contains("3 行目 「事業所名」"), text);
      Directory directory = Directory.read(hub.corporation());
      assertEquals("つばめ", directory.partner(new OfficeNumber("9980000011")).orElseThrow().name());
      assertFalse(directory.partner(new OfficeNumber("9980000012")).isPresent());
      assertTrue(directory.partner(new OfficeNumber("9980000013")).isPresent());
      assertFalse(Files.exists(hub.partners().resolve("相手.csv")));
    }
  }
}
