package careplanhub.hub;

import static careplanhub.hub.HubWorld.HOME_HELP;
import static careplanhub.hub.HubWorld.MONTH;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import careplanhub.lab.GeneratedFile;
import careplanhub.lab.SyntheticUser;
import careplanhub.office.SupportOfficeTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * A route of the template vendor-folder: an export in the software's own folder is fetched,
 * translated and sent; a share that is gone is told, and nothing is made in its place.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class VendorFolderRouteTest {
  @TempDir private static Path folder;
  private static Path share;
  private static HubWorld world;

  @BeforeAll
  static void start() throws Exception {
    share = Files.createDirectory(folder.resolve("share"));
    world = HubWorld.start(folder.resolve("world"), VendorFolderRouteTest::prepare);
  }

  @AfterAll
  static void stop() {
    if (world != null) {
      world.close();
    }
  }

  private static void prepare(Path hub) throws Exception {
    HubFolder own = new HubFolder(hub);
    Files.writeString(
        own.settings(),
        Files.readString(own.settings())
            + "vendorRoutes:\n  pollInterval: 300ms\n  quietPeriod: 100ms\n"
            + "  failuresBeforePause: 100\nvendors:\n  scanInterval: 200ms\n"
            + "  approvedOnly: false\n");
    Path table = SupportOfficeTable.fileOf(own.config(), HOME_HELP.number());
    Files.createDirectories(table.resolveSibling(""));
    Files.write(table, MONTH.users().stream().map(VendorFolderRouteTest::line).toList());
    Files.writeString(
        own.config().resolve("vendors").resolve("jittai").resolve("route.yaml"),
        """
        - templatedRoute:
            routeTemplateRef: vendor-folder
            routeId: "jittai-folder-{{vendor.office}}"
            parameters:
              - { name: office, value: "{{vendor.office}}" }
              - { name: folder, value: "{{vendor.folder}}" }
              - { name: files, value: "*.csv" }
        """);
    Files.writeString(
        own.config().resolve(VendorRoutes.FILE),
        """
        routes:
          - adapter: jittai
            office: "%s"
            folder: %s
        """
            .formatted(HOME_HELP.number(), share));
  }

  private static String line(SyntheticUser user) {
    return String.join(
        ",",
        user.identity().insurerNumber(),
        user.identity().insuredNumber(),
        user.support().number().value());
  }

  private static String health() throws Exception {
    return new AdminClient(world.first().adminAddress()).get("health").body();
  }

  private static List<String> done() throws IOException {
    Path done = share.resolve("done");
    if (Files.notExists(done)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(done)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  @Order(1)
  void anExportIsTakenAndSentOnAndKeptInDone() throws Exception {
    GeneratedFile export = MONTH.jittaiExport(HOME_HELP);
    Files.write(share.resolve("export.csv"), export.content());

    Path taken = world.await(HOME_HELP, "done", "export.csv");
    assertArrayEquals(export.content(), Files.readAllBytes(taken));
    world.await("it is moved away", () -> done().size() == 1);
    assertFalse(Files.exists(share.resolve("export.csv")));
    String beginning = "UPJSK_202611_" + HOME_HELP.number();
    world.await(
        "the results of the export are sent",
        () ->
            world.first().books().parcels().sentBy(HOME_HELP.number(), 10).stream()
                .anyMatch(parcel -> parcel.files().get(0).name().startsWith(beginning)));
  }

  @Test
  @Order(2)
  void onlyNamesOfThePatternAreTakenAndARepeatIsKnown() throws Exception {
    Files.writeString(share.resolve("readme.txt"), "txt");
    Files.writeString(share.resolve("half.csv.tmp"), "half");
    Files.write(share.resolve("export.csv"), MONTH.jittaiExport(HOME_HELP).content());

    world.await(
        "the intake knows it", () -> world.first().books().arrivals().count().repeats() == 1);
    world.await("it is moved away", () -> done().size() == 2);
    assertEquals("txt", Files.readString(share.resolve("readme.txt")));
    assertEquals("half", Files.readString(share.resolve("half.csv.tmp")));
  }

  @Test
  @Order(3)
  void aShareThatIsGoneIsToldAndNothingIsMadeInItsPlace() throws Exception {
    Path away = folder.resolve("away");
    Files.move(share, away);
    world.await("health tells", () -> health().contains("経路 jittai-folder-" + HOME_HELP.number()));
    assertFalse(Files.exists(share));

    Files.move(away, share);
    world.await("health is well again", () -> !health().contains("経路 jittai-folder"));
  }
}
