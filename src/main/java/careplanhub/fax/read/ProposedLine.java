package careplanhub.fax.read;

import careplanhub.fax.forms.ResultLine;
import java.util.List;

/**
 * One line of a result sheet.
 *
 * @param line which user, month and service it stands for
 * @param days all days of the month, the first one first
 */
public record ProposedLine(ResultLine line, List<ProposedDay> days) {
  public ProposedLine {
    days = List.copyOf(days);
  }
}
