package careplanhub.vendor;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Records that the standard does not exchange. A record is meant when all that is said holds.
 *
 * @param reason Japanese: what such records are
 * @param empty columns that are all empty
 * @param emptyOrZero columns that are all empty or a number of zeros
 * @param filled columns that all have a value other than zero
 */
record NotExchanged(
    @JsonProperty(required = true) String reason,
    @Nullable List<String> empty,
    @Nullable List<String> emptyOrZero,
    @Nullable List<String> filled) {

  boolean means(VendorRecord vendorRecord) {
    return list(empty).allMatch(column -> text(vendorRecord, column).isEmpty())
        && list(emptyOrZero).allMatch(column -> isZero(text(vendorRecord, column)))
        && list(filled).noneMatch(column -> isZero(text(vendorRecord, column)));
  }

  /** All columns that the rule looks at. */
  List<String> columns() {
    return Stream.of(empty, emptyOrZero, filled).flatMap(NotExchanged::list).toList();
  }

  private static Stream<String> list(@Nullable List<String> columns) {
    return columns == null ? Stream.of() : columns.stream();
  }

  private static String text(VendorRecord vendorRecord, String column) {
    return HalfWidth.of(vendorRecord.cell(column), ignored -> {});
  }

  private static boolean isZero(String text) {
    return text.matches("0*(\\.0+)?");
  }
}
