/** Tests of the commands as a person calls them: arguments in, text and exit code out. */
@NullMarked
package careplanhub.cli;

import org.jspecify.annotations.NullMarked;
