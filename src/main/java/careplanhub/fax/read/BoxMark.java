package careplanhub.fax.read;

/**
 * One box of a result sheet as it was read.
 *
 * @param state what it was read as
 * @param confidence from 0, which is no knowledge, to 1; below 0.5 the state is doubtful. It orders
 *     boxes by how clear they are and is no probability
 */
public record BoxMark(BoxState state, double confidence) {}
