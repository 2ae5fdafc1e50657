package careplanhub.vendor;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Records that the standard does not exchange, as an adapter's file says it.
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

  /** All columns that the rule looks at. */
  List<String> columns() {
    return Stream.of(empty, emptyOrZero, filled).flatMap(NotExchanged::list).toList();
  }

  /** The rule over columns that are known to be there. */
  ExchangeRule over(VendorColumns columns) {
    return new ExchangeRule(
        reason, indexes(empty, columns), indexes(emptyOrZero, columns), indexes(filled, columns));
  }

  private static int[] indexes(@Nullable List<String> names, VendorColumns columns) {
    return list(names).mapToInt(name -> columns.index(name).orElseThrow()).toArray();
  }

  private static Stream<String> list(@Nullable List<String> columns) {
    return columns == null ? Stream.of() : columns.stream();
  }
}
