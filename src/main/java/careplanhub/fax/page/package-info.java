/**
 * Pages of TIFF and PDF files, decoded in a child process with limits: what a file can break is
 * only its own child.
 */
@NullMarked
package careplanhub.fax.page;

import org.jspecify.annotations.NullMarked;
