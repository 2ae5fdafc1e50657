package careplanhub.cli;

import careplanhub.standard.Finding;

/** One finding as a line on the screen. */
final class FindingLine {
  private FindingLine() {}

  static String of(String file, Finding finding) {
    StringBuilder line = new StringBuilder(file);
    line.append(finding.isError() ? " [誤り] " : " [注意] ");
    if (finding.line() != null) {
      line.append(finding.line()).append("行目 ");
    }
    if (finding.column() != null) {
      line.append("No.").append(finding.column()).append(' ');
    }
    if (finding.field() != null) {
      line.append(finding.field()).append(' ');
    }
    return line.append(finding.message())
        .append(" (")
        .append(finding.code())
        .append(')')
        .toString();
  }
}
