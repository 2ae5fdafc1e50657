/**
 * Tells people what is wrong: rules find {@link careplanhub.ledger.Alarm alarms}, the ledger knows
 * who was told what, and digests go out by the routes {@code alarm-mail} and {@code alarm-webhook}.
 */
@NullMarked
package careplanhub.hub.alarm;

import org.jspecify.annotations.NullMarked;
