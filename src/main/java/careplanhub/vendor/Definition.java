package careplanhub.vendor;

import static java.util.stream.Collectors.toSet;

import careplanhub.standard.NamedSource;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What an adapter's file says, checked. Immutable.
 *
 * @param format how the vendor's file is laid out
 * @param recognition how it is told from others
 * @param mappings by the kind of the standard's file, in the order in which rows are made; none
 *     where records are bound to a class
 * @param requiredColumns without which a file cannot be read, by their indexes
 * @param readColumns that reading looks at
 * @param notExchanged which records stay behind
 * @param needsFileMonth whether files have to say their month as a whole
 */
record Definition(
    VendorFormat format,
    Recognition recognition,
    Map<String, Mapping> mappings,
    Set<Integer> requiredColumns,
    Set<Integer> readColumns,
    List<ExchangeRule> notExchanged,
    boolean needsFileMonth) {
  Definition {
    requiredColumns = Set.copyOf(requiredColumns);
    readColumns = Set.copyOf(readColumns);
    notExchanged = List.copyOf(notExchanged);
  }

  /** Whether the file's name and beginning are those of this layout. */
  boolean recognises(NamedSource source) throws IOException {
    return recognition.means(
        VendorReader.fileName(source), VendorText.headOf(source.bytes(), format));
  }

  /** The same, but that every column is read. */
  Definition readingAll() {
    Set<Integer> all = IntStream.range(0, format.columns().size()).boxed().collect(toSet());
    return new Definition(
        format, recognition, mappings, requiredColumns, all, notExchanged, needsFileMonth);
  }

  Collection<Mapping> all() {
    return mappings.values();
  }

  /** Whether one record of the vendor may be several rows. */
  boolean folds() {
    return mappings.values().stream().anyMatch(mapping -> mapping.fold() != null);
  }
}
