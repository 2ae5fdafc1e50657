package careplanhub.vendor;

import careplanhub.vendor.VendorRows.Damaged;
import java.util.List;

/** Makes rows of one record of a vendor's text after another. For one thread. */
interface RowMaker {
  /**
   * Translates the record at hand.
   *
   * @param decodable whether each of its characters could be read; if not, it is damaged anyway
   */
  void translate(boolean decodable);

  /** Gives the rows that were kept, and tells what was tolerated. */
  void finish();

  /** How many records were left because the standard does not exchange them. */
  long leftBehind();

  /** Begins to make rows. */
  @FunctionalInterface
  interface Beginning {
    /**
     * Begins a file.
     *
     * @param place the record at hand; its cells change from one record to the next
     * @param findings is told what cannot be read
     * @param damaged takes the records that cannot be read whole
     */
    RowMaker begin(
        VendorRecord place, HubFacts facts, BoundedFindings findings, List<Damaged> damaged);
  }
}
