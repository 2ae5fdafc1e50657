package careplanhub.office;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import careplanhub.standard.Finding;
import careplanhub.standard.OfficeNumber;
import careplanhub.standard.UserIdentity;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SupportOfficeTableTest {
  private static final UserIdentity USER = new UserIdentity("011002", "9900000001");
  private static final OfficeNumber OFFICE = new OfficeNumber("0170000001");

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "保険者番号,被保険者番号,居宅介護支援事業所番号\r\n011002,9900000001,0170000001\r\n",
        "011002,9900000001,0170000001",
        "11002,9900000001,170000001\n\n",
        "\uFEFF保険者番号,被保険者番号,居宅介護支援事業所番号\n０１１００２,９９００００００01, 0170000001 \n",
      })
  void theSupportOfficeIsFoundHoweverTheSheetWasSaved(String text) throws IOException {
    SupportOfficeTable table = read(text, StandardCharsets.UTF_8);
    assertEquals(Optional.of(OFFICE), table.supportOfficeOf(USER), table.findings()::toString);
    assertTrue(table.findings().isEmpty(), table.findings()::toString);
  }

  @Test
  void aSheetInMs932IsReadToo() throws IOException {
    SupportOfficeTable table =
        read(
            "保険者番号,被保険者番号,居宅介護支援事業所番号\r\n011002,9900000001,0170000001\r\n",
            Charset.forName("windows-31j"));
    assertEquals(Optional.of(OFFICE), table.supportOfficeOf(USER));
  }

  @Test
  void aWrongLineIsToldAndTheOthersHold() throws IOException {
    SupportOfficeTable table =
        read(
            """
            保険者番号,被保険者番号,居宅介護支援事業所番号
            x,9900000002,0170000001
            011002,9900000001,0170000001
            011002,9900000003
            011002,9900000001,0170000002
            """,
            StandardCharsets.UTF_8);
    assertEquals(Optional.of(OFFICE), table.supportOfficeOf(USER));
    assertEquals(List.of(2L, 4L, 5L), table.findings().stream().map(Finding::line).toList());
    assertEquals("保険者番号", table.findings().get(0).field());
  }

  @Test
  void anOfficeWithoutATableKnowsNobody() throws IOException {
    SupportOfficeTable table = SupportOfficeTable.read(SupportOfficeTable.fileOf(folder, OFFICE));
    assertEquals(Optional.empty(), table.supportOfficeOf(USER));
  }

  private SupportOfficeTable read(String text, Charset charset) throws IOException {
    return SupportOfficeTable.read(
        Files.write(folder.resolve("support-offices.csv"), text.getBytes(charset)));
  }
}
