package careplanhub.standard;

import java.util.List;

/**
 * A file name that was read, with what was tolerated in it.
 *
 * @param name the name as the standard would write it
 * @param warnings what was tolerated; empty when the name is exactly as the standard says
 */
public record ParsedFileName(FileName name, List<Finding> warnings) {
  public ParsedFileName {
    warnings = List.copyOf(warnings);
  }
}
