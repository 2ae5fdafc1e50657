package careplanhub.hub.partners;

import careplanhub.office.ImportedPartners;
import careplanhub.office.ListedPartner;
import careplanhub.standard.Finding;
import java.util.ArrayList;
import java.util.List;

/**
 * What came of an import, or would.
 *
 * @param changes which partners are new, other than before, or the same
 * @param findings which lines were refused, and why
 */
public record Imported(ImportedPartners.Changes changes, List<Finding> findings) {
  public Imported {
    findings = List.copyOf(findings);
  }

  /** How many lines, or the file, were refused. */
  public long refused() {
    return findings.stream().filter(Finding::isError).count();
  }

  /** Japanese, for a person: the counts, each change and each finding on a line of its own. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        "追加 %d 件、変更 %d 件、同じ %d 件、断った行 %d 件"
            .formatted(
                changes.added().size(),
                changes.changed().size(),
                changes.same().size(),
                refused()));
    changes.added().forEach(partner -> lines.add("追加 " + text(partner)));
    changes.changed().forEach(partner -> lines.add("変更 " + text(partner)));
    findings.forEach(finding -> lines.add(text(finding)));
    return lines;
  }

  private static String text(ListedPartner partner) {
    return partner.number()
        + " "
        + partner.name()
        + " "
        + String.join(" ", partner.serviceTypes().stream().map(type -> type.value()).toList())
        + " 連携基盤 "
        + (partner.usesRelay() ? "有" : "無");
  }

  private static String text(Finding finding) {
    return (finding.isError() ? "【誤り】" : "【注意】")
        + (finding.line() == null ? "" : finding.line() + " 行目 ")
        + (finding.field() == null ? "" : "「" + finding.field() + "」 ")
        + finding.message()
        + "（"
        + finding.code()
        + "）";
  }
}
