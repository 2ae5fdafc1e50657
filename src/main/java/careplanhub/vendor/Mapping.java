package careplanhub.vendor;

import careplanhub.standard.Field;
import careplanhub.standard.Layout;
import java.util.List;
import java.util.Set;

/**
 * A checked mapping between a vendor's columns and a layout of the standard: every column and every
 * field is mapped or declared lost. Immutable.
 *
 * @param layout the standard's side
 * @param columns the vendor's side, in the order of writing
 * @param requiredColumns without which a file cannot be read
 * @param lenses in the order of their work
 * @param notExchanged which records stay behind
 * @param lostFields fields that no lens speaks of
 * @param told fields whose loss is told
 */
record Mapping(
    Layout layout,
    List<String> columns,
    Set<String> requiredColumns,
    List<Lens> lenses,
    List<NotExchanged> notExchanged,
    List<Field> lostFields,
    Set<String> told) {}
