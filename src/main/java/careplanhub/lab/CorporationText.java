package careplanhub.lab;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

/** An invented corporation as {@code config/corporation.yaml}. */
final class CorporationText {
  private static final YAMLMapper YAML = new YAMLMapper();

  private CorporationText() {}

  static String of(SyntheticCorporation corporation) {
    ObjectNode text = YAML.createObjectNode();
    text.put("corporation", corporation.name());
    for (SyntheticOffice office : corporation.offices()) {
      ObjectNode node = text.withArrayProperty("offices").addObject();
      node.put("number", office.number().value());
      node.put("name", office.name());
      node.putArray("serviceTypes").add(office.type().value());
      node.put("software", office.equals(DemoMonthEnd.exporter()) ? "jittai" : "standard");
    }
    try {
      return YAML.writeValueAsString(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Jackson cannot write strings", e);
    }
  }
}
