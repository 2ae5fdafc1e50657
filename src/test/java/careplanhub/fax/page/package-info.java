/** Tests of decoding, on files that other programs wrote and files that are made to do harm. */
@NullMarked
package careplanhub.fax.page;

import org.jspecify.annotations.NullMarked;
