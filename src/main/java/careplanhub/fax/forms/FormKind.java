package careplanhub.fax.forms;

/** The forms that can be printed. */
public enum FormKind {
  /** 送付状, the cover sheet of a parcel. */
  COVER("送付状", "cover"),
  /** 第１表 居宅サービス計画書（１）. */
  PLAN_1("居宅サービス計画書（１）", "plan1"),
  /** 第２表 居宅サービス計画書（２）. */
  PLAN_2("居宅サービス計画書（２）", "plan2"),
  /** 第３表 週間サービス計画表. */
  PLAN_3("週間サービス計画表", "plan3"),
  /** 第６表 サービス利用票, the user's own copy. */
  USE_SLIP("サービス利用票（兼居宅サービス計画）", "slip"),
  /** 第６表 サービス提供票, which goes to the service offices. */
  SERVICE_SLIP("サービス提供票", "slip"),
  /** 第７表 サービス利用票別表. */
  USE_BREAKDOWN("サービス利用票別表", "breakdown"),
  /** 第７表 サービス提供票別表. */
  SERVICE_BREAKDOWN("サービス提供票別表", "breakdown"),
  /** 利用者基本情報. */
  BASIC("利用者基本情報", "basic"),
  /** 介護予防サービス・支援計画書. */
  PREVENTION("介護予防サービス・支援計画書", "prevention"),
  /** The sheet that a partner fills in by hand with what was done. */
  RESULT_SHEET("サービス実績記入票", "result");

  private final String title;
  private final String template;

  FormKind(String title, String template) {
    this.title = title;
    this.template = template;
  }

  /** The form's Japanese title as it is printed. */
  public String title() {
    return title;
  }

  /** The name of its template below {@code src/main/jte/form}. */
  String template() {
    return "form/" + template + ".jte";
  }

  /** Whether it is printed on A4 portrait. */
  boolean isPortrait() {
    return this == COVER || this == BASIC;
  }
}
