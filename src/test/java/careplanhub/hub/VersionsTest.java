package careplanhub.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import careplanhub.hub.IncomingWork.NamedBytes;
import careplanhub.hub.OutgoingWork.Part;
import careplanhub.hub.OutgoingWork.StandardFile;
import careplanhub.ledger.Arrival;
import careplanhub.ledger.OutgoingUnit;
import careplanhub.ledger.Reception;
import careplanhub.office.Directory;
import careplanhub.standard.CheckOptions;
import careplanhub.standard.FileName;
import careplanhub.standard.OfficeNumber;
import careplanhub.standard.ReadOptions;
import careplanhub.store.ContentId;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which version of the standard goes to whom, and until when. */
class VersionsTest {
  private static final Charset MS932 = Charset.forName("windows-31j");
  private static final String V4_1 =
      "DLTPLAN_202612_9970000001_43_9980000001_11_20261130101500.CSV";
  private static final String V3_2 = "DLTPLAN_202612_9970000001_9980000001_20261130101500.CSV";
  private static final String V4_1_RECEIVED =
      "DLTPLAN_202612_9980000001_11_9970000001_43_20261130101500.CSV";
  private static final Instant LAST_MOMENT = Instant.parse("2026-12-31T14:59:59Z");

  @TempDir Path folder;

  @Test
  void nothingChangesWhereNobodySaysV3() throws Exception {
    OutgoingWork work = work(V4_1, "202407,999901,9900000001,202612\r\n");
    assertSame(
        work.parts().get(0), versions("", "", LAST_MOMENT).forAddressee(work).parts().get(0));
  }

  @Test
  void aPartnerOfV3GetsV3UntilTheLastDayInJapan() throws Exception {
    OutgoingWork work = work(V4_1, "202407,999901,9900000001,202612\r\n");
    Versions before = versions("", "form: {version: 3.2}", LAST_MOMENT);
    StandardFile sent = before.forAddressee(work).parts().get(0).files().get(0);
    assertEquals(V3_2, sent.name().format());
    assertEquals("202208,999901,9900000001,202612\r\n", new String(sent.bytes(), MS932));

    Versions after = versions("", "form: {version: 3.2}", LAST_MOMENT.plusSeconds(1));
    assertEquals("HUB-10", refusal(after, work));
  }

  @Test
  void afterTheLastDayAlsoWhatSoftwareWroteInV3IsRefused() throws Exception {
    OutgoingWork work = work(V3_2, "202208,999901,9900000001,202612\r\n");
    versions("", "", LAST_MOMENT).forAddressee(work);
    assertEquals("HUB-10", refusal(versions("", "", LAST_MOMENT.plusSeconds(1)), work));
  }

  @Test
  void softwareOfV3SendsV4ToOthersAlsoAfterTheLastDay() throws Exception {
    OutgoingWork work = work(V3_2, "202208,999901,9900000001,202612\r\n");
    Versions versions = versions("form: {version: 3.2}", "", LAST_MOMENT.plusSeconds(1));
    StandardFile sent = versions.forAddressee(work).parts().get(0).files().get(0);
    assertEquals(V4_1, sent.name().format());
    assertEquals("202407,999901,9900000001,202612\r\n", new String(sent.bytes(), MS932));
  }

  @Test
  void whatV3HasNoPlaceForIsRefusedWithItsReason() throws Exception {
    OutgoingWork work =
        work(
            "DLTKIHON_9970000001_43_9980000001_11_20261130101500.CSV",
            "202407,999901,9900000001,20261101\r\n");
    assertEquals("STEP-82", refusal(versions("", "form: {version: 3.2}", LAST_MOMENT), work));
  }

  @Test
  void anOfficeWhoseSoftwareKnowsV3GetsV3() throws Exception {
    Versions versions = versions("form: {version: 3.2}", "", LAST_MOMENT);
    IncomingWork work = received(V4_1_RECEIVED, "202407,999901,9900000001,202612\r\n");
    NamedBytes delivered = versions.forOffice(work).files().get(0);
    assertEquals("DLTPLAN_202612_9980000001_9970000001_20261130101500.CSV", delivered.name());
    assertEquals("202208,999901,9900000001,202612\r\n", new String(delivered.bytes(), MS932));
    assertEquals(Map.of("version", "3.2"), versions.forOffice(work).translatedBy());
  }

  @Test
  void whatItsSoftwareCannotTakeIsDeliveredAsItCameWithTheReason() throws Exception {
    Versions versions = versions("form: {version: 3.2}", "", LAST_MOMENT);
    IncomingWork work =
        received(
            "DLTKIHON_9980000001_11_9970000001_43_20261130101500.CSV",
            "202407,999901,9900000001,20261101\r\n");
    IncomingWork delivered = versions.forOffice(work);
    assertSame(work.files().get(0), delivered.files().get(0));
    assertEquals("STEP-82", delivered.reports().get(0).findings().get(0).code());
    assertTrue(delivered.hasErrors());
  }

  @Test
  void whatArrivesIsNotTouchedWhereNobodySaysV3() throws Exception {
    IncomingWork work =
        received(
            "DLTPLAN_202612_9980000001_9970000001_20261130101500.CSV",
            "202208,999901,9900000001,202612\r\n");
    assertSame(work, versions("", "", LAST_MOMENT).forOffice(work));
  }

  private static IncomingWork received(String name, String text) {
    Reception reception =
        new Reception(
            "r",
            "relay",
            "p",
            new OfficeNumber("9970000001"),
            new OfficeNumber("9980000001"),
            "",
            "20261130101500",
            Reception.State.FETCHED,
            LAST_MOMENT,
            List.of(),
            0,
            null);
    return new IncomingWork(
        reception,
        List.of(new NamedBytes(name, text.getBytes(MS932))),
        List.of(),
        List.of(),
        Map.of());
  }

  private static String refusal(Versions versions, OutgoingWork work) {
    RefusedException refused =
        assertThrows(RefusedException.class, () -> versions.forAddressee(work));
    return refused.reports().get(0).findings().get(0).code();
  }

  private Versions versions(String officeForm, String partnerForm, Instant now) throws Exception {
    String corporation =
        """
        corporation: x
        offices:
          - number: 9970000001
            name: a
            serviceTypes: [43]
            %s
        partners:
          - number: 9980000001
            name: b
            serviceTypes: [11]
            %s
        """
            .formatted(officeForm, partnerForm);
    return new Versions(
        Directory.read(Files.writeString(folder.resolve("corporation.yaml"), corporation)),
        new Rewriting(ReadOptions.tolerant()),
        CheckOptions.tolerant(),
        LocalDate.of(2026, 12, 31),
        Clock.fixed(now, ZoneOffset.UTC));
  }

  private static OutgoingWork work(String name, String text) throws Exception {
    OfficeNumber office = new OfficeNumber("9970000001");
    OutgoingUnit unit = new OutgoingUnit("u", office, "k", OutgoingUnit.State.READY, LAST_MOMENT);
    Arrival arrival =
        new Arrival("a", office, LAST_MOMENT, name, new ContentId("0".repeat(64)), 0, "");
    StandardFile file = new StandardFile(FileName.parse(name), text.getBytes(MS932));
    return new OutgoingWork(
        unit,
        List.of(arrival),
        OutgoingWork.STANDARD,
        null,
        List.of(new Part(List.of(file))),
        Map.of());
  }
}
