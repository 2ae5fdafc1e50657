package careplanhub.channel;

import careplanhub.office.AttachmentSettings;
import careplanhub.standard.AttachmentKind;
import careplanhub.standard.AttachmentKinds;
import careplanhub.standard.OfficeNumber;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What may be in a parcel, sent or received: only kinds of files that the two sides agreed on, each
 * what its name says, none too large, and a message that can be shown. Immutable.
 */
public final class ParcelRules {
  private final AttachmentSettings settings;
  private final Predicate<OfficeNumber> otherFilesAgreed;

  /**
   * @param otherFilesAgreed whether it is agreed with an office that other kinds of files travel
   */
  public ParcelRules(AttachmentSettings settings, Predicate<OfficeNumber> otherFilesAgreed) {
    this.settings = settings;
    this.otherFilesAgreed = otherFilesAgreed;
  }

  /** What is wrong with a file. */
  public enum Fault {
    /** Its ending says no kind that may travel between the two. */
    KIND("FILE_KIND_REFUSED", "この相手に送信できない種類のファイルです。送れるのは標準仕様の CSV、画像、PDF と、相手と取り決めた種類だけです。"),
    /** Its bytes are not what its ending says. */
    CONTENT("FILE_CONTENT_REFUSED", "ファイルの中身が、名前の拡張子と合いません。正しい形式で保存し直してから送信してください。"),
    /** It is no CSV and too large. */
    SIZE("FILE_TOO_LARGE", "添付ファイルが大きさの上限を超えています。小さくしてから送信してください。");

    private final String code;
    private final String messageJapanese;

    Fault(String code, String messageJapanese) {
      this.code = code;
      this.messageJapanese = messageJapanese;
    }
  }

  /** What is wrong with a message. */
  public enum MessageFault {
    LENGTH,
    CHARACTER
  }

  /** Why the parcel must not go; empty when it may. */
  Optional<SendOutcome.Refused> refusal(OutgoingParcel parcel) {
    Optional<SendOutcome.Refused> ofMessage = faultOf(parcel.message()).map(this::refused);
    return ofMessage.isPresent()
        ? ofMessage
        : parcel.files().stream()
            .flatMap(file -> faultOf(file, parcel.to()).stream())
            .findFirst()
            .map(fault -> new SendOutcome.Refused(fault.code, fault.messageJapanese));
  }

  private SendOutcome.Refused refused(MessageFault fault) {
    return switch (fault) {
      case LENGTH ->
          new SendOutcome.Refused(
              "MESSAGE_TOO_LONG", "メッセージが長すぎます。" + settings.messageCharacters() + " 文字までにしてください。");
      case CHARACTER ->
          new SendOutcome.Refused("MESSAGE_REFUSED", "メッセージに使えない文字があります。制御文字や外字を取り除いてください。");
    };
  }

  /** What is wrong with a message; empty when it can be shown everywhere as it is. */
  public Optional<MessageFault> faultOf(String message) {
    if (message.codePoints().anyMatch(ParcelRules::isShownNowhere)) {
      return Optional.of(MessageFault.CHARACTER);
    }
    return message.codePointCount(0, message.length()) > settings.messageCharacters()
        ? Optional.of(MessageFault.LENGTH)
        : Optional.empty();
  }

  /** 外字 have no meaning at another office, and what is unassigned or half has none anywhere. */
  private static boolean isShownNowhere(int character) {
    int type = Character.getType(character);
    return (Character.isISOControl(character) && character != '\n')
        || type == Character.PRIVATE_USE
        || type == Character.SURROGATE
        || type == Character.UNASSIGNED;
  }

  /**
   * What is wrong with a file; empty when it may travel.
   *
   * @param partner the other side: who gets it, or who sent it
   */
  public Optional<Fault> faultOf(ParcelFile file, OfficeNumber partner) {
    Optional<AttachmentKind> named = AttachmentKinds.data().ofName(file.name());
    if (named.isEmpty() || !isAllowed(named.get(), partner)) {
      return Optional.of(Fault.KIND);
    }
    AttachmentKind kind = named.get();
    if (!kind.fits(head(file.content()))) {
      return Optional.of(Fault.CONTENT);
    }
    return kind.group() != AttachmentKind.Group.CSV
            && file.content().length > settings.maximumSize().bytes()
        ? Optional.of(Fault.SIZE)
        : Optional.empty();
  }

  private boolean isAllowed(AttachmentKind kind, OfficeNumber partner) {
    return kind.group() != AttachmentKind.Group.OTHER
        || (settings.otherKinds().contains(kind.ending()) && otherFilesAgreed.test(partner));
  }

  private static byte[] head(byte[] content) {
    return Arrays.copyOf(content, Math.min(content.length, AttachmentKind.HEAD));
  }
}
