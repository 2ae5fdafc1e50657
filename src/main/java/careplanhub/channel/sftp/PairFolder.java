package careplanhub.channel.sftp;

import careplanhub.standard.OfficeNumber;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The folder on a server for what one office sends to another, {@code FROM-TO} by their numbers,
 * and the names in it. No name tells anything of people.
 *
 * @param above the folder that is agreed with the partner
 * @param from the sending office
 * @param to the addressee
 */
record PairFolder(String above, OfficeNumber from, OfficeNumber to) {
  private static final String PARCEL_END = ".p7m";
  private static final String RECEIPT_END = ".p7s";
  private static final Pattern NAME =
      Pattern.compile("([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\\.p7([ms])");

  /** Where parcels wait for the addressee. */
  String waiting() {
    return above + "/" + from + "-" + to;
  }

  /** Where the addressee puts parcels that it has. */
  String done() {
    return waiting() + "/done";
  }

  /** Where the addressee puts parcels that it does not take. */
  String rejected() {
    return waiting() + "/rejected";
  }

  /** Where the addressee puts its receipts. */
  String receipts() {
    return waiting() + "/receipts";
  }

  static String parcelName(String parcelId) {
    return parcelId + PARCEL_END;
  }

  static String receiptName(String parcelId) {
    return parcelId + RECEIPT_END;
  }

  /** The parcel that a name means; empty for what is no parcel, such as a half-written one. */
  static Optional<String> parcelOf(String name) {
    return idOf(name, "m");
  }

  /** The parcel whose receipt a name means. */
  static Optional<String> receiptOf(String name) {
    return idOf(name, "s");
  }

  private static Optional<String> idOf(String name, String kind) {
    Matcher matcher = NAME.matcher(name);
    return matcher.matches() && matcher.group(2).equals(kind)
        ? Optional.of(matcher.group(1))
        : Optional.empty();
  }
}
