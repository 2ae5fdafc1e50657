package careplanhub.vendor;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The shape of {@code adapter.yaml}; docs/adapters.md explains each key. Lists that a file leaves
 * out are null.
 */
record AdapterFile(
    @JsonProperty(required = true) String adapter,
    @JsonProperty(required = true) String version,
    @JsonProperty(required = true) String title,
    @JsonProperty(required = true) StandardSide standard,
    @JsonProperty(required = true) VendorSide file,
    @JsonProperty(required = true) List<String> recognise,
    @Nullable List<NotExchanged> notExchanged,
    @JsonProperty(required = true) List<JsonNode> lenses,
    @JsonProperty(required = true) Lost lost) {

  /** The standard's side: which file of which version. */
  record StandardSide(
      @JsonProperty(required = true) String version, @JsonProperty(required = true) String kind) {}

  /**
   * The vendor's side.
   *
   * @param charset how it is written: MS932, UTF-8 or UTF-8-BOM; either is read
   * @param lineEnd CRLF or LF
   * @param name the name of a written file, with {month}, {from}, {fromType}, {to}, {toType} and
   *     {serial}
   * @param columns all columns in the order in which they are written
   */
  record VendorSide(
      @JsonProperty(required = true) String charset,
      @JsonProperty(required = true) String lineEnd,
      @JsonProperty(required = true) String name,
      @JsonProperty(required = true) List<String> columns) {}

  /**
   * What is lost, declared.
   *
   * @param toStandard the vendor's columns that the standard has no place for
   * @param fromStandard the standard's fields that the vendor's layout has no place for
   * @param tell those of them whose loss is told in each file where they had a value
   */
  record Lost(
      @JsonProperty(required = true) List<String> toStandard,
      @JsonProperty(required = true) List<String> fromStandard,
      @Nullable List<String> tell) {}
}
