package careplanhub.office;

import java.time.LocalDate;

/**
 * When an office may use the relay (利用許可、ライセンス), as its operator has granted it.
 *
 * @param from the first day
 * @param to the last day, included
 */
public record Licence(LocalDate from, LocalDate to) {}
