package careplanhub.office;

/**
 * One of an office's staff who is told of what happens there.
 *
 * @param name as staff call the person
 * @param mail an address; empty for a person who is told by others
 */
public record PersonToTell(String name, String mail) {}
