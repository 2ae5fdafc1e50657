package careplanhub.office;

/**
 * The official client of an office.
 *
 * @param folder through which the client's user and the hub hand files to each other: absolute, as
 *     of a share, or below the hub's folder
 * @param profile the name of what the client takes, one of {@code clientFolder.profiles} in the
 *     settings
 */
public record ClientFolder(String folder, String profile) {
  /** The profile of an office that names none. */
  public static final String DEFAULT_PROFILE = "client-1.2";

  /** The name of the folder in the office's own, for an office that names none. */
  public static final String DEFAULT_FOLDER = "連携クライアント";
}
