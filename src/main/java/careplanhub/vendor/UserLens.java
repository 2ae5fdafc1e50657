package careplanhub.vendor;

import careplanhub.office.ConfigurationException;
import careplanhub.standard.Field;
import careplanhub.standard.UserIdentity;
import careplanhub.vendor.form.Form;
import careplanhub.vendor.form.FormPart;
import careplanhub.vendor.form.Forms;
import careplanhub.vendor.form.HalfWidth;
import careplanhub.vendor.form.Tolerated;
import careplanhub.vendor.form.UnreadableException;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code user}: whom a record speaks of, where the layout does not tell both numbers. A person says
 * once which user its words mean; until then its records wait. Two users of one name are never told
 * apart by guessing.
 */
final class UserLens implements Lens {
  private static final String TABLE = OfficeUsers.TABLE;
  private static final int NONE = -1;

  private final int[] columns;
  private final List<String> names;
  private final int insuredColumn;
  private final Field insurer;
  private final Field insured;
  private final Form insuredForm;

  /**
   * What the mapping says.
   *
   * @param columns the vendor's, whose words together tell a user to a person who knows the office
   * @param insured that one of them which holds the 被保険者番号, if any; the 保険者番号 is asked for then
   * @param form how the vendor writes the 被保険者番号
   */
  record Parameters(
      @JsonProperty(required = true) List<String> columns,
      @Nullable String insured,
      @Nullable JsonNode form) {}

  private UserLens(
      int[] columns, List<String> names, int insuredColumn, MappingPart part, Form insuredForm)
      throws ConfigurationException {
    this.columns = columns;
    this.names = names;
    this.insuredColumn = insuredColumn;
    this.insurer = part.field("", "insurerNumber");
    this.insured = part.field("", "insuredNumber");
    this.insuredForm = insuredForm;
  }

  static Lens create(MappingPart part) throws ConfigurationException {
    Parameters parameters = part.bind(Parameters.class);
    int[] columns = part.columns("columns", parameters.columns());
    int insuredColumn = NONE;
    if (parameters.insured() != null) {
      insuredColumn = parameters.columns().indexOf(parameters.insured());
      if (insuredColumn < 0) {
        throw part.error("insured", "columns の中の 1 つを書いてください。");
      }
    }
    if (columns.length == 0) {
      throw part.error("columns", "利用者を見分ける列を 1 つ以上並べてください。");
    }
    FormPart form = part.part().at("form");
    return new UserLens(
        columns,
        List.copyOf(parameters.columns()),
        insuredColumn,
        part,
        parameters.form() == null ? Forms.text() : Forms.create(form));
  }

  /** The columns whose words tell a user. */
  List<String> names() {
    return names;
  }

  @Override
  public int[] columns() {
    return columns.clone();
  }

  @Override
  public List<Field> fields() {
    return List.of(insurer, insured);
  }

  @Override
  public void get(StandardDraft draft) throws UnreadableException {
    String[] cells = new String[columns.length];
    for (int i = 0; i < columns.length; i++) {
      cells[i] = draft.cell(columns[i]);
    }
    List<String> written = List.of(cells);
    Map<List<String>, UserIdentity> known = draft.facts().usersOf(this);
    UserIdentity user = known.get(written);
    if (user == null) {
      user = find(draft);
      if (user == null) {
        return;
      }
      if (!hasRepairs(cells)) {
        known.put(written, user);
      }
    }
    draft.set(insurer, user.insurerNumber());
    draft.set(insured, user.insuredNumber());
  }

  /** Whether something is tolerated in the cells, which has to be counted each time. */
  private boolean hasRepairs(String[] cells) throws UnreadableException {
    List<Tolerated> repairs = new ArrayList<>();
    if (insuredColumn != NONE) {
      insuredForm.read(cells[insuredColumn], repairs::add);
    }
    return !repairs.isEmpty();
  }

  /** The user, or null after it was noted that a person has to say who it is. */
  private @Nullable UserIdentity find(StandardDraft draft) throws UnreadableException {
    List<String> words = new ArrayList<>(columns.length);
    for (int i = 0; i < columns.length; i++) {
      words.add(
          i == insuredColumn
              ? draft.read(columns[i], insuredForm)
              : HalfWidth.key(draft.cell(columns[i])));
    }
    if (words.stream().allMatch(String::isEmpty)) {
      throw new UnreadableException("空です。だれのことか分かる値を入れてください。").at(draft.name(columns[0]));
    }
    Optional<UserIdentity> user = known(draft, words);
    boolean other =
        insuredColumn != NONE
            && user.filter(found -> !found.insuredNumber().equals(words.get(insuredColumn)))
                .isPresent();
    if (user.isEmpty() || other) {
      draft.waitFor(words);
      return null;
    }
    return user.get();
  }

  /** The office's table comes first, so that a person can put right there what was answered. */
  private Optional<UserIdentity> known(StandardDraft draft, List<String> words) {
    TableLookup table =
        draft.facts().lookup(this, () -> OfficeUsers.lookup(draft.facts().tables(TABLE), names));
    return table.isAmbiguous(words)
        ? Optional.empty()
        : table.valuesOf(words).flatMap(OfficeUsers::user).or(() -> draft.facts().userOf(words));
  }

  /** The 被保険者番号 that words tell; empty where the layout has none. */
  String insuredNumberIn(List<String> words) {
    return insuredColumn == NONE ? "" : words.get(insuredColumn);
  }

  @Override
  public void put(VendorDraft draft) throws UnreadableException {
    UserIdentity user = draft.user();
    List<String> words =
        draft.facts().wordsOf(this).computeIfAbsent(user, one -> words(draft, one));
    if (words.size() != columns.length) {
      throw new UnreadableException(
              "この利用者を表す語（" + String.join("、", names) + "）が事業所の表 users.csv に無いので書けません。")
          .at(insured.key());
    }
    for (int i = 0; i < columns.length; i++) {
      draft.set(
          columns[i], i == insuredColumn ? insuredForm.write(user.insuredNumber()) : words.get(i));
    }
  }

  private List<String> words(VendorDraft draft, UserIdentity user) {
    return draft.facts().wordsOf(user).or(() -> wordsInTable(draft, user)).orElse(List.of());
  }

  private Optional<List<String>> wordsInTable(VendorDraft draft, UserIdentity user) {
    return draft
        .facts()
        .lookup(this, () -> OfficeUsers.lookup(draft.facts().tables(TABLE), names))
        .wordsOf(user.insurerNumber() + user.insuredNumber());
  }
}
