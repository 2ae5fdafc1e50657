package careplanhub.channel;

import careplanhub.office.RelayChannelSettings;
import careplanhub.standard.AttachmentKind;
import careplanhub.standard.AttachmentKinds;
import careplanhub.standard.OfficeNumber;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What may leave in a parcel: only kinds of files that the two sides agreed on, each what its name
 * says, none too large, and a message that can be shown. Immutable.
 */
final class ParcelRules {
  private final RelayChannelSettings settings;
  private final Predicate<OfficeNumber> otherFilesAgreed;

  ParcelRules(RelayChannelSettings settings, Predicate<OfficeNumber> otherFilesAgreed) {
    this.settings = settings;
    this.otherFilesAgreed = otherFilesAgreed;
  }

  /** Why the parcel must not go; empty when it may. */
  Optional<SendOutcome.Refused> refusal(OutgoingParcel parcel) {
    String message = parcel.message();
    if (message.length() > settings.messageCharacters()) {
      return refused(
          "MESSAGE_TOO_LONG", "メッセージが長すぎます。" + settings.messageCharacters() + " 文字までにしてください。");
    }
    if (message.codePoints().anyMatch(c -> Character.isISOControl(c) && c != '\n')) {
      return refused("MESSAGE_REFUSED", "メッセージに使えない文字があります。制御文字を取り除いてください。");
    }
    return parcel.files().stream().flatMap(file -> refusal(file, parcel.to()).stream()).findFirst();
  }

  private Optional<SendOutcome.Refused> refusal(ParcelFile file, OfficeNumber to) {
    Optional<AttachmentKind> named = AttachmentKinds.data().ofName(file.name());
    if (named.isEmpty() || !isAllowed(named.get(), to)) {
      return refused(
          "FILE_KIND_REFUSED",
          "この相手に送信できない種類のファイルです。送れるのは標準仕様の CSV、画像、PDF と、相手と取り決めた種類（relay.otherKinds）だけです。");
    }
    AttachmentKind kind = named.get();
    if (!kind.fits(head(file.content()))) {
      return refused("FILE_CONTENT_REFUSED", "ファイルの中身が、名前の拡張子と合いません。正しい形式で保存し直してから送信してください。");
    }
    if (kind.group() != AttachmentKind.Group.CSV
        && file.content().length > settings.maximumAttachmentSize().bytes()) {
      return refused("FILE_TOO_LARGE", "添付ファイルが大きさの上限を超えています。小さくしてから送信してください。");
    }
    return Optional.empty();
  }

  private boolean isAllowed(AttachmentKind kind, OfficeNumber to) {
    return kind.group() != AttachmentKind.Group.OTHER
        || (settings.otherKinds().contains(kind.ending()) && otherFilesAgreed.test(to));
  }

  private static byte[] head(byte[] content) {
    return Arrays.copyOf(content, Math.min(content.length, AttachmentKind.HEAD));
  }

  private static Optional<SendOutcome.Refused> refused(String code, String messageJapanese) {
    return Optional.of(new SendOutcome.Refused(code, messageJapanese));
  }
}
