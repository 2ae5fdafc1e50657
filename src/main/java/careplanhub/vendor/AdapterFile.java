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
    @JsonProperty(required = true) JsonNode recognise,
    @Nullable List<NotExchanged> notExchanged,
    @JsonProperty(required = true) List<JsonNode> lenses,
    @JsonProperty(required = true) Lost lost)
    implements AdapterHead {

  /** The standard's side: which file, or which files, of which version. */
  record StandardSide(
      @JsonProperty(required = true) String version,
      @Nullable String kind,
      @Nullable List<String> kinds) {}

  /**
   * The vendor's side.
   *
   * @param charset how it is written: MS932, UTF-8 or UTF-8-BOM; either is read
   * @param lineEnd CRLF or LF
   * @param separator between two cells: comma, tab or semicolon; comma where nothing is said
   * @param name the name of a written file, with {month}, {from}, {fromType}, {to}, {toType} and
   *     {serial}
   * @param header none for files without a line of names
   * @param preamble the lines above the header, as they are written
   * @param per user: one written file for each user, whose {user} is in the name
   * @param month where the file says a month that holds for all of it
   * @param columns all columns in the order in which they are written
   */
  record VendorSide(
      @JsonProperty(required = true) String charset,
      @JsonProperty(required = true) String lineEnd,
      @Nullable String separator,
      @JsonProperty(required = true) String name,
      @Nullable String header,
      @Nullable List<String> preamble,
      @Nullable String per,
      @Nullable MonthSide month,
      @JsonProperty(required = true) List<JsonNode> columns) {}

  /**
   * Where a file says its month.
   *
   * @param name a pattern of its name with *, ? and {month}
   * @param label what stands before the month in a line above the header
   */
  record MonthSide(@Nullable String name, @Nullable String label) {}

  /**
   * How the layout is told from others.
   *
   * @param name a pattern of file names with * and ?
   * @param header columns that the line of names has
   * @param columns how many columns there are: 130, or 130-150
   * @param preamble words in the lines above the header
   */
  record RecogniseSide(
      @Nullable String name,
      @Nullable List<String> header,
      @Nullable String columns,
      @Nullable List<String> preamble) {}

  /**
   * What is lost, declared.
   *
   * @param toStandard the vendor's columns that the standard has no place for
   * @param fromStandard the standard's fields that the vendor's layout has no place for
   * @param writing the standard's fields that come back in another writing
   * @param tell those of fromStandard whose loss is told in each file where they had a value
   */
  record Lost(
      @JsonProperty(required = true) List<String> toStandard,
      @JsonProperty(required = true) List<String> fromStandard,
      @Nullable List<String> writing,
      @Nullable List<String> tell) {}
}
