package careplanhub.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./hub translate} between V3.2 and V4.1. */
class TranslateVersionsTest {
  private static final Charset MS932 = Charset.forName("windows-31j");
  private static final String V4_1 =
      "DLTPLAN_202512_9970000001_43_9980000001_11_20251130101500.CSV";
  private static final String V3_2 = "DLTPLAN_202512_9970000001_9980000001_20251130101500.CSV";
  private static final String THIRD = "UP3KYO_9970000001_43_9980000001_11_20251130101500.CSV";

  @TempDir Path folder;
  private Path config;
  private Path out;

  @BeforeEach
  void register() throws IOException {
    config = Files.createDirectories(folder.resolve("config"));
    out = folder.resolve("out");
    Files.writeString(
        config.resolve("corporation.yaml"),
        """
        corporation: x
        offices:
          - {number: "9970000001", name: a, serviceTypes: ["43"]}
        partners:
          - {number: "9980000001", name: b, serviceTypes: ["11"]}
        """);
  }

  @Test
  void aUnitOfV3BecomesOneOfV4WithTheRegisteredTypes() throws IOException {
    Called called = translate("3.2", "4.1", file(V3_2, "202208,999901,9900000001,202512\r\n"));
    assertEquals(0, called.exit(), called.out());
    assertEquals("202407,999901,9900000001,202512\r\n", Files.readString(out.resolve(V4_1), MS932));
  }

  @Test
  void aUnitOfV4BecomesOneOfV3WithAWordOfItsEnd() throws IOException {
    Called called = translate("4.1", "3.2", file(V4_1, "202407,999901,9900000001,202512\r\n"));
    assertEquals(0, called.exit(), called.out());
    assertTrue(called.out().contains("2027 年 1 月"), called.out());
    assertEquals("202208,999901,9900000001,202512\r\n", Files.readString(out.resolve(V3_2), MS932));
  }

  @Test
  void whatV3HasNoPlaceForIsRefusedAndNothingIsWritten() throws IOException {
    Path file =
        file(
            "DLTKIHON_9970000001_43_9980000001_11_20251130101500.CSV",
            "202407,999901,9900000001,20251101\r\n");
    Called called = translate("4.1", "3.2", file, "--allow-loss", "equipment,third_sheet");
    assertEquals(1, called.exit());
    assertTrue(called.out().contains("STEP-82"), called.out());
    assertFalse(Files.exists(out.resolve(file.getFileName())));
  }

  @Test
  void anErrorInTheFileStopsItsUnit() throws IOException {
    Called called = translate("3.2", "4.1", file(V3_2, "202208,999901,9900000001,202513\r\n"));
    assertEquals(1, called.exit());
    assertTrue(called.out().contains("FIELD-82"), called.out());
    assertFalse(Files.exists(out.resolve(V4_1)));
  }

  @Test
  void anUnknownLossIsWrongUse() throws IOException {
    Path file = file(THIRD, "");
    assertEquals(2, translate("4.1", "3.2", file, "--allow-loss", "names").exit());
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text, MS932);
  }

  private Called translate(String from, String to, Path file, Object... more) {
    Object[] usual = {"translate", "--from", from, "--to", to, "--config", config, "--out", out};
    Object[] all = new Object[usual.length + 1 + more.length];
    System.arraycopy(usual, 0, all, 0, usual.length);
    System.arraycopy(more, 0, all, usual.length, more.length);
    all[all.length - 1] = file;
    return Called.hub(all);
  }
}
