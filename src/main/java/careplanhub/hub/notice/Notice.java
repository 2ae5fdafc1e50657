package careplanhub.hub.notice;

import java.time.Instant;

/**
 * Something that a person is to do, as long as it stands.
 *
 * @param id the same as long as it is the same matter at the same step, so that it is sent once
 * @param kind what it is about
 * @param subject an office's number, or a file of the keys folder
 * @param due when it is too late; the moment itself when it is too late now
 * @param sentence Japanese: what is the matter and what to do
 */
public record Notice(String id, Kind kind, String subject, Instant due, String sentence) {
  /** What a notice is about. */
  public enum Kind {
    /** A certificate comes to its end, or none is good. */
    CERTIFICATE,
    /** A revocation list is to be renewed. */
    REVOCATION_LIST,
    /** A file of keys cannot be read. */
    KEY_FILE,
    /** The other side does not take a certificate. */
    CERTIFICATE_REFUSED,
    /** An office's licence for the relay comes to its end. */
    LICENCE
  }
}
