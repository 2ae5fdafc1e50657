package careplanhub.vendor;

import careplanhub.standard.UserIdentity;
import java.util.List;
import java.util.Optional;

/**
 * Which user a person said is meant by the words of a layout that does not tell the numbers. A
 * match is confirmed once and remembered; two users of one name are never told apart by guessing.
 */
public interface UserMatches {
  /**
   * The user that these words mean.
   *
   * @param words in the order of the mapping's columns, such as a name and its kana
   */
  Optional<UserIdentity> userOf(List<String> words);

  /** The words that mean this user. */
  Optional<List<String>> wordsOf(UserIdentity user);

  /** Asks the other where this one does not know. */
  default UserMatches orElse(UserMatches other) {
    UserMatches first = this;
    return new UserMatches() {
      @Override
      public Optional<UserIdentity> userOf(List<String> words) {
        return first.userOf(words).or(() -> other.userOf(words));
      }

      @Override
      public Optional<List<String>> wordsOf(UserIdentity user) {
        return first.wordsOf(user).or(() -> other.wordsOf(user));
      }
    };
  }

  /** Knows nobody. */
  static UserMatches none() {
    return new UserMatches() {
      @Override
      public Optional<UserIdentity> userOf(List<String> words) {
        return Optional.empty();
      }

      @Override
      public Optional<List<String>> wordsOf(UserIdentity user) {
        return Optional.empty();
      }
    };
  }
}
