package careplanhub.fax.forms;

import java.time.LocalDate;

/**
 * What a 送付状 says; what is not known is empty.
 *
 * @param date of sending
 * @param subject 件名
 * @param message a word to the receiver; long ones flow on
 * @param mistake what a wrong receiver is asked to do, in Japanese
 */
public record Cover(
    Side to, Side from, LocalDate date, String subject, String message, String mistake) {
  /** An office with how it is reached. */
  public record Side(String name, String officeNumber, String person, String phone, String fax) {}
}
