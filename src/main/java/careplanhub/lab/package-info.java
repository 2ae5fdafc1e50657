/**
 * What tries the program out: the one generator of synthetic data, damaged variants of it, the demo
 * and the experiments. Everything it makes is invented; no office, number or name of it exists.
 */
@NullMarked
package careplanhub.lab;

import org.jspecify.annotations.NullMarked;
