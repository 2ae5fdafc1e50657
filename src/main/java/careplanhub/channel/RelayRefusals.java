package careplanhub.channel;

import java.util.Optional;

/**
 * What the relay's business errors mean for the hub. Those that pass by themselves or by the
 * administrator's hand are told as {@link ChannelException}, and the same call is made again later;
 * any other is a refusal of what was called.
 */
final class RelayRefusals {
  private RelayRefusals() {}

  /** Why the same call may succeed later; empty when it will not. */
  static Optional<ChannelException.Reason> passing(String code) {
    return switch (code) {
      case "TOKEN_INVALID" -> Optional.of(ChannelException.Reason.LOGIN_ENDED);
      case "LOGIN_FAILED" -> Optional.of(ChannelException.Reason.LOGIN_REFUSED);
      case "LOGIN_LOCKED" -> Optional.of(ChannelException.Reason.LOGIN_LOCKED);
      case "ONE_TIME_PASSWORD_NEEDED", "ONE_TIME_PASSWORD_WRONG" ->
          Optional.of(ChannelException.Reason.LOGIN_WAITS_FOR_PERSON);
      case "OFFICE_LOCKED" -> Optional.of(ChannelException.Reason.OFFICE_LOCKED);
      case "LICENCE_NOT_YET_VALID" -> Optional.of(ChannelException.Reason.LICENCE_NOT_YET_VALID);
      case "LICENCE_EXPIRED" -> Optional.of(ChannelException.Reason.LICENCE_EXPIRED);
      case "PARCELS_OF_DAY_USED_UP", "STORAGE_USED_UP" ->
          Optional.of(ChannelException.Reason.QUOTA_USED_UP);
      default -> Optional.empty();
    };
  }
}
