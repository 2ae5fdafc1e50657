package careplanhub.office;

/** How far a partner has come on the way to exchanging files with us. */
public enum JoiningStage {
  /** Nobody has told it yet. */
  NOT_INVITED("未案内"),
  /** It was told. */
  INVITED("案内済"),
  /** It gets its software, certificate or account ready. */
  PREPARING("準備中"),
  /** Files of a trial went both ways. */
  TESTED("試験済"),
  /** The real files go this way. */
  RUNNING("運用中");

  private final String japanese;

  JoiningStage(String japanese) {
    this.japanese = japanese;
  }

  /** What staff call it. */
  public String japanese() {
    return japanese;
  }
}
