package careplanhub.standard;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of one file that was to be mended.
 *
 * @param file its name as the caller gave it
 * @param name what the mended file is to be called; null when errors are left, so that it must not
 *     be written
 * @param mends what was changed, in the order of the file
 * @param findings what is left: warnings with the mended file's lines, or, when it is not to be
 *     written, everything that is found in the file that came, with its lines
 */
public record MendingReport(
    String file, @Nullable FileName name, List<Mend> mends, List<Finding> findings) {
  public MendingReport {
    mends = List.copyOf(mends);
    findings = List.copyOf(findings);
  }
}
