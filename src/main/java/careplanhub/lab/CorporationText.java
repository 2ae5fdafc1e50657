package careplanhub.lab;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** An invented corporation as {@code config/corporation.yaml}. */
final class CorporationText {
  private static final YAMLMapper YAML = new YAMLMapper();

  private CorporationText() {}

  /**
   * The file.
   *
   * @param partners whose offices are written down, with those of neither corporation, as partners
   *     that somebody telephoned
   * @param ways how they are reached
   * @param first whether it is the world's first corporation
   * @param confirmed when that was
   */
  static String of(
      SyntheticCorporation corporation,
      SyntheticCorporation partners,
      DemoWays ways,
      boolean first,
      LocalDate confirmed) {
    ObjectNode text = YAML.createObjectNode();
    text.put("corporation", corporation.name());
    for (SyntheticOffice office : corporation.offices()) {
      ObjectNode node = text.withArrayProperty("offices").addObject();
      node.put("number", office.number().value());
      node.put("name", office.name());
      node.putArray("serviceTypes").add(office.type().value());
      node.put("software", office.equals(DemoMonthEnd.exporter()) ? "jittai" : "standard");
      ways.describeOwn(office, node);
    }
    List<SyntheticOffice> reached =
        Stream.concat(partners.offices().stream(), ways.beyond(corporation, partners).stream())
            .toList();
    for (SyntheticOffice office : reached) {
      ObjectNode node = text.withArrayProperty("partners").addObject();
      node.put("number", office.number().value());
      node.put("name", office.name());
      node.putArray("serviceTypes").add(office.type().value());
      node.putObject("confirmed").put("by", "架空 花子").put("on", confirmed.toString());
      ways.describePartner(office, first, node);
    }
    try {
      return YAML.writeValueAsString(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Jackson cannot write strings", e);
    }
  }
}
