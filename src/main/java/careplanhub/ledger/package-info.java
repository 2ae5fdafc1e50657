/**
 * What has happened and what must be done next: arrivals, parcels, deliveries, questions that wait,
 * and the evidence of it all as a chain of hashes. The ledger is the truth; messages are hints.
 */
@NullMarked
package careplanhub.ledger;

import org.jspecify.annotations.NullMarked;
