/** Tests of the ledger and its evidence. */
@NullMarked
package careplanhub.ledger;

import org.jspecify.annotations.NullMarked;
