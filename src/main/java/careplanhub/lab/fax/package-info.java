/**
 * What happens to paper: result sheets that are filled in as people do it, and pages as a FAX
 * leaves them, made by programs other than our own so that our reader is not tried on our renderer.
 */
@NullMarked
package careplanhub.lab.fax;

import org.jspecify.annotations.NullMarked;
