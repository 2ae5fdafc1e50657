package careplanhub.office;

import careplanhub.standard.OfficeNumber;
import careplanhub.standard.ServiceTypeCode;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One partner as it is written in corporation.yaml or partners.yaml. */
record PartnerEntry(
    @JsonProperty(required = true) OfficeNumber number,
    @JsonProperty(required = true) String name,
    @JsonProperty(required = true) List<ServiceTypeCode> serviceTypes,
    @Nullable ChannelName channel,
    @Nullable List<ChannelName> fallbacks,
    @Nullable Boolean relay,
    @Nullable ContactEntry contact,
    @Nullable TermsEntry terms,
    @Nullable JoiningEntry joining,
    @Nullable ConfirmationEntry confirmed,
    @Nullable FormEntry form,
    @Nullable SftpAccess sftp,
    @Nullable FaxAccess fax,
    @Nullable String notes) {
  private static final int LAST_DAY = 31;

  /** Who said by telephone that the partner exists. */
  record ConfirmationEntry(
      @JsonProperty(required = true) String by, @JsonProperty(required = true) LocalDate on) {}

  /** How people reach it. */
  record ContactEntry(
      @Nullable String person,
      @Nullable String telephone,
      @Nullable String fax,
      @Nullable String mail) {}

  /** What is agreed with it. */
  record TermsEntry(
      @Nullable LocalDate since,
      @Nullable List<Integer> sendDays,
      @Nullable Boolean callBeforeCorrection,
      @Nullable Boolean consentPdf,
      @Nullable Boolean otherFiles) {}

  /**
   * The partner that an entry says.
   *
   * @param pointer the entry's place in the document
   */
  Partner checked(YamlDocument document, String pointer) throws ConfigurationException {
    CorporationFile.checkServiceTypes(serviceTypes, document, pointer);
    return new Partner(
        number,
        name,
        serviceTypes,
        channels(document, pointer),
        FormEntry.form(form, document, pointer + "/form"),
        contact(document, pointer + "/contact"),
        terms(document, pointer + "/terms"),
        joining == null ? Joining.NONE : joining.checked(document, pointer + "/joining"),
        confirmation(document, pointer + "/confirmed"),
        sftp,
        fax,
        text(notes));
  }

  private PartnerChannels channels(YamlDocument document, String pointer)
      throws ConfigurationException {
    if (channel == ChannelName.DIRECT) {
      throw document.error(pointer + "/channel", "direct は同じハブの事業所どうしの経路です。相手には書けません。");
    }
    List<ChannelName> others = Objects.requireNonNullElse(fallbacks, List.of());
    Set<ChannelName> seen = EnumSet.noneOf(ChannelName.class);
    if (channel != null) {
      seen.add(channel);
    }
    for (int index = 0; index < others.size(); index++) {
      String place = pointer + "/fallbacks/" + index;
      if (others.get(index) == ChannelName.DIRECT) {
        throw document.error(place, "direct は同じハブの事業所どうしの経路です。相手には書けません。");
      }
      if (!seen.add(others.get(index))) {
        throw document.error(place, "同じ経路が 2 回あります。");
      }
    }
    return new PartnerChannels(channel, fallbacks, relay);
  }

  private PartnerContact contact(YamlDocument document, String pointer)
      throws ConfigurationException {
    if (contact == null) {
      return PartnerContact.NONE;
    }
    requireTelephone(contact.telephone, document, pointer + "/telephone");
    requireTelephone(contact.fax, document, pointer + "/fax");
    CorporationFile.checkMail(contact.mail, document, pointer + "/mail");
    return new PartnerContact(
        text(contact.person), text(contact.telephone), text(contact.fax), text(contact.mail));
  }

  static void requireTelephone(@Nullable String written, YamlDocument document, String pointer)
      throws ConfigurationException {
    if (written == null || written.isEmpty()) {
      return;
    }
    if (!FaxNumber.isValid(written)) {
      throw document.error(pointer, FaxNumber.ADVICE);
    }
  }

  private PartnerTerms terms(YamlDocument document, String pointer) throws ConfigurationException {
    if (terms == null) {
      return PartnerTerms.NONE;
    }
    List<Integer> days = Objects.requireNonNullElse(terms.sendDays, List.of());
    for (int index = 0; index < days.size(); index++) {
      if (days.get(index) < 1 || days.get(index) > LAST_DAY) {
        throw document.error(pointer + "/sendDays/" + index, "1 から 31 までの日を書いてください（31 は月の末日）。");
      }
    }
    return new PartnerTerms(
        terms.since,
        days,
        Boolean.TRUE.equals(terms.callBeforeCorrection),
        Boolean.TRUE.equals(terms.consentPdf),
        Boolean.TRUE.equals(terms.otherFiles));
  }

  private @Nullable Confirmation confirmation(YamlDocument document, String pointer)
      throws ConfigurationException {
    if (confirmed == null) {
      return null;
    }
    if (confirmed.by.isBlank()) {
      throw document.error(pointer + "/by", "電話で確かめた人の名前を書いてください。");
    }
    return new Confirmation(confirmed.by.strip(), confirmed.on);
  }

  private static String text(@Nullable String written) {
    return written == null ? "" : written;
  }
}
