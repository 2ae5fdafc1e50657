package careplanhub.cli;

/**
 * A file that a translation gives.
 *
 * @param name its name in the output folder
 * @param bytes its content; personal data
 */
@SuppressWarnings("ArrayRecordComponent") // handed on whole, never compared
record TranslatedFile(String name, byte[] bytes) {
  @Override
  public String toString() {
    return "TranslatedFile[" + bytes.length + " bytes]";
  }
}
