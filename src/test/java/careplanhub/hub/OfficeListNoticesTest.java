package careplanhub.hub;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import careplanhub.hub.notice.Notice;
import careplanhub.ledger.Arrivals;
import careplanhub.ledger.Consents;
import careplanhub.ledger.Enclosures;
import careplanhub.ledger.Evidence;
import careplanhub.ledger.Parcels;
import careplanhub.ledger.Questions;
import careplanhub.ledger.Receptions;
import careplanhub.ledger.Withdrawals;
import careplanhub.office.Directory;
import careplanhub.office.HubSettings;
import careplanhub.relay.SettableClock;
import careplanhub.security.OfficeKey;
import careplanhub.standard.OfficeNumber;
import careplanhub.store.Database;
import careplanhub.store.DurableFiles;
import careplanhub.store.RealFiles;
import careplanhub.store.Vault;
import careplanhub.store.VaultKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An office sees in its own lists why its certificate is not taken, as long as that is so. */
class OfficeListNoticesTest {
  private static final String OFFICE = "9970000001";
  private static final String REASON = "証明書を接続先が受け付けません。";

  @TempDir Path root;

  @Test
  void aRefusedCertificateStandsInTheListsOfItsOfficeUntilItIsTaken() throws Exception {
    SettableClock clock = new SettableClock();
    Path file =
        Files.writeString(
            root.resolve("corporation.yaml"),
            """
            corporation: 架空法人ひばり会
            offices:
              - { number: "9970000001", name: 一, serviceTypes: ["43"] }
              - { number: "9970000002", name: 二, serviceTypes: ["11"] }
            """);
    Directory directory = Directory.read(file);
    DurableFiles files = new DurableFiles(new RealFiles());
    OfficeFolders folders = new OfficeFolders(root, directory);
    for (var office : directory.offices()) {
      assertTrue(folders.prepare(office.number(), files, () -> {}));
    }
    List<Notice> notices = new ArrayList<>();
    try (Database database = Database.open(root.resolve("ledger.sqlite"), "db/ledger")) {
      Vault vault =
          Vault.open(
              root.resolve("vault"),
              VaultKey.create(root.resolve("vault.p12"), "secret".toCharArray()));
      Evidence evidence =
          Evidence.open(database, OfficeKey.selfSigned("hub", clock), root, new RealFiles(), clock);
      OfficeLists lists =
          new OfficeLists(
              folders,
              directory,
              HubSettings.defaults(),
              files,
              new Parcels(
                  database,
                  evidence,
                  new Questions(database, vault, evidence, clock),
                  new Enclosures(database, vault),
                  clock),
              new Enclosures(database, vault),
              new Receptions(database, vault, evidence, clock),
              new Withdrawals(database, evidence, clock),
              new Consents(
                  database, vault, evidence, new Arrivals(database, vault, evidence, clock), clock),
              new Changes(),
              new SendTroubles(),
              () -> notices,
              clock);
      lists.writeChanged();
      assertFalse(page(folders, OFFICE).contains(REASON));

      notices.add(
          new Notice("refused", Notice.Kind.CERTIFICATE_REFUSED, OFFICE, clock.instant(), REASON));
      awaitPage(lists, folders, true);
      assertFalse(page(folders, "9970000002").contains(REASON));

      notices.clear();
      awaitPage(lists, folders, false);
    }
  }

  /** Writing the lists rests between two times. */
  private static void awaitPage(OfficeLists lists, OfficeFolders folders, boolean reason)
      throws Exception {
    Eventually.holds(
        "the page tells the reason: " + reason,
        Duration.ofSeconds(60),
        () -> {
          lists.writeChanged();
          return page(folders, OFFICE).contains(REASON) == reason;
        });
  }

  private static String page(OfficeFolders folders, String office) throws Exception {
    return Files.readString(folders.office(new OfficeNumber(office)).resolve("送信一覧.html"));
  }
}
