package careplanhub.vendor.excel;

import careplanhub.standard.UserIdentity;
import careplanhub.vendor.form.UnreadableException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What one row of the sheet of services says but for its days, and whether it is as the hub sealed
 * it. One object for all rows: the next takes the place of the last. For one thread.
 */
final class ServiceCells {
  private static final SheetColumn[] COLUMNS = SheetColumn.values();
  private static final int SEAL = SheetColumn.SEAL.index();

  private final Seal seal = new Seal();
  private final String[] cells = new String[COLUMNS.length];
  private String sealed = "";
  private String hidden = "";
  private List<String> hiddenValues = List.of();

  /**
   * Takes a row.
   *
   * @param places where its columns are, by {@link SheetColumn#index}
   */
  void take(SheetRow row, int[] places) {
    for (SheetColumn column : COLUMNS) {
      cells[column.index()] = column.filled(row.text(places[column.index()]));
    }
    sealed = cells[SEAL];
    if (sealed.length() - Seal.LENGTH != hidden.length() || !sealed.endsWith(hidden)) {
      hidden = sealed.substring(Math.min(sealed.length(), Seal.LENGTH));
      hiddenValues = HiddenFields.split(hidden);
    }
    cells[SEAL] = hidden;
  }

  String text(SheetColumn column) {
    return cells[column.index()];
  }

  /** The values of {@link HiddenFields#KEYS}, of a row that is sealed. */
  List<String> hiddenValues() {
    return hiddenValues;
  }

  /** Whether nothing stands in any column. */
  boolean areBlank() {
    return sealed.isBlank() && Arrays.stream(cells).allMatch(String::isBlank);
  }

  /** Fails when the hub has not written the row so. */
  void checkSeal() throws UnreadableException {
    if (!hasSeal()) {
      throw new UnreadableException("ハブが書いた行ではありません。サービスを足すときは、同じ利用者の行を（隠れた列ごと）写してください。")
          .at(SheetColumn.SEAL.heading());
    }
    Optional<SheetColumn> changed = seal.firstChanged(sealed, cells);
    if (changed.isPresent()) {
      throw new UnreadableException("書き換えられています。だれのどのサービスか分からなくなるので、届いたファイルのとおりに戻してください。")
          .at(changed.get().heading());
    }
  }

  private boolean hasSeal() {
    return hiddenValues.size() == HiddenFields.KEYS.size();
  }

  /** Whom the row speaks of; empty when that was changed. */
  Optional<UserIdentity> user() {
    boolean isKnown =
        hasSeal()
            && seal.firstChanged(sealed, cells)
                .filter(column -> column == SheetColumn.INSURER || column == SheetColumn.INSURED)
                .isEmpty();
    return isKnown
        ? Optional.of(new UserIdentity(text(SheetColumn.INSURER), text(SheetColumn.INSURED)))
        : Optional.empty();
  }
}
