package careplanhub.vendor;

import java.util.List;

/**
 * Words of a vendor's file that mean a user of whom nobody has said who it is.
 *
 * @param words in the order of the mapping's columns, such as a name; personal data
 * @param records how many records wait for the answer
 */
public record UnmatchedUser(List<String> words, long records) {
  public UnmatchedUser {
    words = List.copyOf(words);
  }

  @Override
  public String toString() {
    return "UnmatchedUser[" + records + " records]";
  }
}
