package careplanhub.vendor;

import careplanhub.standard.Field;
import careplanhub.standard.Layout;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A checked mapping between a vendor's columns and one layout of the standard: every column and
 * every field is mapped or declared lost. Immutable.
 *
 * @param layout the standard's side
 * @param lenses in the order of their work
 * @param fold that one of them which makes several rows of a record; null when each is one row
 * @param sequence that one of them which numbers all rows; null when there is none
 * @param totals those of them that complete a written record
 * @param lostFields fields that no lens speaks of
 * @param told fields whose loss is told
 */
record Mapping(
    Layout layout,
    List<Lens> lenses,
    @Nullable Fold fold,
    @Nullable SequenceLens sequence,
    List<TotalLens> totals,
    List<Field> lostFields,
    Set<String> told) {
  Mapping {
    lenses = List.copyOf(lenses);
    totals = List.copyOf(totals);
    lostFields = List.copyOf(lostFields);
    told = Set.copyOf(told);
  }
}
