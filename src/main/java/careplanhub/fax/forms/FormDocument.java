package careplanhub.fax.forms;

import careplanhub.standard.UserIdentity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Printed forms. Holds personal data, which {@link #toString()} does not show.
 *
 * @param bytes the PDF; the caller must not change them
 * @param pages how many pages it has
 * @param parts which form is on which pages, in their order
 * @param resultPages what the boxes of its result sheets stand for, which the hub keeps until the
 *     sheets come back
 * @param missing the characters that the font lacks; 〓 stands for them, and a person decides
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
public record FormDocument(
    byte[] bytes,
    int pages,
    List<Part> parts,
    List<ResultPage> resultPages,
    List<MissingCharacter> missing) {
  public FormDocument {
    parts = List.copyOf(parts);
    resultPages = List.copyOf(resultPages);
    missing = List.copyOf(missing);
  }

  @Override
  public String toString() {
    return "FormDocument[" + pages + " pages, " + bytes.length + " bytes]";
  }

  /**
   * One form of one user.
   *
   * @param user null for a cover
   * @param firstPage from 1
   */
  public record Part(FormKind kind, @Nullable UserIdentity user, int firstPage, int pages) {}

  /**
   * A page of a result sheet.
   *
   * @param page its page in the document, from 1, which its QR code says too
   * @param lines what its lines stand for, from the top; {@link ResultSheetLayout#box} says where
   *     each line's boxes are
   */
  public record ResultPage(int page, List<ResultLine> lines) {
    public ResultPage {
      lines = List.copyOf(lines);
    }
  }
}
