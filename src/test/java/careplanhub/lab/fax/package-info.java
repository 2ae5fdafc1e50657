/** Result sheets that went through a FAX. */
@NullMarked
package careplanhub.lab.fax;

import org.jspecify.annotations.NullMarked;
