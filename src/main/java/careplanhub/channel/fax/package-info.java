/**
 * The channel {@code fax}: a parcel becomes the official forms, which a FAX server takes from a
 * folder or a FAX service by mail. Nothing but a report or a person says that it was sent; {@code
 * docs/channel-fax.md} says how.
 */
@NullMarked
package careplanhub.channel.fax;

import org.jspecify.annotations.NullMarked;
