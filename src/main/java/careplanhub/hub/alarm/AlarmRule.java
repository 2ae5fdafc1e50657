package careplanhub.hub.alarm;

import careplanhub.ledger.Alarm;
import careplanhub.ledger.Alarm.Raised;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Something that is looked at again and again. */
public interface AlarmRule {
  /** The kinds that it raises, and nobody else does. */
  Set<Alarm.Kind> kinds();

  /** All that is wrong now, always in the same order. */
  List<Raised> look(Instant now) throws IOException;
}
