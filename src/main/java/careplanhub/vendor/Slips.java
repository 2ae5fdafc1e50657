package careplanhub.vendor;

import careplanhub.standard.Finding;
import careplanhub.standard.Row;
import careplanhub.standard.units.SlipRows;
import careplanhub.standard.units.SlipSplitter;
import careplanhub.standard.units.SplitSlip;
import java.util.ArrayList;
import java.util.List;

/** The planned rows that a support office exports, as a file for each addressee (2.6). */
final class Slips {
  private final VendorContext context;
  private final List<Row> rows = new ArrayList<>();

  Slips(VendorContext context) {
    this.context = context;
  }

  void add(Row row) {
    rows.add(row);
  }

  /**
   * The files.
   *
   * @param findings is told what does not go, and what is missing beside them
   */
  List<AddressedFile> files(List<Finding> findings) {
    if (rows.isEmpty()) {
      return List.of();
    }
    SplitSlip split =
        SlipSplitter.split(
            new SlipRows(rows, List.of(), List.of()),
            context.office(),
            Addressing.supportTypeOf(context.office(), context),
            context.serials()::next);
    if (split.withheld() > 0) {
      findings.add(
          VendorFinding.NOT_EXCHANGED.of("標準仕様で送らない種類のサービスの行は送りません（" + split.withheld() + " 行）。"));
    }
    if (!split.sentToNobody().isEmpty()) {
      findings.add(
          VendorFinding.NOT_EXCHANGED.of(
              "送り先のサービス事業所が無い利用者の予定は送りません（" + split.sentToNobody().size() + " 人）。"));
    }
    if (!split.units().isEmpty()) {
      findings.add(
          VendorFinding.SLIP_ALONE.of("予定だけのファイルです。送るには、第７表（UPSIKYU）と利用者補足情報（UPHOSOKU）が一緒に要ります。"));
    }
    return split.units().stream()
        .flatMap(unit -> unit.files().stream())
        .map(file -> new AddressedFile(file.name(), file.rows()))
        .toList();
  }
}
