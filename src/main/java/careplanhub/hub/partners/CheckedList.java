package careplanhub.hub.partners;

import careplanhub.office.ListedPartner;
import careplanhub.standard.Finding;
import java.util.Comparator;
import java.util.List;

/**
 * What a list of partners says.
 *
 * @param partners each once, in the order of the list
 * @param findings which lines were refused, and why, by line
 */
public record CheckedList(List<ListedPartner> partners, List<Finding> findings) {
  public CheckedList {
    partners = List.copyOf(partners);
    findings =
        findings.stream()
            .sorted(
                Comparator.comparing(
                    Finding::line, Comparator.nullsFirst(Comparator.naturalOrder())))
            .toList();
  }
}
