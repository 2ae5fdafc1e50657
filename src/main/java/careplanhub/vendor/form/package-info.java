/**
 * How one value is written on either side: at the vendor's in a cell, in the standard's in a field.
 * The list of forms is closed; each is a pair of functions that undo each other, made from its
 * parameters in an adapter's file.
 */
@NullMarked
package careplanhub.vendor.form;

import org.jspecify.annotations.NullMarked;
