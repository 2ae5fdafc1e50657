/**
 * The list of partners as a file: split by FastCSV, bound by Camel Bindy, checked, and imported
 * into {@code config/partners.yaml}. Each step is a method that the route {@code
 * routes/partners.yaml} names; a bad line is refused by its number, and the others go in.
 */
@NullMarked
package careplanhub.hub.partners;

import org.jspecify.annotations.NullMarked;
