/**
 * Benchmarks: what the program does, as a ratio to a named reference in the same run. Figures go
 * into the documents with the command that made them.
 */
@NullMarked
package careplanhub.lab.bench;

import org.jspecify.annotations.NullMarked;
