package careplanhub.vendor;

import java.util.Optional;

/** Tables that somebody keeps beside the adapter, by their names. */
@FunctionalInterface
public interface OfficeTables {
  /** The table of this name, such as {@code services}; empty when there is none. */
  Optional<OfficeTable> named(String name);

  /** No table at all. */
  static OfficeTables none() {
    return name -> Optional.empty();
  }
}
