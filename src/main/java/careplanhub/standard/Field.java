package careplanhub.standard;

import org.jspecify.annotations.Nullable;

/**
 * One column of a layout (別紙 CSVファイルレイアウト定義書).
 *
 * @param number the standard's No., 1 for the first column
 * @param key the name in code, unique within its layout
 * @param japaneseName 日本語名称
 * @param type the shape of the value
 * @param length characters: the greatest count for INT, DECIMAL, TEL and where {@code
 *     maximumLength}; otherwise the exact count; 0 where the standard gives none
 * @param maximumLength whether {@code length} is a greatest count though the type is usually exact
 * @param required 必須○: empty is an error
 * @param needed 必要○ only, or a circle that the source does not show: empty is a warning
 * @param zeroAllowed a month or date of zeros only is right
 * @param noTimeAllowed the time 9999 is right
 * @param codes the code table's name, null unless the type is CODE or FLAG
 * @param note the standard's remark, null when there is none
 */
public record Field(
    int number,
    String key,
    String japaneseName,
    FieldType type,
    int length,
    boolean maximumLength,
    boolean required,
    boolean needed,
    boolean zeroAllowed,
    boolean noTimeAllowed,
    @Nullable String codes,
    @Nullable String note) {}
