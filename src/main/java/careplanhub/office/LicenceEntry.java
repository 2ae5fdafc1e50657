package careplanhub.office;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An office's licence for the relay as it is written. */
record LicenceEntry(
    @JsonProperty(required = true) LocalDate from, @JsonProperty(required = true) LocalDate to) {
  static @Nullable Licence licence(
      @Nullable LicenceEntry entry, YamlDocument document, String pointer)
      throws ConfigurationException {
    if (entry == null) {
      return null;
    }
    if (entry.to.isBefore(entry.from)) {
      throw document.error(pointer + "/to", "終わりの日を、始まりの日（from）より後にしてください。");
    }
    return new Licence(entry.from, entry.to);
  }
}
