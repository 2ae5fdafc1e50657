package careplanhub.fax.page;

/**
 * A piece of a PDF page's text layer: what stands on one line without a gap. May be personal data,
 * which {@link #toString()} does not show.
 *
 * @param left in pixels of the page's picture, as are the others
 * @param top the upper edge of its characters
 * @param text in compatibility composed form (NFKC), as fonts in PDF name radicals for characters
 */
public record PageText(float left, float top, float width, float height, String text) {
  @Override
  public String toString() {
    return "PageText[" + text.length() + " characters]";
  }
}
