package careplanhub.hub;

import static careplanhub.hub.HubWorld.DAY_CARE;
import static careplanhub.hub.HubWorld.MONTH;
import static careplanhub.hub.HubWorld.PARTNER_SUPPORT;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import careplanhub.lab.DemoWays;
import careplanhub.lab.GeneratedFile;
import careplanhub.lab.GeneratedUnit;
import careplanhub.lab.SyntheticOffice;
import careplanhub.ledger.EvidenceVerifier;
import careplanhub.ledger.Parcel;
import careplanhub.office.ChannelName;
import careplanhub.security.Certificates;
import careplanhub.security.KeyFolder;
import careplanhub.security.TestAuthority;
import careplanhub.standard.Serial;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two hubs that hand each other parcels in folders of an OpenSSH server. */
class SftpEndToEndTest {
  private static final String PAIR =
      "from-first/" + DAY_CARE.number() + "-" + PARTNER_SUPPORT.number();

  private static final Map<SyntheticOffice, ChannelName> BY_SFTP =
      Map.of(PARTNER_SUPPORT, ChannelName.SFTP);

  @TempDir Path folder;

  @Test
  void aParcelGoesOverTheServerAndItsSignedReceiptLightsTheOtherTwo() throws Exception {
    SshServer.require();
    try (SshServer server = SshServer.start(folder.resolve("server"));
        HubWorld world = HubWorld.start(folder, ways(server, BY_SFTP), hub -> {})) {
      GeneratedFile file = drop(world, 0);

      Path arrived = world.await(PARTNER_SUPPORT, "inbox", file.name());
      assertArrayEquals(file.content(), Files.readAllBytes(arrived));
      world.await("all lights are on", () -> closed(world) == 1);
      Parcel sent = sent(world);
      assertEquals("sftp", sent.channel());
      assertNotNull(sent.handedOverAt());
      assertNotNull(sent.fetchedAt());
      assertNotNull(sent.importedAt());
      Path pair = server.root().resolve(PAIR);
      world.await(
          "the addressee puts it away",
          () -> Files.exists(pair.resolve("done").resolve(sent.id() + ".p7m")));
      assertTrue(Files.exists(pair.resolve("receipts").resolve(sent.id() + ".p7s")));
      assertEquals(
          1, HubEvidence.of(folder.resolve("first"), "imported-by-partner").size(), "by a receipt");
      assertTrue(EvidenceVerifier.verify(folder.resolve("first")).fault().isEmpty());
      assertTrue(EvidenceVerifier.verify(folder.resolve("second")).fault().isEmpty());
    }
  }

  @Test
  void aParcelForAnotherKeyIsToldAtBothEndsAndStopsNoOther() throws Exception {
    SshServer.require();
    try (SshServer server = SshServer.start(folder.resolve("server"));
        HubWorld world =
            HubWorld.start(folder, ways(server, BY_SFTP), hub -> replaceCertificate(folder, hub))) {
      drop(world, 0);
      world.await("渡した is on", () -> count(world, Parcel.State.HANDED_OVER) == 1);
      Parcel wrong = sent(world);
      Path told = world.await(PARTNER_SUPPORT, "error", wrong.id() + ".txt");
      assertTrue(Files.readString(told).contains("OTHER_RECIPIENT"), Files.readString(told));
      assertEquals(
          1, HubEvidence.of(folder.resolve("second"), "parcel-not-taken").size(), "told once");
      Path rejected = server.root().resolve(PAIR).resolve("rejected");
      world.await("it is kept", () -> Files.exists(rejected.resolve(wrong.id() + ".p7m")));

      String certificate = PARTNER_SUPPORT.number() + ".crt";
      Files.copy(
          folder.resolve("second/keys").resolve(certificate),
          folder.resolve("first/config/partners").resolve(certificate),
          StandardCopyOption.REPLACE_EXISTING);
      GeneratedFile next = drop(world, 1);
      world.await(PARTNER_SUPPORT, "inbox", next.name());
      world.await("the next one is closed", () -> closed(world) == 1);
      Parcel still = world.first().books().parcels().find(wrong.id()).orElseThrow();
      assertEquals(Parcel.State.HANDED_OVER, still.state(), "nothing says that it was taken");
    }
  }

  @Test
  void nothingGoesToAServerWithAnotherHostKeyUntilAPersonSaysSo() throws Exception {
    SshServer.require();
    try (SshServer server = SshServer.start(folder.resolve("server"));
        HubWorld world =
            HubWorld.start(
                folder,
                ways(server, BY_SFTP),
                hub -> Files.writeString(hub.resolve("keys/known_hosts"), server.otherHost()))) {
      GeneratedFile file = drop(world, 0);
      world.await(
          "it is tried", () -> count(world, Parcel.State.READY) == 1 && sent(world).attempts() > 0);
      assertTrue(Files.notExists(server.root().resolve("from-first")), "nothing lies there");

      Files.writeString(folder.resolve("first/keys/known_hosts"), server.knownHost());
      world.await(PARTNER_SUPPORT, "inbox", file.name());
      world.await("all lights are on", () -> closed(world) == 1);
    }
  }

  @Test
  void whatWaitsForARelayThatIsGoneGoesBySftpOncePeopleWroteItDown() throws Exception {
    SshServer.require();
    try (SshServer server = SshServer.start(folder.resolve("server"));
        HubWorld world = HubWorld.start(folder, ways(server, Map.of()), hub -> {})) {
      world.stopRelay();
      GeneratedFile file = drop(world, 0);
      world.await(
          "it is tried over the relay",
          () -> count(world, Parcel.State.READY) == 1 && sent(world).attempts() > 1);
      Parcel waiting = sent(world);
      assertEquals("relay", waiting.channel(), "a failure changes no channel");

      world.restartFirst(SftpEndToEndTest::writeThatThePartnerLeftTheRelay);
      world.await(PARTNER_SUPPORT, "inbox", file.name());
      world.await("all lights are on", () -> closed(world) == 1);
      Parcel carried = sent(world);
      assertEquals(waiting.id(), carried.id());
      assertEquals("sftp", carried.channel());
      List<String> evidence = HubEvidence.of(folder.resolve("first"), "fell-back");
      assertEquals(1, evidence.size());
      assertTrue(evidence.get(0).contains("NOT_ON_RELAY"), evidence.get(0));
    }
  }

  private static void writeThatThePartnerLeftTheRelay(Path hub) throws Exception {
    Path corporation = new HubFolder(hub).corporation();
    String text = Files.readString(corporation);
    String number = "- number: \"" + PARTNER_SUPPORT.number() + "\"";
    assertTrue(text.contains(number), "the partner is written as expected");
    Files.writeString(
        corporation, text.replace(number, "- relay: false\n  " + number.substring(2)));
  }

  private static DemoWays ways(SshServer server, Map<SyntheticOffice, ChannelName> reached)
      throws Exception {
    DemoWays.Login login =
        new DemoWays.Login(System.getProperty("user.name"), Files.readString(server.clientKey()));
    return new DemoWays(
        reached,
        Set.of(DAY_CARE, PARTNER_SUPPORT),
        Set.of(),
        new DemoWays.Server("127.0.0.1", server.port(), server.knownHost(), login, login));
  }

  /** The partner's certificate is one of its number, but the partner has another key. */
  private static void replaceCertificate(Path folder, Path hub) throws Exception {
    KeyFolder keys = new KeyFolder(folder.resolve("relay/keys"));
    TestAuthority authority =
        TestAuthority.load(keys.authority(), keys.password(System.getenv()), Clock.systemUTC());
    Files.writeString(
        hub.resolve("config/partners").resolve(PARTNER_SUPPORT.number() + ".crt"),
        Certificates.toPem(authority.issueOffice(PARTNER_SUPPORT.number().value()).certificate()));
  }

  /**
   * A result, as it was exported so many days later.
   *
   * @param days 0 for the first export
   */
  private static GeneratedFile drop(HubWorld world, int days) throws Exception {
    GeneratedUnit unit =
        MONTH
            .results()
            .filter(one -> one.from().equals(DAY_CARE) && one.to().equals(PARTNER_SUPPORT))
            .findFirst()
            .orElseThrow();
    String serial = unit.serial().value();
    String later = Serial.of(unit.serial().moment().plusDays(days)).value();
    GeneratedFile file = unit.files().get(0);
    GeneratedFile exported = file.named(file.name().replace(serial, later));
    world.drop(DAY_CARE, exported.name(), exported.content());
    return exported;
  }

  private static Parcel sent(HubWorld world) {
    return world.first().books().parcels().sentBy(DAY_CARE.number(), 1).get(0);
  }

  private static long closed(HubWorld world) {
    return count(world, Parcel.State.CLOSED);
  }

  private static long count(HubWorld world, Parcel.State state) {
    return world.first().books().parcels().countByState().getOrDefault(state, 0L);
  }
}
