/** Tests of what is read from pages. */
@NullMarked
package careplanhub.fax.read;

import org.jspecify.annotations.NullMarked;
