package careplanhub.vendor;

import careplanhub.standard.Finding;
import java.util.List;

/**
 * A vendor's export as files of the standard. The files hold only users all of whose rows could be
 * read and whose support office is known: a result must be whole for a user, so one bad row keeps
 * its user's other rows back. Whether the files may go while others wait is the caller's to say.
 *
 * @param files one for each support office, month and service type
 * @param waiting users whose support office nobody knows
 * @param held users of whom a row could not be read, with the rows that could
 * @param unmatched words that nobody has said the user of; their records made no row
 * @param unidentified how many records could not be read so far that one would know whose they are
 * @param findings what is to be told; an error means that something could not be read
 * @param records how many records the export has
 * @param notExchanged how many of them the standard does not exchange
 */
public record Translated(
    List<AddressedFile> files,
    List<UserRows> waiting,
    List<UserRows> held,
    List<UnmatchedUser> unmatched,
    long unidentified,
    List<Finding> findings,
    long records,
    long notExchanged) {
  public Translated {
    files = List.copyOf(files);
    waiting = List.copyOf(waiting);
    held = List.copyOf(held);
    unmatched = List.copyOf(unmatched);
    findings = List.copyOf(findings);
  }

  /**
   * Whether the users in {@link #files} have all their rows, so that they may go without the held
   * ones. False when a record was lost of which nobody knows whose it is.
   */
  public boolean othersAreWhole() {
    return unidentified == 0;
  }

  /** Whether something of the export could not be read. */
  public boolean hasErrors() {
    return findings.stream().anyMatch(Finding::isError);
  }
}
