/** Tests of the reference relay, over real TLS on the loopback. */
@NullMarked
package careplanhub.relay;

import org.jspecify.annotations.NullMarked;
