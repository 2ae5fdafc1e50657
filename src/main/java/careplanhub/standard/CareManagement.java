package careplanhub.standard;

import org.jspecify.annotations.Nullable;

/** Tells the makers of plans (43, 46, AF) from the givers of services. */
final class CareManagement {
  private static final String GROUP = "ケアマネジメント";

  private CareManagement() {}

  /** Whether the file's receiver makes plans; false for names of V3.2, which do not say. */
  static boolean receives(FileName name) {
    return isCareManagement(name.toType());
  }

  /** Whether the file's sender makes plans; false for names of V3.2, which do not say. */
  static boolean sends(FileName name) {
    return isCareManagement(name.fromType());
  }

  private static boolean isCareManagement(@Nullable ServiceTypeCode code) {
    return code != null
        && Standard.data()
            .serviceType(code.value())
            .filter(type -> type.group().equals(GROUP))
            .isPresent();
  }
}
