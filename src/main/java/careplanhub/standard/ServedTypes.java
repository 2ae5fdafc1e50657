package careplanhub.standard;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The service types that the rows of a unit say an office gives. */
final class ServedTypes {
  private static final String OFFICE = "serviceOfficeNumber";
  private static final int TYPE_LENGTH = 2;

  private ServedTypes() {}

  /** In the order of the rows; only types that stand in the standard's list. */
  static Set<ServiceTypeCode> of(OfficeNumber office, List<VersionStep.File> unit) {
    Set<ServiceTypeCode> types = new LinkedHashSet<>();
    for (VersionStep.File file : unit) {
      for (Row row : file.rows()) {
        String type = row.layout().has(OFFICE) ? typeIn(row, office) : "";
        if (Standard.data().serviceType(type).isPresent()) {
          types.add(new ServiceTypeCode(type));
        }
      }
    }
    return types;
  }

  private static String typeIn(Row row, OfficeNumber office) {
    if (!row.get(OFFICE).equals(office.value())) {
      return "";
    }
    if (row.layout().has("serviceTypeCode")) {
      return row.get("serviceTypeCode");
    }
    String code = row.layout().has("serviceCode") ? row.get("serviceCode") : "";
    return code.substring(0, Math.min(TYPE_LENGTH, code.length()));
  }
}
