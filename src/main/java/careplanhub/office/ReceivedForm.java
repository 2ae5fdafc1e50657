package careplanhub.office;

import careplanhub.standard.Dialect;
import careplanhub.standard.StandardVersion;
import careplanhub.standard.VersionLoss;
import java.util.Set;

/**
 * How an office of ours or a partner takes the files of the standard, and in which version it
 * writes its own.
 *
 * @param version V4.1, or V3.2 for software that knows no other
 * @param losses what may be lost when V4.1 becomes V3.2 for it
 * @param dialect how the files are written for it
 */
public record ReceivedForm(StandardVersion version, Set<VersionLoss> losses, Dialect dialect) {
  /** V4.1 as the standard says. */
  public static final ReceivedForm STANDARD =
      new ReceivedForm(StandardVersion.V4_1, Set.of(), Dialect.STANDARD);

  public ReceivedForm {
    losses = Set.copyOf(losses);
  }

  /** Whether it knows V3.2 only, which relays stop carrying. */
  public boolean isVersion3() {
    return version == StandardVersion.V3_2;
  }
}
