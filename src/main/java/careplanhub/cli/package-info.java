/** The commands of the program (picocli); the only place with a {@code main}. */
@NullMarked
package careplanhub.cli;

import org.jspecify.annotations.NullMarked;
