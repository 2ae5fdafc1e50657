package careplanhub.fax.forms;

import careplanhub.standard.UserIdentity;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** One form of one user, laid out but not yet printed. Holds personal data in memory only. */
public final class FormContent {
  private final FormKind kind;
  private final @Nullable UserIdentity user;
  private final IntFunction<String> page;
  private final List<MissingCharacter> missing;
  private final List<List<ResultLine>> resultPages;

  /**
   * @param page the form as XHTML, when the whole parcel has so many pages
   */
  FormContent(
      FormKind kind,
      @Nullable UserIdentity user,
      IntFunction<String> page,
      List<MissingCharacter> missing,
      List<List<ResultLine>> resultPages) {
    this.kind = kind;
    this.user = user;
    this.page = page;
    this.missing = List.copyOf(missing);
    this.resultPages = List.copyOf(resultPages);
  }

  public FormKind kind() {
    return kind;
  }

  /** Whose form it is; null for a cover. */
  public @Nullable UserIdentity user() {
    return user;
  }

  /** The characters that the font lacks; empty when all is printed as it was sent. */
  public List<MissingCharacter> missing() {
    return missing;
  }

  String html(int pages) {
    return page.apply(pages);
  }

  /** The lines of each page of a result sheet; empty for other forms. */
  List<List<ResultLine>> resultPages() {
    return resultPages;
  }

  @Override
  public String toString() {
    return "FormContent[" + kind + "]";
  }
}
