package careplanhub.hub;

import static careplanhub.hub.HubWorld.DAY_CARE;
import static careplanhub.hub.HubWorld.HOME_HELP;
import static careplanhub.hub.HubWorld.MONTH;
import static careplanhub.hub.HubWorld.PARTNER_SUPPORT;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import careplanhub.lab.GeneratedFile;
import careplanhub.lab.GeneratedUnit;
import careplanhub.lab.SyntheticOffice;
import careplanhub.lab.UnitKind;
import careplanhub.ledger.Consent;
import careplanhub.ledger.EvidenceVerifier;
import careplanhub.ledger.Parcel;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Staff record consents by a sheet; a PDF goes over the relay only where that is agreed. */
class ConsentsEndToEndTest {
  private static final byte[] PDF =
      "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
          .getBytes(StandardCharsets.US_ASCII);

  @TempDir Path folder;

  @Test
  void thePdfGoesToWhomItIsAgreedWithAndElseStays() throws Exception {
    try (HubWorld world =
        HubWorld.start(folder, hub -> agree(hub.resolveSibling("second"), HOME_HELP))) {
      String agreed = send(world, HOME_HELP);
      String other = send(world, DAY_CARE);
      Path questions = world.folder(PARTNER_SUPPORT, "要確認");
      Files.write(questions.resolve("同意_送る.pdf"), PDF);
      Files.write(questions.resolve("同意_残す.pdf"), PDF);
      String user = insuredNumber(HOME_HELP);
      Path sheet = world.await(PARTNER_SUPPORT, "要確認", ConsentSheet.NAME);
      Files.writeString(
          sheet,
          Files.readString(sheet)
              + (agreed + "," + user + ",2026/4/1,架空花子,同意_送る.pdf\r\n")
              + (other + "," + insuredNumber(DAY_CARE) + ",2026-04-02,,同意_残す.pdf\r\n")
              + (other + ",9999999999,2026/4/2,,\r\n"));

      assertArrayEquals(
          PDF, Files.readAllBytes(world.await(HOME_HELP, "inbox", "同意_" + user + "_20260401.pdf")));
      Path reason = world.await(PARTNER_SUPPORT, "要確認", ConsentSheet.NAME + ".txt");
      assertTrue(Files.readString(reason).contains("被保険者番号"));
      world.await(
          "only the wrong line is left",
          () ->
              Files.readAllLines(sheet).size() == 2
                  && Files.readString(sheet).contains("9999999999"));
      world.await(PARTNER_SUPPORT, "done", "同意_送る.pdf");
      world.await(PARTNER_SUPPORT, "done", "同意_残す.pdf");
      Path list = world.folder(PARTNER_SUPPORT, "送信一覧.csv");
      world.await(
          "the sent list shows both",
          () ->
              Files.readString(list).contains("2026/04/01（PDF）")
                  && Files.readString(list).contains("2026/04/02（PDF）"));

      List<Consent> consents = world.second().books().consents().of(PARTNER_SUPPORT.number());
      assertEquals(List.of(true, false), consents.stream().map(Consent::travels).toList());
      List<Parcel> attached =
          world.second().books().parcels().sentBy(PARTNER_SUPPORT.number(), 50).stream()
              .filter(one -> one.files().stream().anyMatch(Parcel.ParcelEntry::isAttachment))
              .toList();
      assertEquals(1, attached.size());
      assertEquals(HOME_HELP.number(), attached.get(0).addressee());
      assertFalse(EvidenceVerifier.verify(folder.resolve("second")).fault().isPresent());
    }
  }

  private static String send(HubWorld world, SyntheticOffice to) throws Exception {
    for (GeneratedFile file : slip(to).files()) {
      world.drop(PARTNER_SUPPORT, file.name(), file.content());
    }
    String name = slip(to).files().get(0).name();
    world.await(to, "inbox", name);
    return world.second().books().parcels().sentBy(PARTNER_SUPPORT.number(), 50).stream()
        .filter(parcel -> parcel.files().stream().anyMatch(file -> file.name().equals(name)))
        .findFirst()
        .orElseThrow()
        .id();
  }

  private static GeneratedUnit slip(SyntheticOffice to) {
    return MONTH
        .units(UnitKind.SLIP)
        .filter(unit -> unit.from().equals(PARTNER_SUPPORT) && unit.to().equals(to))
        .findFirst()
        .orElseThrow();
  }

  private static String insuredNumber(SyntheticOffice to) {
    String text = new String(slip(to).files().get(0).content(), Charset.forName("windows-31j"));
    return text.split(",", -1)[2];
  }

  private static void agree(Path hub, SyntheticOffice partner) throws Exception {
    Path file = new HubFolder(hub).corporation();
    ObjectMapper yaml = new ObjectMapper(new YAMLFactory());
    JsonNode corporation = yaml.readTree(file.toFile());
    for (JsonNode one : corporation.get("partners")) {
      if (one.get("number").asText().equals(partner.number().value())) {
        ((ObjectNode) one).withObjectProperty("terms").put("consentPdf", true);
      }
    }
    yaml.writeValue(file.toFile(), corporation);
  }
}
