package careplanhub.ledger;

import careplanhub.store.Vault;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;

/**
 * Words of a care software's layout that mean a user, where the layout does not tell who it is.
 * Holds personal data; {@link #toString()} shows none.
 *
 * @param columns the layout's columns that hold them
 * @param words what stands there, blanks and width evened out; as many as columns
 * @param insuredNumber the 被保険者番号 when it is one of the words, else empty
 */
public record UserWords(List<String> columns, List<String> words, String insuredNumber) {
  private static final JsonMapper JSON = new JsonMapper();

  public UserWords {
    columns = List.copyOf(columns);
    words = List.copyOf(words);
  }

  /** The name under which the ledger knows the words: an HMAC, so that it tells nothing. */
  public String index(Vault vault) {
    List<String> parts = new ArrayList<>(List.of("user-words", String.valueOf(columns.size())));
    parts.addAll(columns);
    parts.addAll(words);
    return vault.index(parts.toArray(String[]::new));
  }

  String sealed(Vault vault) {
    try {
      return vault.seal(JSON.writeValueAsString(this));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Texts are always JSON", e);
    }
  }

  static UserWords unsealed(Vault vault, String sealed) {
    try {
      return JSON.readValue(vault.unseal(sealed), UserWords.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The ledger holds words that nobody wrote", e);
    }
  }

  @Override
  public String toString() {
    return "UserWords[" + columns.size() + " words]";
  }
}
