/**
 * Which send units are made of which rows: splitting a month's slip by addressee, merging the
 * results of satellites, deciding between an update and a delete, and what a receiver holds after
 * it has imported them. Functions from rows to units; nothing here reads or writes a file.
 */
@NullMarked
package careplanhub.standard.units;

import org.jspecify.annotations.NullMarked;
