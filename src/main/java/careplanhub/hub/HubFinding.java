package careplanhub.hub;

import careplanhub.standard.FileReport;
import careplanhub.standard.Finding;
import careplanhub.standard.Severity;
import java.util.List;

/** What the hub itself has to say against a file, beside the standard's own findings. */
enum HubFinding {
  UNKNOWN_FORMAT(
      "HUB-01", "標準仕様のファイルでも、登録されている介護ソフトの形式でもありません。介護ソフトの出力設定を確かめるか、管理者に変換設定の追加を依頼してください。"),
  OTHER_SENDER("HUB-02", "ファイル名の送信元が、このフォルダの事業所ではありません。その事業所のフォルダに入れ直してください。"),
  TOO_LARGE("HUB-03", "ファイルが大きすぎます。利用者を分けて出力し直すか、管理者に上限の変更を依頼してください。"),
  DECIDED_NOT_TO_SEND("HUB-04", "担当者が「送らない」と回答したため、送信しませんでした。"),
  COMPANIONS_MISSING("HUB-06", "一緒に送るファイルがそろっていません。同じファイル連番のファイルをすべて出力して、同じフォルダに入れてください。"),
  EXPORTED_TWICE("HUB-07", "同じ拠点の2つの書き出しに、同じ利用者の同じサービスがあります。訂正した書き出しなら、訂正後のものだけを入れ直してください。"),
  RESULTS_ONLY(
      "HUB-11",
      "この形式の予定は、第７表と利用者補足情報が無いので送れません。実績のやりとりに使うか、事業所の表 breakdown.csv と supplement.csv に足りないものを書いて、出力し直してください。"),
  VERSION_3_ENDED(
      "HUB-10", "標準仕様の第3.2版のファイルは、連携基盤が扱わなくなったので送信できません。介護ソフトを第4.1版に対応したものにして、出力し直してください。"),
  REPLACED_SINCE("HUB-12", "取り下げようとしたものを、その後に送り直したか、すでに取り下げています。送信一覧を見て、今の受付番号で取り下げ直してください。"),
  MIXED_FORMATS("HUB-05", "同じファイル連番の中に、標準仕様のものとそうでないものが混ざっています。出力し直してください。");

  private final String code;
  private final String message;

  HubFinding(String code, String message) {
    this.code = code;
    this.message = message;
  }

  /** The report of a file with this one error. */
  FileReport of(String file) {
    return new FileReport(
        file,
        null,
        null,
        0,
        List.of(new Finding(Severity.ERROR, code, null, null, null, null, message)));
  }
}
