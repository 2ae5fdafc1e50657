package careplanhub.fax.forms;

/**
 * One of the words of which a form circles what holds. Public for the templates only.
 *
 * @param word as it is printed
 * @param chosen whether it is circled
 */
public record FormChoice(String word, boolean chosen) {}
