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
  NOT_TO_BE_SPLIT(
      "HUB-08",
      "1件で送れる大きさかファイルの数を超えていますが、利用者1人分がすでに超えるか、利用者ごとに分けると必要なファイルがそろわないため、自動で分けられません。画像を小さくするか、管理者に上限（attachments の maximumParcelSize と maximumParcelFiles）の変更を依頼してください。"),
  EXPORTED_TWICE("HUB-07", "同じ拠点の2つの書き出しに、同じ利用者の同じサービスがあります。訂正した書き出しなら、訂正後のものだけを入れ直してください。"),
  RESULTS_ONLY(
      "HUB-11",
      "この形式の予定は、第７表と利用者補足情報が無いので送れません。実績のやりとりに使うか、事業所の表 breakdown.csv と supplement.csv に足りないものを書いて、出力し直してください。"),
  VERSION_3_ENDED(
      "HUB-10", "標準仕様の第3.2版のファイルは、連携基盤が扱わなくなったので送信できません。介護ソフトを第4.1版に対応したものにして、出力し直してください。"),
  REPLACED_SINCE("HUB-12", "取り下げようとしたものを、その後に送り直したか、すでに取り下げています。送信一覧を見て、今の受付番号で取り下げ直してください。"),
  ATTACHED_NOWHERE(
      "HUB-20", "添付の送信先が分かりません。添付フォルダの中に、送信先の事業所番号（10 桁の数字）で始まる名前のフォルダを作り、その中に入れてください。"),
  ATTACHED_KIND(
      "HUB-21",
      "この相手に添付として送れない種類のファイルです。送れるのは PDF、画像（JPEG、PNG、TIFF）と、相手と取り決めた種類だけです。標準仕様の CSV は送信フォルダに直接入れてください。"),
  ATTACHED_CONTENT("HUB-22", "ファイルの中身が、名前の拡張子と合いません。正しい形式で保存し直してください。"),
  ATTACHED_SIZE("HUB-23", "添付ファイルが大きすぎます。小さくするか、管理者に上限の変更を依頼してください。"),
  ATTACHED_TOO_MANY("HUB-24", "添付ファイルの数が多すぎるか、合わせると大きすぎます。フォルダを分けて入れてください。"),
  MESSAGE_LENGTH("HUB-25", "連絡文が長すぎます。短くしてください。"),
  MESSAGE_CHARACTERS(
      "HUB-26", "連絡文に、相手の画面に出せない文字（外字、制御文字など）があるか、文字コードが分かりません。メモ帳で UTF-8 で保存し直してください。"),
  MESSAGE_ALONE("HUB-27", "連絡文だけでは送れません。一緒に送るファイルの前か、添付と一緒に入れてください。"),
  CONSENT_NOT_AGREED("HUB-28", "この相手と、同意の PDF を送る取り決めがありません。送らずに残すなら、要確認の 同意.csv で記録してください。"),
  RECEIVED_KIND("HUB-31", "この相手から受け取る取り決めのない種類のファイルです。プログラムのおそれがあるので、開かずに送信元に確かめてください。"),
  RECEIVED_CONTENT("HUB-32", "ファイルの中身が、名前の拡張子と合いません。別の種類のファイルを装っているおそれがあるので、開かずに送信元に確かめてください。"),
  RECEIVED_SIZE("HUB-33", "届いた添付ファイルが大きすぎます。送信元に小さくして送り直してもらうか、管理者に上限の変更を依頼してください。"),
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
