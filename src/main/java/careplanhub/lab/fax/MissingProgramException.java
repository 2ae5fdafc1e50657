package careplanhub.lab.fax;

/** A program that the degrading needs is not on this machine. The message is Japanese. */
public final class MissingProgramException extends Exception {
  private static final long serialVersionUID = 1L;

  MissingProgramException(String program, String packageName) {
    super(
        "プログラム "
            + program
            + " がありません。Debian では apt-get install "
            + packageName
            + " で入れ、もう一度実行してください。");
  }
}
