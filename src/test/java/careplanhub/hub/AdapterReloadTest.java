package careplanhub.hub;

import static careplanhub.hub.HubWorld.DAY_CARE;
import static careplanhub.hub.HubWorld.HOME_HELP;
import static careplanhub.hub.HubWorld.MONTH;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import careplanhub.lab.GeneratedFile;
import careplanhub.ledger.Question;
import careplanhub.office.HubSettings;
import careplanhub.vendor.Adapter;
import careplanhub.vendor.AdapterFolder;
import careplanhub.vendor.ApprovedAdapters;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * Adapters change while a hub runs. A broken one and one that nobody approved stop nothing but
 * themselves, health is yellow and says what to do, and the last good version goes on. The steps
 * follow one another.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AdapterReloadTest {
  @TempDir static Path folder;
  private static HubWorld world;
  private static Path vendors;

  @BeforeAll
  static void start() throws Exception {
    world =
        HubWorld.start(
            folder,
            hub -> {
              vendors = hub.resolve("config/vendors");
              Path corporation = hub.resolve("config/corporation.yaml");
              Files.writeString(
                  corporation,
                  Files.readString(corporation)
                      .replaceFirst(
                          "(number: \"" + DAY_CARE.number() + "\"(?s:.*?)software: )\"standard\"",
                          "$1\"asatte\""));
              Path broken = Files.createDirectories(vendors.resolve("kyou"));
              Files.writeString(broken.resolve("adapter.yaml"), "adapter: kyou\nlenses: [\n");
            });
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  @Test
  @Order(1)
  void aBrokenAdapterAtTheStartTurnsHealthYellowAndStopsNothing() throws Exception {
    String health = health("DEGRADED");
    assertTrue(health.contains("kyou/adapter.yaml"), health);
    assertTrue(health.contains("行目"), health);
    assertTrue(health.contains(DAY_CARE.number() + "（asatte）"), health);

    GeneratedFile export = MONTH.jittaiExport(HOME_HELP);
    world.drop(HOME_HELP, export.name(), export.content());
    world.await(
        "the export is translated",
        () ->
            world.first().books().questions().open().stream()
                .anyMatch(question -> question.kind() == Question.Kind.SUPPORT_OFFICE));
  }

  @Test
  @Order(2)
  void aNewAdapterIsUsedWhenSomebodyHasApprovedItAndWhatWaitedGoesOn() throws Exception {
    Files.delete(vendors.resolve("kyou/adapter.yaml"));
    Path asatte = Files.createDirectories(vendors.resolve("asatte"));
    Files.writeString(
        asatte.resolve("adapter.yaml"),
        Files.readString(vendors.resolve("jittai/adapter.yaml"))
            .replace("adapter: jittai", "adapter: asatte")
            .replace("利用者名カナ", "ヨミ"));
    byte[] unknown = "天気,晴れ\r\n".getBytes(UTF_8);
    world.drop(DAY_CARE, "weather.csv", unknown);

    world.await(
        "approval is asked for", () -> health("DEGRADED").contains("adapter approve asatte"));
    world.await(DAY_CARE, "done", "weather.csv");
    assertEquals(List.of(), world.files(DAY_CARE, "error"), "it waits for its adapter");

    approve(asatte);

    health("UP");
    world.await(DAY_CARE, "error", "weather.csv");
  }

  @Test
  @Order(3)
  void aVersionThatIsBrokenLeavesTheLastGoodOneAtWork() throws Exception {
    Path jittai = vendors.resolve("jittai/adapter.yaml");
    String good = Files.readString(jittai);
    String before = load(jittai.getParent()).sha256();
    Files.writeString(jittai, good.replace("- rename:", "- renam:"));

    world.await("health tells", () -> health("DEGRADED").contains("jittai/adapter.yaml"));
    String health = health("DEGRADED");
    assertTrue(health.contains("行目"), health);
    assertTrue(health.contains("前の版"), health);
    translate("jittai_after.csv");
    List<String> packed = HubEvidence.of(folder.resolve("first"), "packed");
    assertTrue(packed.get(packed.size() - 1).contains(before), packed.toString());

    Files.writeString(jittai, good);
    health("UP");
  }

  @Test
  @Order(4)
  void aChangedTableIsAnotherVersionThatNeedsAnApproval() throws Exception {
    Path jittai = vendors.resolve("jittai");
    Files.writeString(jittai.resolve("codes.csv"), "a,b\n1,2\n");

    world.await(
        "approval is asked for", () -> health("DEGRADED").contains("adapter approve jittai"));
    approve(jittai);
    health("UP");
    translate("jittai_newer.csv");
    List<String> packed = HubEvidence.of(folder.resolve("first"), "packed");
    assertTrue(packed.get(packed.size() - 1).contains(load(jittai).sha256()), packed.toString());
  }

  /** Exports one visit and waits until it is packed. */
  private static void translate(String name) throws Exception {
    Path table = vendors.resolveSibling("offices/" + HOME_HELP.number() + "/support-offices.csv");
    Files.createDirectories(table.getParent());
    Files.writeString(table, "999901,9900000001,9980000001\n");
    int before = HubEvidence.of(folder.resolve("first"), "packed").size();
    Files.write(world.folder(HOME_HELP, "outbox").resolve(name), SatellitesTest.export("A 0900"));
    world.await(
        "the export is packed",
        () -> HubEvidence.of(folder.resolve("first"), "packed").size() > before);
  }

  private static void approve(Path adapter) throws Exception {
    ApprovedAdapters approved =
        ApprovedAdapters.read(vendors).with(load(adapter), "test", Instant.EPOCH);
    Files.write(ApprovedAdapters.fileOf(vendors), approved.bytes());
  }

  private static Adapter load(Path adapter) throws Exception {
    return AdapterFolder.read(adapter, HubSettings.defaults().vendors()).adapter();
  }

  /** What health says as soon as it is of this status. */
  private static String health(String status) throws Exception {
    AdminClient client = new AdminClient(world.first().adminAddress());
    world.await(
        "health is " + status,
        () -> client.get("health").body().startsWith("{\"status\":\"" + status + "\""));
    assertEquals(200, client.get("health").statusCode());
    return client.get("health").body();
  }
}
