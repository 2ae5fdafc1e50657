package careplanhub.hub;

import careplanhub.ledger.Consent;
import careplanhub.ledger.Enclosure;
import careplanhub.ledger.Parcel;
import careplanhub.ledger.Reception;
import careplanhub.ledger.Withdrawal;
import careplanhub.ledger.Withdrawals;
import careplanhub.office.ChannelName;
import careplanhub.office.Directory;
import careplanhub.standard.AttachmentKind;
import careplanhub.standard.AttachmentKinds;
import careplanhub.standard.FileKind;
import careplanhub.standard.FileKinds;
import careplanhub.standard.FileName;
import careplanhub.standard.FileNameException;
import careplanhub.standard.OfficeNumber;
import careplanhub.standard.ServiceTypeCode;
import careplanhub.standard.Standard;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a parcel or a reception shows in a list: one row a file, the official client's columns
 * first.
 */
final class ListRows {
  static final List<String> SENT_COLUMNS =
      List.of(
          "送信日時",
          "メッセージ",
          "送信先事業所",
          "サービス種類",
          "ファイル名",
          "ファイル種別",
          "CSVバージョン",
          "ダウンロード状況",
          "渡した",
          "取得済",
          "取込済",
          "状態",
          "同意",
          "経路",
          "受付番号");
  static final List<String> RECEIVED_COLUMNS =
      List.of(
          "受信日時",
          "メッセージ",
          "送信元事業所",
          "サービス種類",
          "ファイル名",
          "ファイル種別",
          "CSVバージョン",
          "データ取得状況",
          "受信フォルダ",
          "誤り",
          "取り下げ",
          "経路",
          "受付番号");

  private static final String UNKNOWN = "不明";
  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu/MM/dd");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu/MM/dd HH:mm:ss");

  private ListRows() {}

  static String time(Instant instant) {
    return TIME.format(instant.atZone(JAPAN));
  }

  /**
   * The rows of a parcel.
   *
   * @param withdrawals of what it brought
   * @param consents with what it brought
   */
  static List<List<String>> of(
      Parcel parcel,
      Enclosure enclosure,
      List<Withdrawals.Sent> withdrawals,
      List<Consent> consents,
      Directory directory) {
    return parcel.files().stream()
        .map(
            file ->
                List.of(
                    parcel.handedOverAt() == null ? "" : time(parcel.handedOverAt()),
                    enclosure.message(),
                    office(parcel.addressee(), directory),
                    serviceType(parse(file.name()), false),
                    enclosure.nameOf(file),
                    kind(parse(file.name()), file.name()),
                    file.csvVersion(),
                    downloaded(parcel),
                    light(parcel.handedOverAt()),
                    light(parcel.fetchedAt(), parcel, ChannelName::tellsFetched),
                    light(parcel.importedAt(), parcel, ChannelName::tellsImported),
                    withdrawn(parse(file.name()), withdrawals).orElseGet(() -> state(parcel)),
                    consented(consents),
                    channel(parcel.channel()),
                    parcel.id()))
        .toList();
  }

  /**
   * The rows of a reception.
   *
   * @param withdrawals of what it brought
   */
  static List<List<String>> of(
      Reception reception, List<Withdrawal> withdrawals, Directory directory) {
    return reception.files().stream()
        .map(
            file ->
                List.of(
                    time(reception.receivedAt()),
                    reception.message(),
                    office(reception.sender(), directory),
                    serviceType(parse(file.name()), true),
                    file.name(),
                    kind(parse(file.name()), file.name()),
                    file.csvVersion(),
                    "済",
                    delivered(reception),
                    reception.errors() == 0 ? "" : reception.errors() + " 件",
                    received(parse(file.name()), withdrawals),
                    channel(reception.channel()),
                    reception.parcelId()))
        .toList();
  }

  /** What a delete says of a file that was sent; empty when none withdraws anything of it. */
  private static Optional<String> withdrawn(
      @Nullable FileName name, List<Withdrawals.Sent> withdrawals) {
    return withdrawals.stream()
        .filter(sent -> sent.isOnItsWay() && takes(sent.withdrawal(), name))
        .reduce((earlier, later) -> later)
        .map(sent -> extent(sent.withdrawal()) + (sent.isHandedOver() ? "取り下げ済" : "取り下げ中"));
  }

  private static String consented(List<Consent> consents) {
    if (consents.size() > 1) {
      return "あり（" + consents.size() + " 人）";
    }
    return consents.stream()
        .map(one -> DAY.format(one.on()) + (one.pdf() == null ? "" : "（PDF）"))
        .findFirst()
        .orElse("");
  }

  private static String received(@Nullable FileName name, List<Withdrawal> withdrawals) {
    return withdrawals.stream()
        .filter(one -> takes(one, name))
        .reduce((earlier, later) -> later)
        .map(one -> extent(one) + "取り下げられた")
        .orElse("");
  }

  private static String extent(Withdrawal withdrawal) {
    return withdrawal.remaining() == 0 ? "" : "一部";
  }

  /** A delete takes what depends on what it names, but never a supplement. */
  private static boolean takes(Withdrawal withdrawal, @Nullable FileName name) {
    return name != null
        && FileKinds.data()
            .kind(name.version(), withdrawal.deleteKind())
            .filter(kind -> kind.deletes().contains(name.kind()))
            .isPresent();
  }

  private static String delivered(Reception reception) {
    if (reception.deliveredAt() != null) {
      return time(reception.deliveredAt());
    }
    return switch (reception.state()) {
      case WAITING -> "要確認";
      case SET_ASIDE, ACKNOWLEDGED -> "届けない";
      default -> "準備中";
    };
  }

  private static String light(@Nullable Instant at) {
    return at == null ? "未" : "済 " + time(at);
  }

  /** What can never be known on a channel is not shown as if it were to come. */
  private static String light(@Nullable Instant at, Parcel parcel, Predicate<ChannelName> isTold) {
    boolean told = parcel.channelName().map(isTold::test).orElse(true);
    return at == null && !told ? UNKNOWN : light(at);
  }

  private static String downloaded(Parcel parcel) {
    String light = light(parcel.fetchedAt(), parcel, ChannelName::tellsFetched);
    return light.equals(UNKNOWN) ? UNKNOWN : parcel.fetchedAt() == null ? "未" : "済";
  }

  private static String channel(String word) {
    return word.isEmpty() ? "未定" : ChannelName.of(word).map(ChannelName::japanese).orElse(word);
  }

  private static String state(Parcel parcel) {
    return switch (parcel.state()) {
      case READY -> parcel.attempts() == 0 ? "送信待ち" : "再送待ち（" + parcel.attempts() + " 回試行）";
      case WAITING -> "要確認";
      case PREPARED -> "引き渡し待ち";
      case HANDED_OVER -> "送信済み";
      case CLOSED -> "完了";
      case REFUSED -> "要確認";
      case GIVEN_UP -> "送信中止";
    };
  }

  private static String office(OfficeNumber number, Directory directory) {
    return directory.nameOf(number).map(name -> number + " " + name).orElse(number.value());
  }

  private static @Nullable FileName parse(String name) {
    try {
      return FileName.parse(name);
    } catch (FileNameException e) {
      return null;
    }
  }

  private static String serviceType(@Nullable FileName name, boolean ofSender) {
    ServiceTypeCode code = name == null ? null : ofSender ? name.fromType() : name.toType();
    if (code == null) {
      return "";
    }
    return code + ": " + Standard.data().serviceType(code.value()).map(t -> t.name()).orElse("不明");
  }

  private static String kind(@Nullable FileName name, String text) {
    if (name == null) {
      return AttachmentKinds.data()
          .ofName(text)
          .map(AttachmentKind::group)
          .map(
              group ->
                  switch (group) {
                    case PDF -> "PDF";
                    case IMAGE -> "画像";
                    case CSV, OTHER -> "その他";
                  })
          .orElse("その他");
    }
    FileKind.Use use = name.fileKind().use();
    return switch (use) {
      case REGISTER -> "登録";
      case DELETE -> "削除";
      case IMAGE -> "画像";
    };
  }
}
