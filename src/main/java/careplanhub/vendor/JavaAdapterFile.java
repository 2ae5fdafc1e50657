package careplanhub.vendor;

import careplanhub.office.DataSize;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The shape of {@code adapter.yaml} where Java takes the place of the lenses; docs/adapters.md
 * explains each key.
 *
 * @param java the name of the {@link JavaAdapter}
 */
record JavaAdapterFile(
    @JsonProperty(required = true) String adapter,
    @JsonProperty(required = true) String version,
    @JsonProperty(required = true) String title,
    @JsonProperty(required = true) AdapterFile.StandardSide standard,
    @JsonProperty(required = true) AdapterFile.VendorSide file,
    @JsonProperty(required = true) JsonNode recognise,
    @Nullable List<NotExchanged> notExchanged,
    @JsonProperty(required = true) String java,
    @JsonProperty(required = true) AdapterFile.Lost lost)
    implements AdapterHead {

  /** The same as a file without lenses. */
  AdapterFile withoutLenses() {
    return new AdapterFile(
        adapter, version, title, standard, file, recognise, notExchanged, List.of(), lost);
  }

  /**
   * The same where the code knows the whole file.
   *
   * @param file only the name of written files
   * @param recognise only a pattern of file names; the code looks at the bytes
   */
  record Whole(
      @JsonProperty(required = true) String adapter,
      @JsonProperty(required = true) String version,
      @JsonProperty(required = true) String title,
      @JsonProperty(required = true) AdapterFile.StandardSide standard,
      @JsonProperty(required = true) NameSide file,
      @JsonProperty(required = true) RecogniseName recognise,
      @JsonProperty(required = true) String java,
      @JsonProperty(required = true) AdapterFile.Lost lost)
      implements AdapterHead {}

  /**
   * The files.
   *
   * @param name of a written one, with the places of {@link Template}
   * @param maximumUnpackedSize how much is packed in one that is read, at most
   */
  record NameSide(
      @JsonProperty(required = true) String name, @Nullable DataSize maximumUnpackedSize) {}

  /** A pattern of file names with * and ?. */
  record RecogniseName(@JsonProperty(required = true) String name) {}
}
