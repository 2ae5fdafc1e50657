package careplanhub.standard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever happens to a file, the check ends with whole, coded findings and never throws. */
class DamagedFilesTest {
  private static final Charset MS932 = Charset.forName("MS932");
  private static final int ROWS = 3;
  private static final List<String> POISON =
      List.of(
          ",",
          "\"",
          "\r\n",
          "\n",
          "\r",
          "\0",
          "\u001a",
          "９",
          "あ",
          "ｱ",
          "-",
          "0",
          "9",
          "99999999999",
          " ",
          "\t",
          "H",
          "AAAA",
          "=1+1",
          ":",
          "\"\"",
          "一",
          "\u3000",
          ",,,,");
  private static final Set<String> CODES =
      Arrays.stream(FindingCode.values()).map(FindingCode::code).collect(Collectors.toSet());

  @Property(tries = 400)
  void aDamagedFileOfAnyKindGetsWholeCodedFindings(
      @ForAll("kinds") String kind, @ForAll long seed) {
    byte[] damaged = damage(RuleExample.text(kind, ROWS), new Random(seed));

    List<FileReport> reports =
        UnitCheck.check(
            List.of(
                new NamedSource(RuleExample.name(kind), () -> new ByteArrayInputStream(damaged))),
            CheckOptions.tolerant());

    assertEquals(1, reports.size());
    for (Finding finding : reports.get(0).findings()) {
      assertTrue(CODES.contains(finding.code()), finding.code());
      assertFalse(finding.message().contains("{"), finding.message());
      Long line = finding.line();
      assertTrue(line == null || line >= 1, "a line is counted from 1");
    }
  }

  @Provide
  Arbitrary<String> kinds() {
    return Arbitraries.of(Standard.data().layoutsOf(StandardVersion.V4_1).keySet());
  }

  private static byte[] damage(String text, Random random) {
    StringBuilder damaged = new StringBuilder(text);
    for (int i = random.nextInt(8); i >= 0; i--) {
      int at = random.nextInt(damaged.length());
      int until = Math.min(damaged.length(), at + random.nextInt(12));
      String poison = POISON.get(random.nextInt(POISON.size()));
      damaged.replace(at, until, poison);
    }
    byte[] bytes = damaged.toString().getBytes(MS932);
    if (random.nextInt(4) == 0) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    return random.nextInt(8) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
  }
}
