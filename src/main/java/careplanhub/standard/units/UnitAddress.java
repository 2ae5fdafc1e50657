package careplanhub.standard.units;

import careplanhub.standard.FileName;
import careplanhub.standard.OfficeNumber;
import careplanhub.standard.Row;
import careplanhub.standard.Serial;
import careplanhub.standard.ServiceTypeCode;
import careplanhub.standard.StandardVersion;
import java.util.List;

/**
 * Who sends a unit of one service month to whom.
 *
 * @param from the sending office
 * @param fromType the service under which it sends
 * @param to the receiving office
 * @param toType the service under which it receives
 * @param month 対象年月, six digits
 */
public record UnitAddress(
    OfficeNumber from,
    ServiceTypeCode fromType,
    OfficeNumber to,
    ServiceTypeCode toType,
    String month) {

  /** The address that a file's name says. */
  public static UnitAddress of(FileName name) {
    if (name.month() == null || name.fromType() == null || name.toType() == null) {
      throw new IllegalArgumentException("A " + name.kind() + " has no month or no service types.");
    }
    return new UnitAddress(name.from(), name.fromType(), name.to(), name.toType(), name.month());
  }

  /**
   * A file of V4.1 at this address.
   *
   * @param rows at least one; their layout is the file's kind
   */
  public PlannedFile file(Serial serial, List<Row> rows) {
    return new PlannedFile(name(rows.get(0).layout().kind(), serial), rows);
  }

  private FileName name(String kind, Serial serial) {
    return new FileName(
        StandardVersion.V4_1, kind, month, from, fromType, to, toType, serial, null);
  }
}
