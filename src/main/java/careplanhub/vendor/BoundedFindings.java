package careplanhub.vendor;

import careplanhub.standard.Finding;
import java.util.ArrayList;
import java.util.List;

/** The findings of one file, at most so many; that there are more is the last of them. */
final class BoundedFindings {
  private final int most;
  private final List<Finding> findings = new ArrayList<>();
  private long more;

  BoundedFindings(int most) {
    this.most = most;
  }

  void add(Finding finding) {
    if (findings.size() < most) {
      findings.add(finding);
    } else {
      more++;
    }
  }

  List<Finding> list() {
    if (more == 0) {
      return List.copyOf(findings);
    }
    List<Finding> all = new ArrayList<>(findings);
    all.add(VendorFinding.MORE_FINDINGS.of("指摘がほかに " + more + " 件あります。上のものを直してからもう一度確かめてください。"));
    return List.copyOf(all);
  }
}
