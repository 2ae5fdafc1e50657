package careplanhub.cli;

import careplanhub.fax.page.PageChild;
import java.io.IOException;
import java.util.List;

/**
 * The child process that decodes the pages of one file. It is no command: the hub starts it, with
 * the file on standard input.
 */
public final class PageProcess {
  private PageProcess() {}

  public static void main(String[] arguments) throws IOException {
    PageChild.run(List.of(arguments), System.in, System.out);
  }
}
