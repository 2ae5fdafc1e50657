/**
 * The official forms as PDF, made from the standard's rows for partners and staff who look rather
 * than read: one HTML template a form, one embedded font, a QR code on each page, and the result
 * sheet whose boxes can be read back.
 */
@NullMarked
package careplanhub.fax.forms;

import org.jspecify.annotations.NullMarked;
