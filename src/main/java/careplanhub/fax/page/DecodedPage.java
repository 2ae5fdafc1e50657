package careplanhub.fax.page;

import java.util.List;

/**
 * One page of a file.
 *
 * @param image its picture
 * @param texts its text layer in the order of the file; empty for TIFF
 */
public record DecodedPage(PageImage image, List<PageText> texts) {
  public DecodedPage {
    texts = List.copyOf(texts);
  }
}
