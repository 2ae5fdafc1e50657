package careplanhub.ledger;

/**
 * What a delete file took of something that was sent or received before. Counts are of users, plans
 * or months, as the delete's records name them.
 *
 * @param subject the parcel or reception that had brought it
 * @param by the parcel or reception that brought the delete
 * @param deleteKind the delete file's kind, such as DLTPLAN
 * @param taken how much of the subject it took
 * @param remaining how much of the same kind the subject still stands for afterwards
 */
public record Withdrawal(String subject, String by, String deleteKind, int taken, int remaining) {}
