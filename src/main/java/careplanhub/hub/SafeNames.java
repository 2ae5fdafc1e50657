package careplanhub.hub;

import careplanhub.standard.FileName;
import careplanhub.standard.FileNameException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names for files that come from outside: never a path, never a name that Windows gives to a
 * device, never hidden.
 */
final class SafeNames {
  private static final Pattern UNSAFE =
      Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}<>:\"/\\\\|?*]");
  private static final Set<String> DEVICES =
      Set.of("con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "lpt1", "lpt2", "lpt3");
  private static final int LONGEST = 120;

  private SafeNames() {}

  /**
   * The standard's own name where it is one; otherwise the name with everything unsafe replaced by
   * "_".
   */
  static String of(String name) {
    try {
      return FileName.parse(name).format();
    } catch (FileNameException e) {
      return cleaned(name);
    }
  }

  private static String cleaned(String name) {
    String clean = UNSAFE.matcher(name).replaceAll("_").strip();
    if (clean.length() > LONGEST) {
      clean = clean.substring(clean.length() - LONGEST);
    }
    while (clean.startsWith(".") || clean.endsWith(".")) {
      clean =
          clean.startsWith(".") ? "_" + clean.substring(1) : clean.substring(0, clean.length() - 1);
    }
    String stem = clean.toLowerCase(Locale.ROOT).split("\\.", 2)[0];
    return clean.isEmpty() || DEVICES.contains(stem) ? "_" + clean : clean;
  }
}
