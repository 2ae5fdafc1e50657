package careplanhub.vendor;

import careplanhub.office.ConfigurationException;
import careplanhub.standard.Field;
import careplanhub.standard.UserIdentity;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** {@code hub}: a field that the hub knows and the vendor's file does not say. */
record HubLens(Field field, Fact fact) implements Lens {
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
  public List<String> columns() {
    return List.of();
  }

  @Override
  public List<String> fields() {
    return List.of(field.key());
  }

  @Override
  public boolean keeps() {
    return false;
  }

  @Override
  public void get(StandardDraft draft) {
    draft.set(
        field.key(),
        switch (fact) {
          case TODAY -> draft.facts().today();
          case EXPORTING_OFFICE -> draft.facts().exportingOffice().value();
          case SUPPORT_OFFICE ->
              draft.facts().supportOfficeOf(user(draft)).map(s -> s.number().value()).orElse("");
          case PLANNER_NAME ->
              draft.facts().supportOfficeOf(user(draft)).map(SupportOffice::plannerName).orElse("");
        });
  }

  private static UserIdentity user(StandardDraft draft) {
    return new UserIdentity(draft.value("insurerNumber"), draft.value("insuredNumber"));
  }

  @Override
  public void put(VendorDraft draft) {
    draft.lose(field);
  }
}
