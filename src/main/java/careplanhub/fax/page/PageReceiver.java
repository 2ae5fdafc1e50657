package careplanhub.fax.page;

import java.io.IOException;

/** Takes the pages of a file one by one, so that never more than one is in memory. */
@FunctionalInterface
public interface PageReceiver {
  /**
   * Takes the next page.
   *
   * @param page from 1
   */
  void receive(int page, DecodedPage decoded) throws IOException;
}
