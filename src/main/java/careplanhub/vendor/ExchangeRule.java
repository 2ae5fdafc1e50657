package careplanhub.vendor;

import careplanhub.vendor.form.HalfWidth;

/**
 * Which records the standard does not exchange, by the columns' indexes. A record is meant when all
 * that is said holds.
 *
 * @param reason Japanese: what such records are
 * @param empty columns that are all empty
 * @param emptyOrZero columns that are all empty or a number of zeros
 * @param filled columns that all have a value other than zero
 */
@SuppressWarnings("ArrayRecordComponent") // compared as itself only
record ExchangeRule(String reason, int[] empty, int[] emptyOrZero, int[] filled) {

  boolean means(VendorRecord vendorRecord) {
    for (int column : empty) {
      if (!vendorRecord.cell(column).isBlank()) {
        return false;
      }
    }
    for (int column : emptyOrZero) {
      if (!HalfWidth.isZero(vendorRecord.cell(column))) {
        return false;
      }
    }
    for (int column : filled) {
      if (HalfWidth.isZero(vendorRecord.cell(column))) {
        return false;
      }
    }
    return true;
  }
}
