/** What stands on decoded pages: the QR code of ours, and the filled boxes of result sheets. */
@NullMarked
package careplanhub.fax.read;

import org.jspecify.annotations.NullMarked;
