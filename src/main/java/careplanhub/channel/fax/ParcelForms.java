package careplanhub.channel.fax;

import careplanhub.channel.OutgoingParcel;
import careplanhub.channel.ParcelFile;
import careplanhub.fax.forms.Cover;
import careplanhub.fax.forms.FormContent;
import careplanhub.fax.forms.FormDocument;
import careplanhub.fax.forms.FormException;
import careplanhub.fax.forms.FormFax;
import careplanhub.fax.forms.FormKind;
import careplanhub.fax.forms.FormRows;
import careplanhub.fax.forms.Forms;
import careplanhub.office.Directory;
import careplanhub.office.FaxAccess;
import careplanhub.office.FaxSendingSettings;
import careplanhub.office.FaxSendingSettings.Format;
import careplanhub.office.Office;
import careplanhub.office.OfficeFax;
import careplanhub.office.PartnerContact;
import careplanhub.standard.OfficeNumber;
import careplanhub.standard.Row;
import careplanhub.standard.UserIdentity;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Makes the official forms of parcels: a cover, then user by user. Safe for every thread. */
final class ParcelForms {
  /** Of the forms, those that offices send each other, in the order of a user's sheets. */
  private static final List<FormKind> SENT =
      List.of(
          FormKind.PLAN_1,
          FormKind.PLAN_2,
          FormKind.PLAN_3,
          FormKind.SERVICE_SLIP,
          FormKind.SERVICE_BREAKDOWN,
          FormKind.BASIC,
          FormKind.PREVENTION,
          FormKind.RESULT_SHEET);

  private final FaxSendingSettings settings;
  private final Forms forms;
  private final ParcelFileRows rows;
  private final Directory directory;
  private final Clock clock;

  ParcelForms(
      FaxSendingSettings settings,
      Forms forms,
      ParcelFileRows rows,
      Directory directory,
      Clock clock) {
    this.settings = settings;
    this.forms = forms;
    this.rows = rows;
    this.directory = directory;
    this.clock = clock;
  }

  /** The forms of a parcel. */
  PrintedParcel print(OutgoingParcel parcel, FaxAccess fax)
      throws UnprintableException, IOException {
    List<Row> all = rows.of(parcel.files());
    try {
      List<FormContent> contents = contents(all, parcel.to(), fax.withResultSheets());
      if (contents.isEmpty()) {
        throw new UnprintableException("FAXSEND-04", "印刷する行がありません。別の経路で送ってください。");
      }
      contents.add(0, forms.cover(cover(parcel, fax, contents)));
      FormDocument document = forms.print(UUID.fromString(parcel.id()), contents);
      return new PrintedParcel(
          document,
          settings.format() == Format.TIFF
              ? FormFax.tiff(document, settings.resolution())
              : document.bytes(),
          FaxBoxes.write(document.resultPages()));
    } catch (FormException e) {
      throw new UnprintableException(e.code(), String.valueOf(e.getMessage()));
    }
  }

  /** A slip shows the services of all offices; a partner answers for its own only. */
  private List<FormContent> contents(List<Row> all, OfficeNumber partner, boolean resultSheets)
      throws FormException {
    FormRows rows = FormRows.of(all);
    FormRows partners = FormRows.of(all.stream().filter(row -> isOf(partner, row)).toList());
    List<FormContent> contents = new ArrayList<>();
    for (UserIdentity user : rows.users()) {
      for (FormKind kind : SENT) {
        if (kind != FormKind.RESULT_SHEET) {
          contents.addAll(forms.contents(rows, kind, user));
        } else if (resultSheets) {
          contents.addAll(forms.contents(partners, kind, user));
        }
      }
    }
    return contents;
  }

  private static boolean isOf(OfficeNumber partner, Row row) {
    String office = "serviceOfficeNumber";
    return !row.layout().kind().equals("UPPLAN") || row.get(office).equals(partner.value());
  }

  private Cover cover(OutgoingParcel parcel, FaxAccess fax, List<FormContent> contents) {
    Optional<Office> own = directory.office(parcel.from());
    OfficeFax ours = own.map(Office::fax).orElseThrow();
    PartnerContact contact = directory.partner(parcel.to()).orElseThrow().contact();
    boolean asks = contents.stream().anyMatch(one -> one.kind() == FormKind.RESULT_SHEET);
    return new Cover(
        new Cover.Side(
            directory.nameOf(parcel.to()).orElse(""),
            parcel.to().value(),
            contact.person(),
            contact.telephone(),
            fax.number()),
        new Cover.Side(
            own.map(Office::name).orElse(""),
            parcel.from().value(),
            own.map(Office::people).orElse(List.of()).stream()
                .findFirst()
                .map(person -> person.name())
                .orElse(""),
            ours.telephoneText(),
            ours.numberText()),
        LocalDate.ofInstant(clock.instant(), clock.getZone()),
        contents.stream()
            .map(one -> one.kind().title())
            .distinct()
            .collect(Collectors.joining("、")),
        message(parcel, asks, ours),
        settings.mistake());
  }

  private static String message(OutgoingParcel parcel, boolean asks, OfficeFax ours) {
    List<String> sentences = new ArrayList<>();
    if (!parcel.message().isBlank()) {
      sentences.add(parcel.message());
    }
    if (asks) {
      sentences.add(
          "月が終わりましたら「サービス実績記入票」に記入して"
              + (ours.numberText().isEmpty() ? "" : "、FAX " + ours.numberText() + " へ")
              + "返送してください。");
    }
    if (parcel.files().stream().map(ParcelFile::name).anyMatch(ParcelFileRows::isPicture)) {
      sentences.add("家族構成図などの画像は含まれていません。");
    }
    return String.join("\n", sentences);
  }
}
