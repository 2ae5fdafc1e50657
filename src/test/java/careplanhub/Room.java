package careplanhub;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * The rooms of the program: a package each under {@code careplanhub}, and which of the others it
 * may use. Libraries and the JDK are open to all.
 */
enum Room {
  STANDARD,
  STORE,
  SECURITY,
  OFFICE,
  VENDOR,
  LEDGER,
  FAX,
  CHANNEL,
  HUB,
  RELAY,
  CONSOLE,
  LAB,
  CLI;

  /** Whether classes of this room may know classes of {@code other}. */
  boolean mayUse(Room other) {
    return this == other || uses().contains(other);
  }

  private Set<Room> uses() {
    return switch (this) {
      case STANDARD, STORE, SECURITY -> Set.of();
      case OFFICE -> Set.of(STANDARD);
      case VENDOR -> Set.of(STANDARD, OFFICE, STORE);
      case LEDGER -> Set.of(STANDARD, OFFICE, STORE, SECURITY);
      case FAX -> Set.of(STANDARD, OFFICE);
      case CHANNEL -> EnumSet.range(STANDARD, FAX);
      case HUB -> EnumSet.range(STANDARD, CHANNEL);
      case RELAY -> Set.of(STANDARD, STORE, SECURITY);
      case CONSOLE -> EnumSet.range(STANDARD, HUB);
      case LAB -> EnumSet.range(STANDARD, CONSOLE);
      case CLI -> EnumSet.range(STANDARD, LAB);
    };
  }

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The pattern of the room's packages, for ArchUnit. */
  String packages() {
    return "careplanhub." + label() + "..";
  }
}
