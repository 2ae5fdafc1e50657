/**
 * The channel between two offices of one hub. It holds nothing of its own: what was sent stands in
 * the ledger and the vault already, and the receiving office takes it from there through the same
 * stages as everything that comes from outside.
 */
@NullMarked
package careplanhub.channel.direct;

import org.jspecify.annotations.NullMarked;
