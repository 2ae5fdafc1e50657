package careplanhub.vendor.excel;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The columns of the sheet of services, but for those of the days. */
enum SheetColumn {
  INSURER("保険者番号", "insurerNumber", 11, true, false, 6),
  INSURED("被保険者番号", "insuredNumber", 13, true, false, 10),
  MONTH("対象年月", "targetMonth", 9, true, false, 0),
  OFFICE("サービス事業者コード", "serviceOfficeNumber", 13, true, false, 10),
  OFFICE_NAME("サービス事業所名", "serviceOfficeName", 22, true, false, 0),
  SERVICE_TYPE("サービス種類", null, 16, false, false, 0),
  CODE("サービスコード", "serviceCode", 10, true, false, 6),
  START("サービス開始時刻", "serviceStart", 9, false, false, 0),
  END("サービス終了時刻", "serviceEnd", 9, false, false, 0),
  UNITS("単位数", "units", 8, false, false, 0),
  /**
   * The {@link Seal} and behind it the {@link HiddenFields}; before columns that are often empty.
   */
  SEAL("確認", null, 20, true, true, 0),
  TAIS("TAISコード", "taisCode", 14, true, false, 0),
  NOTICE("福祉用具届出コード", "equipmentNoticeCode", 14, true, false, 0),
  EQUIPMENT("用具名称（機種名）", "equipmentName", 18, true, false, 0);

  private final String heading;
  private final @Nullable String field;
  private final int width;
  private final boolean sealed;
  private final boolean hidden;
  private final int digits;

  /**
   * @param field the standard's; null where there is none
   * @param width in characters
   * @param sealed whether staff must not change it, because it tells what the row is about
   * @param digits how many digits it has, so that lost zeros come back; 0 where it is no number
   */
  SheetColumn(
      String heading,
      @Nullable String field,
      int width,
      boolean sealed,
      boolean hidden,
      int digits) {
    this.heading = heading;
    this.field = field;
    this.width = width;
    this.sealed = sealed;
    this.hidden = hidden;
    this.digits = digits;
  }

  static final List<SheetColumn> SEALED =
      List.of(values()).stream().filter(column -> column.sealed).toList();

  /** Where the hub writes it, 0 for the first; also its place in arrays over all columns. */
  @SuppressWarnings("EnumOrdinal") // nothing outside the program ever sees it
  int index() {
    return ordinal();
  }

  String heading() {
    return heading;
  }

  Optional<String> field() {
    return Optional.ofNullable(field);
  }

  int width() {
    return width;
  }

  boolean isHidden() {
    return hidden;
  }

  /** A cell with the zeros that a spreadsheet took away. */
  String filled(String cell) {
    boolean isShort =
        !cell.isEmpty()
            && cell.length() < digits
            && cell.chars().allMatch(sign -> sign >= '0' && sign <= '9');
    return isShort ? "0".repeat(digits - cell.length()) + cell : cell;
  }
}
