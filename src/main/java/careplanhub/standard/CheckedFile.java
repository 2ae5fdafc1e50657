package careplanhub.standard;

import org.jspecify.annotations.Nullable;

/**
 * A file of a unit after its own check: its findings so far, and what the unit's rules compare.
 *
 * @param name null when it is no name of the standard
 * @param kind the kind whose layout it was read with; null when that is not known
 * @param complete whether every record became a row, so that what is missing is really missing
 * @param keys the keys that join it to its parent; null when it was checked alone or not read
 * @param images the images that a UPKIHON names; null for other kinds
 */
record CheckedFile(
    String file,
    @Nullable FileName name,
    @Nullable String kind,
    @Nullable String csvVersion,
    long rows,
    boolean complete,
    @Nullable PlaceTable keys,
    @Nullable PlaceTable images,
    FindingList findings) {
  FileReport report() {
    return new FileReport(file, kind, csvVersion, rows, findings.toList());
  }
}
