/** Tests of the store, and the file layers that other tests put before the real one. */
@NullMarked
package careplanhub.store;

import org.jspecify.annotations.NullMarked;
