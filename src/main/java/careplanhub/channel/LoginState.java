package careplanhub.channel;

/** How an office stands with a channel that wants a login. */
public enum LoginState {
  /** It can be used: it has a login or will get one by itself when it needs it. */
  READY,
  /** A person must give a one-time password; until then nothing is sent or fetched. */
  LOGIN_WAITS_FOR_PERSON,
  /** The last login was refused; it is tried again after a while. */
  LOGIN_REFUSED,
  /** The other side lets the office in at another time only: it is locked or has no licence. */
  KEPT_OUT
}
