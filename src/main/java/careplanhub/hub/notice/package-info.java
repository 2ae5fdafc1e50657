/**
 * What a person must be told of before it is too late: the ends of certificates, revocation lists
 * and licences. Whoever alarms takes {@link careplanhub.hub.notice.Notice notices} and sends each
 * once by its id.
 */
@NullMarked
package careplanhub.hub.notice;

import org.jspecify.annotations.NullMarked;
