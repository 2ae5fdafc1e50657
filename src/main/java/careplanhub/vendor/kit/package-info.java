/**
 * What an integrator works with beside the mapping language: drafting an adapter from a sample of a
 * layout that nobody here has seen, and packing an adapter's folder into one signed file.
 */
@NullMarked
package careplanhub.vendor.kit;

import org.jspecify.annotations.NullMarked;
