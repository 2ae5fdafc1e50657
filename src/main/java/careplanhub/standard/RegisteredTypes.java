package careplanhub.standard;

import java.util.List;

/** Knows the service types that offices are registered for. */
@FunctionalInterface
public interface RegisteredTypes {
  /** The office's service types, the main one first; empty for an office that is not known. */
  List<ServiceTypeCode> of(OfficeNumber office);
}
