/**
 * What holds for the whole program: the rooms, the launchers, the documents, and the optional parts
 * of the machine that tests may ask for. Tests of one package stand in that package.
 */
@NullMarked
package careplanhub;

import org.jspecify.annotations.NullMarked;
