package careplanhub.cli;

import careplanhub.standard.CheckOptions;
import careplanhub.standard.FileName;
import careplanhub.standard.Mend;
import careplanhub.standard.Mending;
import careplanhub.standard.MendingReport;
import careplanhub.standard.MendingReports;
import careplanhub.standard.NamedSource;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code ./hub check --mend}: mends files into a folder and tells what was changed and what is
 * left. With JSON nothing else goes to the screen.
 */
final class MendingRun {
  private final CheckOptions options;
  private final Path folder;
  private final boolean json;
  private final PrintWriter screen;
  private final PrintWriter errors;

  MendingRun(
      CheckOptions options, Path folder, boolean json, PrintWriter screen, PrintWriter errors) {
    this.options = options;
    this.folder = folder;
    this.json = json;
    this.screen = screen;
    this.errors = errors;
  }

  /** Whether every file was written. */
  boolean mend(List<NamedSource> files) throws IOException {
    int written = 0;
    List<MendingReport> reports = new ArrayList<>();
    try (MendingFolder mended = new MendingFolder(folder)) {
      for (MendingReport report : Mending.mend(files, options, mended)) {
        MendingReport kept = keep(report, mended);
        written += kept.name() == null ? 0 : 1;
        reports.add(kept);
      }
    }
    if (json) {
      screen.println(MendingReports.toJson(reports));
    } else {
      screen.printf("直して書き出したファイル %d件、書き出さなかったファイル %d件%n", written, files.size() - written);
    }
    return written == files.size();
  }

  private MendingReport keep(MendingReport report, MendingFolder mended) throws IOException {
    FileName name = report.name();
    if (!json) {
      tell(report);
    }
    if (name == null) {
      note(report.file() + ": 誤りがあるので書き出しませんでした。上の誤りを介護ソフトで直してください。");
      return report;
    }
    try {
      note(report.file() + ": 書き出しました: " + mended.keep(name));
      return report;
    } catch (FileAlreadyExistsException e) {
      errors.println(report.file() + ": 同じ名前のファイルがあるので書きませんでした: " + name.format());
      return new MendingReport(report.file(), null, report.mends(), report.findings());
    }
  }

  private void tell(MendingReport report) {
    for (Mend mend : report.mends()) {
      screen.println(line(report.file(), mend));
    }
    report.findings().forEach(found -> screen.println(FindingLine.of(report.file(), found)));
  }

  private void note(String sentence) {
    if (!json) {
      screen.println(sentence);
    }
  }

  private static String line(String file, Mend mend) {
    StringBuilder line = new StringBuilder(file).append(" [直し] ");
    if (mend.line() != null) {
      line.append(mend.line()).append("行目 ");
    }
    if (mend.column() != null) {
      line.append("No.").append(mend.column()).append(' ');
    }
    if (mend.field() != null) {
      line.append(mend.field()).append(' ');
    }
    line.append(mend.before()).append(" → ").append(mend.after());
    if (mend.count() == null) {
      line.append("（ファイル全体）");
    } else if (mend.count() > 1) {
      line.append("、").append(mend.count()).append("か所");
    }
    return line.append(" (").append(mend.code()).append(')').toString();
  }
}
