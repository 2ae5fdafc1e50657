/** Tests of what a person is told before it is too late. */
@NullMarked
package careplanhub.hub.alarm;

import org.jspecify.annotations.NullMarked;
