/** Tests of the official client's folders, through Camel and the shipped routes. */
@NullMarked
package careplanhub.channel.client;

import org.jspecify.annotations.NullMarked;
