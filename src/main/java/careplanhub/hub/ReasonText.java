package careplanhub.hub;

import careplanhub.standard.FileReport;
import careplanhub.standard.Finding;
import careplanhub.standard.OfficeNumber;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * The Japanese text beside a file: what is wrong with it and what to do. UTF-8 with BOM and CRLF,
 * as Windows likes it.
 */
final class ReasonText {
  private static final String END = "\r\n";
  private static final int MOST_FINDINGS = 200;

  private ReasonText() {}

  /** Where the text for a file lies. */
  static Path beside(Path file) {
    return file.resolveSibling(file.getFileName() + ".txt");
  }

  /** Whether a name is that of the text beside a file. */
  static boolean isOf(String name, String file) {
    return name.equals(file + ".txt");
  }

  /** Why a file was not sent; the findings about the file itself come first. */
  static byte[] of(String file, List<FileReport> reports) {
    return text("このファイルは送信できませんでした。元のファイルはそのまま残してあります。", file, reports);
  }

  /** What did not go with a file that was sent. */
  static byte[] ofSent(String file, List<FileReport> reports) {
    return text(
        "このファイルについて、次のことを確かめてください。", file, reports, "送らなかった行を送るときは、介護ソフトか表を直して、もう一度出力してください。");
  }

  /** Why a file was delivered in the standard's form and not in the office's software's. */
  static byte[] ofUntranslated(String file, List<FileReport> reports) {
    return text(
        "お使いの介護ソフトの形式に直せない行があるので、標準仕様のファイルのまま置きました。",
        file,
        reports,
        "事業所の表を直して、管理者に届け直しを頼むか、標準仕様のファイルを見て手で入れてください。");
  }

  /** What is wrong with a file that a partner sent, and was delivered as it came. */
  static byte[] ofReceived(String file, List<FileReport> reports) {
    return text("受信したファイルに誤りがあります。届いたままのファイルを受信フォルダに置きました。取り込む前に送信元に確かめてください。", file, reports);
  }

  /** Why a file that a partner sent lies in quarantine. */
  static byte[] ofQuarantined(OfficeNumber partner, String file, List<FileReport> reports) {
    return text(
        "相手の事業所 " + partner + " が送ったファイルを、受信フォルダに置かずに隔離しました。届いたままの中身を、名前の最後に「.隔離」を付けて残してあります。",
        file,
        reports,
        "一緒に届いたほかのファイルは、受信フォルダに置きました。");
  }

  /** Why what a partner sent was not taken. */
  static byte[] ofNotTaken(OfficeNumber partner, String parcelId, String sentence, String code) {
    String text =
        "\uFEFF相手の事業所 "
            + partner
            + " が送ったもの（受付番号 "
            + parcelId
            + "）を受け取れませんでした。"
            + END
            + END
            + sentence
            + "（"
            + code
            + "）"
            + END
            + "届いたものはサーバーの rejected フォルダーに残してあります。ほかの送受信は続いています。"
            + END;
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** The errors of one file, for a question. */
  static String errorsOf(FileReport report) {
    StringBuilder text = new StringBuilder();
    append(
        text,
        new FileReport(
            report.file(),
            report.layout(),
            report.csvVersion(),
            report.rows(),
            report.findings().stream().filter(Finding::isError).toList()));
    return text.toString();
  }

  private static byte[] text(String opening, String file, List<FileReport> reports) {
    return text(opening, file, reports, "直したら、介護ソフトからもう一度出力してください。");
  }

  private static byte[] text(String opening, String file, List<FileReport> reports, String remedy) {
    StringBuilder text = new StringBuilder("\uFEFF").append(opening).append(END).append(END);
    reports.stream()
        .sorted((a, b) -> Boolean.compare(!a.file().equals(file), !b.file().equals(file)))
        .forEach(report -> append(text, report));
    text.append(remedy).append(END);
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void append(StringBuilder text, FileReport report) {
    List<Finding> findings =
        report.findings().stream()
            .sorted((a, b) -> Boolean.compare(!a.isError(), !b.isError()))
            .toList();
    if (findings.isEmpty()) {
      return;
    }
    text.append("■ ").append(report.file()).append(END);
    findings.stream().limit(MOST_FINDINGS).forEach(finding -> append(text, finding));
    if (findings.size() > MOST_FINDINGS) {
      text.append("・ほかに ").append(findings.size() - MOST_FINDINGS).append(" 件あります。").append(END);
    }
    text.append(END);
  }

  private static void append(StringBuilder text, Finding finding) {
    text.append(finding.isError() ? "・【誤り】" : "・【注意】");
    if (finding.line() != null) {
      text.append(finding.line()).append(" 行目 ");
    }
    if (finding.column() != null) {
      text.append(finding.column()).append(" 列目 ");
    }
    if (finding.field() != null) {
      text.append("「").append(finding.field()).append("」 ");
    }
    text.append(finding.message()).append("（").append(finding.code()).append("）").append(END);
  }
}
