package careplanhub.hub;

import careplanhub.channel.client.ClientPlace;
import careplanhub.office.Directory;
import careplanhub.office.FaxInboxSettings;
import careplanhub.office.Office;
import careplanhub.office.Satellite;
import careplanhub.store.DurableFiles;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * The routes of each office, made from the templates of {@code routes/intake.yaml}: one consumer a
 * folder, so that a folder in trouble delays no other. They stand in {@code routes/offices.yaml},
 * which the hub writes when it starts.
 */
final class OfficeRoutes {
  static final String FILE = "offices.yaml";
  private static final String HEADING =
      "# Written by the hub from config/corporation.yaml at each start; changes here are lost.\n";

  private static final YAMLMapper YAML = new YAMLMapper();

  private OfficeRoutes() {}

  static void write(
      Path routes,
      Directory directory,
      OfficeFolders folders,
      List<ClientPlace> clients,
      FaxInboxSettings fax,
      DurableFiles files)
      throws IOException {
    ArrayNode made = YAML.createArrayNode();
    for (Office office : directory.offices()) {
      made.add(route("outbox", "", office, folders.outbox(office.number())));
      for (Satellite satellite : office.satellites()) {
        made.add(
            route(
                "outbox",
                satellite.number() + "-",
                office,
                folders.outbox(office.number(), satellite.number())));
      }
      made.add(route("attachments", "", office, folders.attachments(office.number())));
      made.add(route("worksheets", "", office, folders.questions(office.number())));
      if (!office.fax().inboxText().isEmpty()) {
        Path inbox = folders.fromHub(office.fax().inboxText());
        made.add(route("fax-inbox", "", office, inbox));
      }
    }
    if (!fax.folder().isEmpty()) {
      Office staff =
          directory.offices().stream()
              .filter(office -> office.number().value().equals(fax.office()))
              .findFirst()
              .or(() -> directory.offices().stream().findFirst())
              .orElseThrow();
      made.add(route("fax-inbox", "shared-", staff, folders.fromHub(fax.folder())));
    }
    for (ClientPlace place : clients) {
      Office office = directory.office(place.office()).orElseThrow();
      made.add(route("client-downloads", "", office, place.watched()));
      made.add(route("client-checklists", "", office, place.handOver()));
    }
    byte[] yaml = (HEADING + YAML.writeValueAsString(made)).getBytes(StandardCharsets.UTF_8);
    Path target = routes.resolve(FILE);
    if (!Files.exists(target) || !Arrays.equals(Files.readAllBytes(target), yaml)) {
      files.replaceWhole(target, yaml);
    }
  }

  private static ObjectNode route(String template, String place, Office office, Path folder) {
    ObjectNode node = YAML.createObjectNode();
    ObjectNode route = node.putObject("templatedRoute");
    route.put("routeTemplateRef", template);
    route.put("routeId", template + "-" + place + office.number());
    ArrayNode parameters = route.putArray("parameters");
    parameters.addObject().put("name", "office").put("value", office.number().value());
    parameters.addObject().put("name", "folder").put("value", folder.toAbsolutePath().toString());
    return node;
  }
}
