package careplanhub.vendor;

import careplanhub.standard.Finding;
import careplanhub.standard.Row;
import careplanhub.standard.units.SlipRows;
import careplanhub.standard.units.SlipSplitter;
import careplanhub.standard.units.SplitSlip;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The planned rows that a support office exports, as a file for each addressee (2.6). */
final class Slips {
  static final String SLIP = "UPPLAN";
  private static final String BREAKDOWN = "UPSIKYU";
  private static final String SUPPLEMENT = "UPHOSOKU";

  private final VendorContext context;
  private final List<Row> rows = new ArrayList<>();
  private final List<Row> breakdowns = new ArrayList<>();
  private final List<Row> supplements = new ArrayList<>();

  Slips(VendorContext context) {
    this.context = context;
  }

  /** Whether rows of this kind of file belong to slips. */
  static boolean have(String kind) {
    return kind.equals(SLIP) || kind.equals(BREAKDOWN) || kind.equals(SUPPLEMENT);
  }

  void add(Row row) {
    switch (row.layout().kind()) {
      case BREAKDOWN -> breakdowns.add(row);
      case SUPPLEMENT -> supplements.add(row);
      default -> rows.add(row);
    }
  }

  /**
   * The files: whole units of the users whose 第７表 and 利用者補足情報 the office's tables tell, and the
   * planned rows of the others alone.
   *
   * @param findings is told what does not go, and what is missing beside them
   */
  List<AddressedFile> files(List<Finding> findings) {
    if (rows.isEmpty()) {
      return List.of();
    }
    SlipCompletion completion =
        new SlipCompletion(
            context.knowledge().tables(), new SlipRows(rows, breakdowns, supplements));
    List<Row> alone = rows.stream().filter(row -> !completion.isComplete(row)).toList();
    SplitSlip whole = split(completion.complete(rows));
    SplitSlip others = split(new SlipRows(alone, List.of(), List.of()));
    tell(whole.withheld() + others.withheld(), findings);
    int nobody = whole.sentToNobody().size() + others.sentToNobody().size();
    if (nobody > 0) {
      findings.add(VendorFinding.NOT_EXCHANGED.of("送り先のサービス事業所が無い利用者の予定は送りません（" + nobody + " 人）。"));
    }
    if (!others.units().isEmpty()) {
      findings.add(
          VendorFinding.SLIP_ALONE.of(
              "予定だけの利用者が "
                  + alone.stream().map(Row::user).distinct().count()
                  + " 人います。この形式には第７表（UPSIKYU）と利用者補足情報（UPHOSOKU）が無いので、事業所の表"
                  + "（breakdown.csv と supplement.csv）に無い利用者の予定は送れません。実績のやりとりにだけ使えます。"));
    }
    return Stream.of(whole, others)
        .flatMap(split -> split.units().stream())
        .flatMap(unit -> unit.files().stream())
        .map(file -> new AddressedFile(file.name(), file.rows()))
        .toList();
  }

  private SplitSlip split(SlipRows slips) {
    return SlipSplitter.split(
        slips,
        context.office(),
        Addressing.supportTypeOf(context.office(), context),
        context.serials()::next);
  }

  private static void tell(long withheld, List<Finding> findings) {
    if (withheld > 0) {
      findings.add(VendorFinding.NOT_EXCHANGED.of("標準仕様で送らない種類のサービスの行は送りません（" + withheld + " 行）。"));
    }
  }
}
