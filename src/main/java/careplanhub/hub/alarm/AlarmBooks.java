package careplanhub.hub.alarm;

import careplanhub.ledger.AlarmDigests;
import careplanhub.ledger.Alarms;
import careplanhub.ledger.Traffic;
import java.util.function.UnaryOperator;

/**
 * What of the ledger alarms are made of and kept in.
 *
 * @param index makes an address into what may stand in the ledger
 */
public record AlarmBooks(
    Alarms alarms, AlarmDigests digests, Traffic traffic, UnaryOperator<String> index) {}
