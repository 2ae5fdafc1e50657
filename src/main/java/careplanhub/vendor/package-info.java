/**
 * Vendor adapters: one YAML mapping for each layout of a care software, read in both directions. A
 * mapping is a closed list of lenses that know their inverse; what is lost one way is declared, and
 * the loader refuses a mapping that loses more. Translated rows are addressed to each user's
 * support office.
 */
@NullMarked
package careplanhub.vendor;

import org.jspecify.annotations.NullMarked;
