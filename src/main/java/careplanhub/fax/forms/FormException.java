package careplanhub.fax.forms;

/** A form cannot be printed within its bounds. The message is Japanese and holds no payload. */
public final class FormException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String code;

  private FormException(String code, String message) {
    super(code + " " + message);
    this.code = code;
  }

  static FormException tooManyPages(int most) {
    return new FormException(
        "FORM-01",
        "様式が " + most + " ページを超えます。利用者を分けて作るか、config/hub.yaml の forms.maximumPages を増やしてください。");
  }

  static FormException tooLarge() {
    return new FormException(
        "FORM-02", "様式の PDF が大きすぎます。利用者を分けて作るか、config/hub.yaml の forms.maximumSize を増やしてください。");
  }

  static FormException tooLong(FormKind form) {
    return new FormException(
        "FORM-03",
        form.title()
            + " に載せる文字が多すぎます。記載を短くするか、config/hub.yaml の forms.maximumCharacters を増やしてください。");
  }

  /** FORM-01 too many pages, FORM-02 too many bytes, FORM-03 too many characters. */
  public String code() {
    return code;
  }
}
