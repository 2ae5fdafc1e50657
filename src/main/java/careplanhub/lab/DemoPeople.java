package careplanhub.lab;

import careplanhub.standard.OfficeNumber;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What staff and their programs do in a demo beside exporting files. For one thread. */
final class DemoPeople {
  private static final long SEED = 5;

  private final DemoSoftware software;
  private final List<DemoClerk> clerks;
  private final DemoFax fax;

  DemoPeople(DemoWorld world, DemoWays ways, DemoSoftware software, DemoFax fax) {
    this.software = software;
    this.fax = fax;
    Map<OfficeNumber, Path> clients =
        ways.withClient().stream()
            .collect(Collectors.toMap(SyntheticOffice::number, world::folderOf));
    ClientStandIn official = new ClientStandIn(clients, SEED);
    this.clerks = clients.values().stream().map(office -> new DemoClerk(office, official)).toList();
  }

  /** Does what is to be done now. */
  void work() throws IOException {
    software.take();
    for (DemoClerk clerk : clerks) {
      clerk.work();
    }
    fax.work();
  }
}
