package careplanhub.channel.client;

import careplanhub.channel.OutgoingParcel;
import careplanhub.channel.ParcelFile;
import careplanhub.channel.SendOutcome;
import careplanhub.office.ClientProfile;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Which parcels can never be uploaded as they are. */
final class UploadRules {
  private static final Set<String> DEVICES =
      Set.of("con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "lpt1", "lpt2", "lpt3");

  private UploadRules() {}

  /** Why the client would not take the parcel; empty when it would. */
  static Optional<SendOutcome> refusal(OutgoingParcel parcel, ClientProfile profile) {
    if (parcel.files().size() > profile.maximumItems()) {
      return refused(
          "CLIENT_TOO_MANY_FILES",
          "1 つの送信単位に "
              + parcel.files().size()
              + " ファイルあり、一度に送れる "
              + profile.maximumItems()
              + " 件を超えます。利用者を分けて出力し直してください。");
    }
    long size = parcel.files().stream().mapToLong(file -> file.content().length).sum();
    if (size > profile.maximumSize().bytes()) {
      return refused("CLIENT_TOO_LARGE", "1 つの送信単位が、一度に送れる大きさを超えます。利用者を分けて出力し直してください。");
    }
    Set<String> names = new HashSet<>();
    for (ParcelFile file : parcel.files()) {
      if (!isForWindows(file.name()) || !names.add(nameKey(file.name()))) {
        return refused("CLIENT_FILE_NAME", "Windows で使えない名前か、同じ名前のファイルがあります。介護ソフトから出力し直してください。");
      }
    }
    return Optional.empty();
  }

  /** Windows takes names that differ in case only for one. */
  static String nameKey(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private static boolean isForWindows(String name) {
    String stem = name.toLowerCase(Locale.ROOT).split("\\.", 2)[0].strip();
    return !name.endsWith(".") && !name.endsWith(" ") && !DEVICES.contains(stem);
  }

  private static Optional<SendOutcome> refused(String code, String japanese) {
    return Optional.of(SendOutcome.refused(code, japanese));
  }
}
