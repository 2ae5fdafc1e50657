package careplanhub.office;

import java.time.LocalDate;

/**
 * That somebody made sure by telephone that a partner exists under its number.
 *
 * @param by who called
 * @param on when, in Japan
 */
public record Confirmation(String by, LocalDate on) {}
