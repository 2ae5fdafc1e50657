/**
 * The hub itself: its stages (intake, translate, dispatch, collect, deliver), the Camel context
 * their routes run in, and the server an administrator looks at it through (Hawtio, metrics,
 * health).
 */
@NullMarked
package careplanhub.hub;

import org.jspecify.annotations.NullMarked;
