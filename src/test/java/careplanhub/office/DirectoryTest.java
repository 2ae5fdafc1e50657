package careplanhub.office;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import careplanhub.standard.OfficeNumber;
import careplanhub.standard.ServiceTypeCode;
import careplanhub.standard.VersionLoss;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DirectoryTest {
  private static final OfficeNumber OWN = new OfficeNumber("9970000002");
  private static final OfficeNumber PARTNER = new OfficeNumber("9980000001");
  private static final OfficeNumber UNKNOWN = new OfficeNumber("9990000009");

  @TempDir Path folder;

  @Test
  void theShippedExampleIsReadable() throws ConfigurationException {
    Directory directory = Directory.read(Path.of("config", "corporation.example.yaml"));
    assertEquals(2, directory.offices().size());
    Office office = directory.office(OWN).orElseThrow();
    assertEquals("jittai", office.software());
    assertFalse(office.speaksStandard());
    assertEquals("offices/9970000002", office.folder());
    assertEquals(new ServiceTypeCode("11"), office.mainServiceType());
    assertTrue(directory.isOwn(OWN));
    assertFalse(directory.isOwn(PARTNER));
  }

  @Test
  void anOfficeNobodyWroteDownIsReachedByTheRelay() throws ConfigurationException {
    Directory directory = Directory.read(Path.of("config", "corporation.example.yaml"));
    assertEquals(
        List.of(ChannelName.RELAY), directory.channelsFor(new OfficeNumber("9970000001"), UNKNOWN));
    assertEquals(
        List.of(ChannelName.RELAY, ChannelName.CLIENT_FOLDER),
        directory.channelsFor(OWN, UNKNOWN),
        "it has the official client");
    assertFalse(directory.isConfirmed(UNKNOWN));
    assertEquals(List.of(), directory.serviceTypesOf(UNKNOWN));
    assertTrue(directory.nameOf(UNKNOWN).isEmpty());
  }

  @Test
  void anOfficeNumberKeepsItsLeadingZerosWithoutQuotes() throws Exception {
    Directory directory =
        read("corporation: x\noffices:\n  - {number: 0170000001, name: x, serviceTypes: [11]}\n");
    assertTrue(directory.isOwn(new OfficeNumber("0170000001")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "corporation: x | 1 | offices | 必要",
        "corporation: x\\noffices:\\n  - name: a\\n    serviceTypes: [11] | 3 | offices[0].number | 必要",
        "corporation: x\\noffices:\\n  - number: 123\\n    name: a\\n    serviceTypes: [11] | 3 | offices[0].number | 10 桁",
        "corporation: x\\noffices:\\n  - number: 9970000001\\n    name: a\\n    serviceTypes: [11, ZZ] | 5 | offices[0].serviceTypes[1] | 標準仕様に無い",
        "corporation: x\\noffices:\\n  - number: 9970000001\\n    name: a\\n    serviceTypes: [11]\\n    folder: ../x | 6 | offices[0].folder | ..",
        "corporation: x\\noffices:\\n  - number: 9970000001\\n    name: a\\n    serviceTypes: [11]\\npartners:\\n  - number: 9970000001\\n    name: b\\n    serviceTypes: [43] | 7 | partners[0].number | 2 回",
        "corporation: x\\noffices: []\\npartners:\\n  - number: 9970000001\\n    name: b\\n    serviceTypes: [43]\\n    channel: pigeon | 7 | partners[0].channel | relay, sftp",
        "corporation: x\\noffices: []\\npartners:\\n  - number: 9970000001\\n    name: b\\n    serviceTypes: [43]\\n    channel: direct | 7 | partners[0].channel | 同じハブ",
        "corporation: x\\noffices: []\\npartners:\\n  - number: 9970000001\\n    name: b\\n    serviceTypes: [43]\\n    fallbacks: [relay, pigeon] | 7 | partners[0].fallbacks[1] | client-folder",
        "corporation: x\\noffices: []\\npartners:\\n  - number: 9970000001\\n    name: b\\n    serviceTypes: [43]\\n    channel: relay\\n    fallbacks: [relay] | 8 | partners[0].fallbacks[0] | 2 回",
        "corporation: x\\noffices: []\\npartners:\\n  - number: 9970000001\\n    name: b\\n    serviceTypes: [43]\\n    fallbacks: [direct] | 7 | partners[0].fallbacks[0] | 同じハブ",
        "corporation: x\\noffices: []\\npartners:\\n  - number: 9970000001\\n    name: b\\n    serviceTypes: [43]\\n    confirmed: {by: a} | 7 | partners[0].confirmed.on | 必要",
        "corporation: x\\noffices: []\\npartners:\\n  - number: 9970000001\\n    name: b\\n    serviceTypes: [43]\\n    confirmed: {by: ' ', on: 2026-09-01} | 7 | partners[0].confirmed.by | 名前",
        "corporation: x\\noffices: []\\npartners:\\n  - number: 9970000001\\n    name: b\\n    serviceTypes: [43]\\n    contact: {fax: 12-34} | 7 | partners[0].contact.fax | 市外局番",
        "corporation: x\\noffices: []\\npartners:\\n  - number: 9970000001\\n    name: b\\n    serviceTypes: [43]\\n    contact:\\n      mail: nobody | 8 | partners[0].contact.mail | example.jp",
        "corporation: x\\noffices: []\\npartners:\\n  - number: 9970000001\\n    name: b\\n    serviceTypes: [43]\\n    terms: {sendDays: [1, 32]} | 7 | partners[0].terms.sendDays[1] | 末日",
        "corporation: x\\noffices: []\\npartners:\\n  - number: 9970000001\\n    name: b\\n    serviceTypes: [43]\\n    terms: {since: yesterday} | 7 | partners[0].terms.since | 2026-12-31",
        "corporation: x\\noffices: []\\npartners:\\n  - number: 9970000001\\n    name: b\\n    serviceTypes: [43]\\n    joining:\\n      案内済: 2026-09-02\\n      準備中: 2026-09-01 | 9 | partners[0].joining.準備中 | 前の段階",
        "corporation: x\\noffices: []\\npartners:\\n  - number: 9970000001\\n    name: b\\n    serviceTypes: [43]\\n    joining: {完了: 2026-09-02} | 7 | partners[0].joining.完了 | 運用中",
        "corporation: x\\noffices:\\n  - number: 9970000001\\n    name: a\\n    serviceTypes: [11]\\n    people: [{name: a}, {mail: a@example.jp}] | 6 | offices[0].people[1].name | 必要",
        "corporation: x\\noffices:\\n  - number: 9970000001\\n    name: a\\n    serviceTypes: [11]\\n    people:\\n      - {name: a, mail: a@@example.jp} | 7 | offices[0].people[0].mail | example.jp",
        "corporation: x\\noffices:\\n  - number: 9970000001\\n    name: a\\n    serviceTypes: [11]\\n    form: {quoting: some} | 6 | offices[0].form.quoting | standard, all, needed",
        "corporation: x\\noffices:\\n  - number: 9970000001\\n    name: a\\n    serviceTypes: [11]\\n    form: {losses: [names]} | 6 | offices[0].form.losses[0] | third_sheet",
        "corporation: x\\noffices:\\n  - number: 9970000001\\n    name: a\\n    serviceTypes: [11]\\n    form: {header: maybe} | 6 | offices[0].form.header | true",
        "corporation: x\\noffices:\\n  - number: 9970000001\\n    name: a\\n    serviceTypes: [11]\\n    form:\\n      version: 5.0 | 7 | offices[0].form.version | 4.1",
        "corporation: x\\noffices:\\n  - number: 9970000001\\n    name: a\\n    serviceTypes: [11]\\n    form:\\n      csvVersion: 202208 | 7 | offices[0].form.csvVersion | 202410",
        "corporation: x\\noffices:\\n  - number: 9970000001\\n    name: a\\n    serviceTypes: [11]\\n    form:\\n      order: [goalNo] | 7 | offices[0].form.order[0] | insuredNumber",
        "- a | 1 | '' | 項目: 値",
      })
  void aMistakeIsToldWithFileLineAndField(String text, int line, String field, String word) {
    ConfigurationException mistake =
        assertThrows(ConfigurationException.class, () -> read(text.replace("\\n", "\n") + "\n"));
    assertEquals(line, mistake.line(), mistake.getMessage());
    assertEquals(field, mistake.field() == null ? "" : mistake.field(), mistake.getMessage());
    assertTrue(mistake.getMessage().contains(word), mistake.getMessage());
  }

  @Test
  void theExampleShowsEverythingThatCanBeSaidOfAPartner() throws ConfigurationException {
    Partner partner =
        Directory.read(Path.of("config", "corporation.example.yaml"))
            .partner(PARTNER)
            .orElseThrow();
    assertEquals(new Confirmation("架空 花子", LocalDate.of(2026, 9, 2)), partner.confirmed());
    assertEquals(
        new PartnerContact("架空 太郎", "03-0000-0000", "03-0000-0001", "taro@example.jp"),
        partner.contact());
    assertEquals(
        new PartnerTerms(LocalDate.of(2026, 11, 1), List.of(25, 31), true, false, false),
        partner.terms());
    assertEquals(JoiningStage.RUNNING, partner.joining().stage());
    assertEquals(Optional.of(LocalDate.of(2026, 11, 1)), partner.joining().stageSince());
  }

  @Test
  void theExampleShowsWhomAnOfficeTells() throws ConfigurationException {
    Directory directory = Directory.read(Path.of("config", "corporation.example.yaml"));
    assertEquals(
        List.of(new PersonToTell("架空 花子", "hanako@example.jp")),
        directory.office(OWN).orElseThrow().people());
  }

  @Test
  void anOfficeOfThisHubIsReachedDirectlyAndNobodyNeedsToConfirmIt() throws Exception {
    Directory directory = Directory.read(Path.of("config", "corporation.example.yaml"));
    OfficeNumber other = new OfficeNumber("9970000001");
    assertEquals(List.of(ChannelName.DIRECT), directory.channelsFor(OWN, other));
    assertTrue(directory.isConfirmed(other));
    assertTrue(directory.isConfirmed(PARTNER), "its entry says who confirmed it");
    assertFalse(directory.isConfirmed(new OfficeNumber("9980000002")));
  }

  @Test
  void anOfficeThatIsNotOnTheRelayDoesNotSendByIt() throws Exception {
    Directory directory =
        read(
            "corporation: x\noffices:\n  - {number: 9970000001, name: x, serviceTypes: [11], relay:"
                + " false}\n");
    OfficeNumber office = new OfficeNumber("9970000001");
    assertEquals(List.of(ChannelName.DIRECT), directory.channelsOf(office));
    assertEquals(List.of(), directory.channelsFor(office, UNKNOWN));
  }

  @Test
  void whoIsOnNoRelayIsReachedBySftpOrByTheSendersOfficialClient() throws Exception {
    Directory directory =
        read(
            """
            corporation: x
            offices:
              - {number: 9970000001, name: a, serviceTypes: [11], clientFolder: {}}
              - {number: 9970000002, name: b, serviceTypes: [11]}
              - {number: 9970000003, name: c, serviceTypes: [11], relay: false, clientFolder: {}}
            partners:
              - {number: 9980000001, name: d, serviceTypes: [43], relay: false}
              - number: 9980000002
                name: e
                serviceTypes: [43]
                relay: false
                sftp: {host: h, user: u, key: "secret:k", send: s, receive: r}
              - {number: 9980000003, name: f, serviceTypes: [43], relay: true}
            """);
    OfficeNumber withBoth = new OfficeNumber("9970000001");
    OfficeNumber withRelay = new OfficeNumber("9970000002");
    OfficeNumber withClient = new OfficeNumber("9970000003");
    OfficeNumber byClient = new OfficeNumber("9980000001");
    OfficeNumber bySftp = new OfficeNumber("9980000002");
    OfficeNumber byRelay = new OfficeNumber("9980000003");
    assertEquals(List.of(ChannelName.CLIENT_FOLDER), directory.channelsFor(withBoth, byClient));
    assertEquals(List.of(), directory.channelsFor(withRelay, byClient), "a person decides");
    assertEquals(ChannelName.SFTP, directory.channelsFor(withBoth, bySftp).get(0));
    assertEquals(ChannelName.RELAY, directory.channelsFor(withBoth, byRelay).get(0));
    assertEquals(List.of(ChannelName.CLIENT_FOLDER), directory.channelsFor(withClient, byRelay));
  }

  @Test
  void whoeverSaysNothingTakesTheStandard() throws Exception {
    Directory directory = Directory.read(Path.of("config", "corporation.example.yaml"));
    assertEquals(ReceivedForm.STANDARD, directory.formOf(OWN));
    assertEquals(ReceivedForm.STANDARD, directory.formOf(PARTNER), "the example shows defaults");
    assertEquals(ReceivedForm.STANDARD, directory.formOf(UNKNOWN));
  }

  @Test
  void aFormSaysHowFilesAreWritten() throws Exception {
    ReceivedForm form =
        read("""
            corporation: x
            offices: []
            partners:
              - number: 9980000001
                name: b
                serviceTypes: [43]
                form:
                  version: 3.2
                  losses: [equipment, third_sheet]
                  quoting: all
                  zeros: dropped
                  times: clock
                  kana: half
                  order: [insuredNumber, serviceDate]
                  extension: lower
                  csvVersion: 202410
                  header: true
            """)
            .formOf(PARTNER);
    assertTrue(form.isVersion3());
    assertEquals(Set.of(VersionLoss.EQUIPMENT, VersionLoss.THIRD_SHEET), form.losses());
    assertEquals(
        "quoting=all zeros=dropped times=clock kana=half order=insuredNumber+serviceDate"
            + " extension=lower csvVersion=202410 header=true",
        form.dialect().differences());
  }

  @Test
  void aMissingFileIsToldByItsName() {
    ConfigurationException mistake =
        assertThrows(
            ConfigurationException.class, () -> Directory.read(folder.resolve("corporation.yaml")));
    assertTrue(mistake.getMessage().contains("ファイルがありません"));
  }

  private Directory read(String text) throws ConfigurationException, IOException {
    return Directory.read(Files.writeString(folder.resolve("corporation.yaml"), text));
  }
}
