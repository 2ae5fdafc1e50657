package careplanhub.vendor;

import careplanhub.office.ConfigurationException;
import careplanhub.standard.Field;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** {@code hub}: a field that the hub knows and the vendor's file does not say. */
final class HubLens implements Lens {
  private final Field field;
  private final Fact fact;

  /** What the hub knows. */
  enum Fact {
    TODAY("today"),
    EXPORTING_OFFICE("exportingOffice"),
    SUPPORT_OFFICE("supportOffice"),
    PLANNER_NAME("plannerName");

    private final String label;

    Fact(String label) {
      this.label = label;
    }

    static Optional<Fact> of(String label) {
      return Arrays.stream(values()).filter(fact -> fact.label.equals(label)).findFirst();
    }
  }

  /**
   * What the mapping says.
   *
   * @param field the standard's
   * @param fact today, exportingOffice, supportOffice or plannerName
   */
  record Parameters(
      @JsonProperty(required = true) String field, @JsonProperty(required = true) String fact) {}

  private HubLens(Field field, Fact fact) {
    this.field = field;
    this.fact = fact;
  }

  static Lens create(MappingPart part) throws ConfigurationException {
    Parameters parameters = part.bind(Parameters.class);
    Fact fact =
        Fact.of(parameters.fact())
            .orElseThrow(
                () ->
                    part.error(
                        "fact",
                        "使えるもの: "
                            + String.join(
                                "、", Arrays.stream(Fact.values()).map(f -> f.label).toList())));
    return new HubLens(part.field("field", parameters.field()), fact);
  }

  @Override
  public List<Field> fields() {
    return List.of(field);
  }

  @Override
  public List<Field> keeps() {
    return List.of();
  }

  @Override
  public void get(StandardDraft draft) {
    draft.set(
        field,
        switch (fact) {
          case TODAY -> draft.facts().today();
          case EXPORTING_OFFICE -> draft.facts().exportingOffice().value();
          case SUPPORT_OFFICE ->
              draft.supportOffice().map(office -> office.number().value()).orElse("");
          case PLANNER_NAME -> draft.supportOffice().map(SupportOffice::plannerName).orElse("");
        });
  }

  @Override
  public void put(VendorDraft draft) {
    draft.lose(field);
  }
}
