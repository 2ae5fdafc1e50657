@NullMarked
package careplanhub.channel.fax;

import org.jspecify.annotations.NullMarked;
