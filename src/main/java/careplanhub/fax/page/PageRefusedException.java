package careplanhub.fax.page;

import java.util.Objects;

/** A file's pages cannot be had. The message is Japanese and holds nothing of the file. */
public final class PageRefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final PageRefusal refusal;

  public PageRefusedException(PageRefusal refusal) {
    super(Objects.requireNonNull(refusal).message());
    this.refusal = refusal;
  }

  public PageRefusal refusal() {
    return refusal;
  }
}
