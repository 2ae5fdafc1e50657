package careplanhub.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import careplanhub.hub.OutgoingWork.Part;
import careplanhub.hub.OutgoingWork.StandardFile;
import careplanhub.lab.GeneratedFile;
import careplanhub.lab.GeneratedUnit;
import careplanhub.ledger.OutgoingUnit;
import careplanhub.office.AttachmentSettings;
import careplanhub.office.DataSize;
import careplanhub.standard.CheckOptions;
import careplanhub.standard.FileName;
import careplanhub.standard.FileReport;
import careplanhub.standard.NamedSource;
import careplanhub.standard.ReadOptions;
import careplanhub.standard.Row;
import careplanhub.standard.UnitCheck;
import careplanhub.standard.UserIdentity;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A unit that is larger than a parcel may be is split between its users. */
class SplittingTest {
  private final Rewriting rewriting = new Rewriting(ReadOptions.tolerant());

  @Test
  void eachKindOfUnitIsSplitIntoRightUnitsOfOtherUsersAndNothingIsLost() throws Exception {
    List<GeneratedUnit> units = largestOfEachKind();
    assertTrue(units.size() >= 3, "plans, slips and results: " + units.size());
    for (GeneratedUnit unit : units) {
      Part whole = part(unit);
      long bound = bytes(whole) * 6 / 10;
      List<Part> pieces = splitting(bound, 100).split(work(whole), whole, whole.files());
      assertEquals(2, pieces.size());

      Map<String, byte[]> joined = new TreeMap<>();
      Set<UserIdentity> seen = new HashSet<>();
      for (Part piece : pieces) {
        assertTrue(reports(piece).stream().noneMatch(FileReport::hasErrors), unit.files() + "");
        assertTrue(Companions.areWhole(piece));
        Set<UserIdentity> users = users(piece);
        assertTrue(seen.stream().noneMatch(users::contains), "a user is in one piece only");
        seen.addAll(users);
        for (StandardFile file : piece.files()) {
          joined.merge(file.name().format(), file.bytes(), SplittingTest::joined);
        }
      }
      Map<String, String> before = new TreeMap<>();
      whole.files().forEach(file -> before.put(file.name().format(), hex(file.bytes())));
      Map<String, String> after = new TreeMap<>();
      joined.forEach((name, content) -> after.put(name, hex(content)));
      assertEquals(before, after);
    }
  }

  @Test
  void asManyPiecesAreMadeAsAreNeededByBytesOrFiles() throws Exception {
    Part whole = part(HubWorld.MONTH.slips().findFirst().orElseThrow());
    assertTrue(splitting(bytes(whole), whole.files().size()).fits(whole.files()));
    assertFalse(splitting(bytes(whole) - 1, 100).fits(whole.files()));
    assertFalse(splitting(bytes(whole), whole.files().size() - 1).fits(whole.files()));
    assertEquals(
        3, splitting(bytes(whole) * 2 / 5, 100).split(work(whole), whole, whole.files()).size());
  }

  @Test
  void oneUserAloneIsNotTorn() throws Exception {
    Part whole = part(HubWorld.MONTH.slips().findFirst().orElseThrow());
    UserIdentity one = users(whole).iterator().next();
    Part alone = rewriting.only(whole, one::equals);

    RefusedException refused =
        assertThrows(
            RefusedException.class,
            () -> splitting(10, 100).split(work(alone), alone, alone.files()));
    assertEquals("HUB-08", refused.reports().get(0).findings().get(0).code());
  }

  /** The unit with the most rows of each combination of files, with two users at least. */
  private List<GeneratedUnit> largestOfEachKind() throws Exception {
    Map<String, GeneratedUnit> largest = new TreeMap<>();
    for (GeneratedUnit unit : HubWorld.MONTH.all().toList()) {
      if (users(part(unit)).size() > 1) {
        largest.merge(
            part(unit).files().get(0).name().kind(),
            unit,
            (one, other) -> one.rows() < other.rows() ? other : one);
      }
    }
    return List.copyOf(largest.values());
  }

  private Splitting splitting(long bytes, int files) {
    return new Splitting(
        rewriting,
        new AttachmentSettings(
            200,
            new DataSize(10L << 20),
            20,
            List.of(),
            Duration.ofMinutes(1),
            new DataSize(bytes),
            files));
  }

  private static Part part(GeneratedUnit unit) throws Exception {
    List<StandardFile> files = new ArrayList<>();
    for (GeneratedFile file : unit.files()) {
      files.add(new StandardFile(FileName.parse(file.name()), file.content()));
    }
    return new Part(files);
  }

  private static OutgoingWork work(Part part) {
    OutgoingUnit unit =
        new OutgoingUnit(
            "u", part.files().get(0).name().from(), "k", OutgoingUnit.State.READY, Instant.EPOCH);
    return new OutgoingWork(unit, List.of()).byStandard().into(List.of(part));
  }

  private static List<FileReport> reports(Part part) {
    return UnitCheck.check(
        part.files().stream()
            .map(
                file ->
                    new NamedSource(
                        file.name().format(), () -> new ByteArrayInputStream(file.bytes())))
            .toList(),
        CheckOptions.tolerant());
  }

  private Set<UserIdentity> users(Part part) throws Exception {
    Set<UserIdentity> users = new HashSet<>();
    for (StandardFile file : part.files()) {
      if (!file.name().isImage()) {
        rewriting.read(file, (Row row) -> users.add(row.user()));
      }
    }
    return users;
  }

  private static long bytes(Part part) {
    return part.files().stream().mapToLong(file -> file.bytes().length).sum();
  }

  private static byte[] joined(byte[] one, byte[] other) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Stream.of(one, other).forEach(bytes::writeBytes);
    return bytes.toByteArray();
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
