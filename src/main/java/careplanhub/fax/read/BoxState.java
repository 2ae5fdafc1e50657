package careplanhub.fax.read;

/** What a box of a result sheet was read as. */
public enum BoxState {
  /** A person wrote into it. */
  FILLED,
  /** Nobody did. */
  EMPTY,
  /** There is too little or too unclear ink in it to tell: a person has to look. */
  DOUBTFUL
}
