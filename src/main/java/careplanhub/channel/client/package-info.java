/**
 * The channel {@code client-folder}: folders that a person uploads with the official client, and a
 * folder into which that client downloads. The files are the truth: what a folder holds, what a
 * person said of it and what was downloaded lie beside it, so that a start goes on where the last
 * run stopped.
 */
@NullMarked
package careplanhub.channel.client;

import org.jspecify.annotations.NullMarked;
