package careplanhub.vendor;

import careplanhub.standard.Row;
import careplanhub.vendor.TracedRecord.Step;
import careplanhub.vendor.TracedRecord.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Lets rows be made as always, and tells of each record what its lenses did. For one thread. */
final class TracedReading implements RowMaker {
  private final RowMaker maker;
  private final VendorRecord place;
  private final List<LensSteps> lenses;
  private final List<Row> made;
  private final Consumer<TracedRecord> records;

  /**
   * @param maker makes the rows
   * @param lenses one for each mapping; none for an adapter in Java
   * @param made where the maker puts its rows
   */
  TracedReading(
      RowMaker maker,
      VendorRecord place,
      List<LensSteps> lenses,
      List<Row> made,
      Consumer<TracedRecord> records) {
    this.maker = maker;
    this.place = place;
    this.lenses = lenses;
    this.made = made;
    this.records = records;
  }

  @Override
  public void translate(boolean decodable) {
    made.clear();
    maker.translate(decodable);
    List<Value> cells = new ArrayList<>();
    for (int index = 0; index < place.columns().size(); index++) {
      if (!place.cell(index).isEmpty()) {
        cells.add(new Value(place.columns().name(index), place.cell(index)));
      }
    }
    if (lenses.isEmpty()) {
      records.accept(LensSteps.alone(place.line(), cells, made));
      return;
    }
    List<Step> steps = new ArrayList<>();
    List<List<Value>> rows = new ArrayList<>();
    String outcome = decodable ? "" : "文字コードとして読めない文字があるので読めません。";
    for (LensSteps one : lenses) {
      String told = one.trace(steps, rows);
      outcome = outcome.isEmpty() ? told : outcome;
    }
    records.accept(
        new TracedRecord(
            place.line(), cells, outcome.isEmpty() ? rows : List.of(), steps, outcome));
  }

  @Override
  public void finish() {
    maker.finish();
  }

  @Override
  public long leftBehind() {
    return maker.leftBehind();
  }
}
