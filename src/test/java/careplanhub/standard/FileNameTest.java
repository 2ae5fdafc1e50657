package careplanhub.standard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class FileNameTest {
  @Test
  void readsNamesOfTheStandard() throws IOException {
    Examples.assertEach(Examples.of("file-names.yaml").get("read"), FileNameTest::assertRead);
  }

  @Test
  void toleratesAndTells() throws IOException {
    Examples.assertEach(
        Examples.of("file-names.yaml").get("tolerated"), FileNameTest::assertTolerated);
  }

  @Test
  void refusesImpossibleNames() throws IOException {
    Examples.assertEach(Examples.of("file-names.yaml").get("refused"), FileNameTest::assertRefused);
  }

  @Test
  void theLongestPrefixIsTheKind() {
    assertEquals(Optional.of("UPYOBO_SUB"), FileName.kindOf("UPYOBO_SUB_x"));
    assertEquals(Optional.of("UPYOBO"), FileName.kindOf("upyobo_9"));
    assertEquals(Optional.of("UPKIHON_SUB1"), FileName.kindOf("UPKIHON_SUB1_"));
    assertEquals(Optional.empty(), FileName.kindOf("UPKHON_1"));
    assertEquals(Optional.empty(), FileName.kindOf("UPJSK"));
  }

  @Test
  void filesOfOneSendUnitShareTheirKey() throws FileNameException {
    FileName slip = FileName.parse("UPPLAN_202505_9912345678_43_9987654321_11_20250430235959.CSV");
    FileName breakdown =
        FileName.parse("UPSIKYU_202505_9912345678_43_9987654321_11_20250430235959.csv");
    assertEquals(slip.unit(), breakdown.unit());
    assertFalse(slip.isImage());
  }

  @Test
  void theExceptionShowsNothingOfTheName() {
    FileNameException refused =
        assertThrows(FileNameException.class, () -> FileName.parse("UPJSK_山田花子.CSV"));
    assertFalse(refused.toString().contains("山田"));
    assertFalse(refused.finding().message().contains("山田"));
  }

  @Test
  void partsThatMakeNoNameAreRefused() {
    OfficeNumber office = new OfficeNumber("9912345678");
    Serial serial = new Serial("20250401000000");
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new FileName(
                StandardVersion.V3_2, "UP3KYO", null, office, null, office, null, serial, null));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new FileName(
                StandardVersion.V4_1, "UP1KYO", null, office, null, office, null, serial, null));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new FileName(
                StandardVersion.V3_2, "UPJSK", "000000", office, null, office, null, serial, null));
  }

  @Property(tries = 500)
  void formattingAndReadingIsTheIdentity(@ForAll("names") FileName name) throws FileNameException {
    ParsedFileName parsed = FileName.read(name.format());
    assertEquals(name, parsed.name());
    assertEquals(List.of(), parsed.warnings());
  }

  @Provide
  Arbitrary<FileName> names() {
    Arbitrary<FileKind> kinds =
        Arbitraries.of(StandardVersion.values())
            .flatMap(version -> Arbitraries.of(FileKinds.data().kindsOf(version).values()));
    Arbitrary<OfficeNumber> offices =
        Arbitraries.strings().numeric().ofLength(10).map(OfficeNumber::new);
    Arbitrary<ServiceTypeCode> types =
        Arbitraries.of(Standard.data().serviceTypes().keySet()).map(ServiceTypeCode::new);
    Arbitrary<Serial> serials =
        net.jqwik.time.api.DateTimes.dateTimes().yearBetween(2000, 2999).map(Serial::of);
    Arbitrary<String> months =
        Combinators.combine(
                Arbitraries.integers().between(2000, 2999), Arbitraries.integers().between(1, 12))
            .as((year, month) -> "%d%02d".formatted(year, month));
    Arbitrary<String> branches = Arbitraries.strings().numeric().ofLength(4);
    return Combinators.combine(kinds, offices, offices, types, types, serials, months, branches)
        .as(
            (kind, from, to, fromType, toType, serial, month, branch) -> {
              boolean typed = kind.version() == StandardVersion.V4_1;
              return new FileName(
                  kind.version(),
                  kind.name(),
                  kind.hasMonth() ? month : null,
                  from,
                  typed ? fromType : null,
                  to,
                  typed ? toType : null,
                  serial,
                  kind.hasBranch() ? branch : null);
            });
  }

  private static void assertRead(JsonNode example) throws FileNameException {
    ParsedFileName parsed = FileName.read(example.get("name").asText());
    assertEquals(List.of(), parsed.warnings());
    assertEquals(example.get("version").asText(), parsed.name().version().label());
    assertEquals(example.get("kind").asText(), parsed.name().kind());
    assertEquals(example.path("month").asText(null), parsed.name().month());
    assertEquals(example.path("branch").asText(null), parsed.name().branch());
    assertEquals(example.get("name").asText(), parsed.name().format());
  }

  private static void assertTolerated(JsonNode example) throws FileNameException {
    ParsedFileName parsed = FileName.read(example.get("name").asText());
    assertEquals(example.get("as").asText(), parsed.name().format());
    List<String> codes =
        StreamSupport.stream(example.get("codes").spliterator(), false)
            .map(JsonNode::asText)
            .toList();
    assertEquals(codes, parsed.warnings().stream().map(Finding::code).toList());
    assertTrue(parsed.warnings().stream().noneMatch(Finding::isError));
  }

  private static void assertRefused(JsonNode example) {
    FileNameException refused =
        assertThrows(FileNameException.class, () -> FileName.parse(example.get("name").asText()));
    assertEquals(example.get("code").asText(), refused.finding().code());
    assertTrue(refused.finding().isError());
  }
}
