/**
 * The corporation, its offices and partners, the table of support offices that an office keeps, and
 * the hub's settings: everything that people write into {@code config/}. What is wrong there is
 * said in Japanese with file, line and field.
 */
@NullMarked
package careplanhub.office;

import org.jspecify.annotations.NullMarked;
