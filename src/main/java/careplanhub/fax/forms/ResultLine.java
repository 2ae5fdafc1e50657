package careplanhub.fax.forms;

import careplanhub.standard.UserIdentity;
import java.util.List;

/**
 * A line of a result sheet: a planned service of a user in a month.
 *
 * @param user who gets it
 * @param targetMonth YYYYMM
 * @param service which service
 * @param planned the planned counts, the first day's first; as many as the month has days
 */
public record ResultLine(
    UserIdentity user, String targetMonth, SlipService service, List<Integer> planned) {
  public ResultLine {
    planned = List.copyOf(planned);
  }
}
