package careplanhub.channel.fax;

import careplanhub.fax.forms.FormDocument;

/**
 * A parcel as forms. Holds personal data, which {@link #toString()} does not show.
 *
 * @param file the pages as they are sent
 * @param boxes what the boxes of its result sheets stand for, as JSON; empty when it has none
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
record PrintedParcel(FormDocument document, byte[] file, byte[] boxes) {
  @Override
  public String toString() {
    return "PrintedParcel[" + document + "]";
  }
}
