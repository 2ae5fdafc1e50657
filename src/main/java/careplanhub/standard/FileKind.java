package careplanhub.standard;

import java.util.List;

/**
 * One kind of file of the standard (2.1, 3.1), as {@code files.yaml} describes it.
 *
 * @param version the version of the standard
 * @param name the kind, which is the prefix of its files' names: UPJSK, UPKIHON_SUB1 …
 * @param use what receiving such a file does
 * @param template the form of the names, such as {@code UPJSK_{month}_{from}_…_{serial}.CSV}
 * @param monthMayBeZero whether the name's month may be 000000 (UPHOSOKU beside a plan)
 * @param singleMonth whether all records are of one service month
 * @param parents the kinds one of which a file of this kind belongs to; empty when it stands alone
 * @param deletes the kinds that a delete file withdraws
 * @param key the field keys that join its records to the parent's; empty for UPHOSOKU and images
 * @param keyWithPlan the same for UPHOSOKU beside a plan; empty for the others
 * @param keyWithSlip the same for UPHOSOKU beside a slip; empty for the others
 */
public record FileKind(
    StandardVersion version,
    String name,
    Use use,
    String template,
    boolean monthMayBeZero,
    boolean singleMonth,
    List<String> parents,
    List<String> deletes,
    List<String> key,
    List<String> keyWithPlan,
    List<String> keyWithSlip) {

  /** Whether the name has a 対象年月. */
  public boolean hasMonth() {
    return template.contains("{month}");
  }

  /** Whether the name has a 枝番 of four digits. */
  public boolean hasBranch() {
    return template.contains("{branch}");
  }

  /** The name's ending as it is written, with its dot: .CSV or .jpg. */
  public String extension() {
    return template.substring(template.lastIndexOf('.'));
  }

  /** What receiving a file of the kind does. */
  public enum Use {
    /** 登録: its records are added or replaced. */
    REGISTER("登録"),
    /** 削除: what its records name is withdrawn. */
    DELETE("削除"),
    /** 画像: a picture that a record of the parent names. */
    IMAGE("画像");

    private final String japanese;

    Use(String japanese) {
      this.japanese = japanese;
    }

    /** The word that the official client shows as ファイル種別. */
    public String japanese() {
      return japanese;
    }
  }
}
