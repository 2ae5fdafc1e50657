/**
 * The paper side: pages as they come from and go to a FAX, what their QR codes say, and, in {@code
 * forms}, the official forms.
 */
@NullMarked
package careplanhub.fax;

import org.jspecify.annotations.NullMarked;
