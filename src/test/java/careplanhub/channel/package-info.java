/** Tests of the channels, through Camel and their routes to a real relay. */
@NullMarked
package careplanhub.channel;

import org.jspecify.annotations.NullMarked;
