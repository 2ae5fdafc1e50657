/**
 * What keeps things on the disk: the database with its transactions and migrations, files that
 * appear whole or not at all, and the vault that holds raw bytes encrypted. Knows nothing of the
 * hub; everything here answers "is it durable" with fsync, never with hope.
 */
@NullMarked
package careplanhub.store;

import org.jspecify.annotations.NullMarked;
