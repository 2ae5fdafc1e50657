/**
 * The adapter 請求: a wide form without a useful header, as an example of an adapter in Java. It uses
 * only what is public to integrators.
 */
@NullMarked
package careplanhub.vendor.seikyu;

import org.jspecify.annotations.NullMarked;
