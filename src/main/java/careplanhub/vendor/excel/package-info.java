/**
 * The adapter excel, for offices whose software takes nothing: received files as workbooks that
 * staff can read, and the results that they fill in. Text stays text, nothing is ever a formula,
 * and what comes back is bounded before it is read.
 */
@NullMarked
package careplanhub.vendor.excel;

import org.jspecify.annotations.NullMarked;
