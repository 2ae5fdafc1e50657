package careplanhub.office;

import careplanhub.standard.OfficeNumber;
import careplanhub.standard.ServiceTypeCode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The corporation's offices and its partners, from {@code config/corporation.yaml} and, for
 * partners, from {@code config/partners.yaml} beside it, which is followed when it changes. Safe
 * for every thread.
 *
 * <p>An addressee need not stand here: the relay knows more offices than we do.
 */
public final class Directory {
  private final String corporationName;
  private final Map<OfficeNumber, Office> offices;
  private final Map<OfficeNumber, Partner> partners;
  private final ImportedPartners imported;

  Directory(
      String corporationName,
      Map<OfficeNumber, Office> offices,
      Map<OfficeNumber, Partner> partners,
      ImportedPartners imported) {
    this.corporationName = corporationName;
    this.offices = new LinkedHashMap<>(offices);
    this.partners = new LinkedHashMap<>(partners);
    this.imported = imported;
  }

  /** Reads {@code config/corporation.yaml}, and the partners that were imported beside it. */
  public static Directory read(Path file) throws ConfigurationException {
    Path config = file.resolveSibling(".").normalize();
    return CorporationFile.directory(
        YamlDocument.read(file), ImportedPartners.of(ImportedPartners.fileOf(config)));
  }

  /** A directory without anybody, for commands that run outside a hub's folder. */
  public static Directory empty() {
    return new Directory("", Map.of(), Map.of(), ImportedPartners.none());
  }

  public String corporationName() {
    return corporationName;
  }

  /** Our offices in the order of the file. */
  public Collection<Office> offices() {
    return List.copyOf(offices.values());
  }

  /** The partners in the order of the files; what corporation.yaml says counts more. */
  public Collection<Partner> partners() {
    Map<OfficeNumber, Partner> all = new LinkedHashMap<>(partners);
    imported
        .current()
        .forEach(
            (number, partner) -> {
              if (!isOwn(number)) {
                all.putIfAbsent(number, partner);
              }
            });
    return List.copyOf(all.values());
  }

  /** What is wrong with the imported partners, in Japanese; empty when nothing is. */
  public String troubleOfPartners() {
    return imported.trouble();
  }

  /** Our office of this number. */
  public Optional<Office> office(OfficeNumber number) {
    return Optional.ofNullable(offices.get(number));
  }

  /** The partner of this number. */
  public Optional<Partner> partner(OfficeNumber number) {
    Partner written = partners.get(number);
    return written != null || isOwn(number)
        ? Optional.ofNullable(written)
        : Optional.ofNullable(imported.current().get(number));
  }

  /** Whether the office is one of our corporation. */
  public boolean isOwn(OfficeNumber number) {
    return offices.containsKey(number);
  }

  /** The name of an office of ours or of a partner; empty for an office we do not know. */
  public Optional<String> nameOf(OfficeNumber number) {
    return office(number).map(Office::name).or(() -> partner(number).map(Partner::name));
  }

  /** What an office of ours or a partner is registered for; empty for one we do not know. */
  public List<ServiceTypeCode> serviceTypesOf(OfficeNumber number) {
    return office(number)
        .map(Office::serviceTypes)
        .or(() -> partner(number).map(Partner::serviceTypes))
        .orElse(List.of());
  }

  /** How an office of ours or a partner takes the standard's files. */
  public ReceivedForm formOf(OfficeNumber number) {
    return office(number)
        .map(Office::form)
        .or(() -> partner(number).map(Partner::form))
        .orElse(ReceivedForm.STANDARD);
  }

  /**
   * The channels by which an office of ours reaches an addressee, in the order in which they are
   * tried: another office of this hub directly, a partner as it is written, else over the relay
   * when both take part in it, else over the partner's SFTP server, else by the folders of the
   * official client that a person uses at the sender's, last by FAX. Empty when nothing is; then a
   * person decides.
   */
  public List<ChannelName> channelsFor(OfficeNumber sender, OfficeNumber addressee) {
    if (isOwn(addressee)) {
      return List.of(ChannelName.DIRECT);
    }
    List<ChannelName> has = channelsOf(sender);
    PartnerChannels written =
        partner(addressee).map(Partner::channels).orElse(PartnerChannels.UNWRITTEN);
    List<ChannelName> others = new ArrayList<>();
    if (partner(addressee).map(Partner::sftp).isPresent()) {
      others.add(ChannelName.SFTP);
    }
    others.add(ChannelName.CLIENT_FOLDER);
    if (partner(addressee).map(Partner::fax).isPresent()) {
      others.add(ChannelName.FAX);
    }
    return written.inOrder(others).stream().filter(has::contains).toList();
  }

  /** Whether it is written that the sender or the addressee does not use the relay. */
  public boolean isOffRelay(OfficeNumber sender, OfficeNumber addressee) {
    return office(sender).map(office -> !office.onRelay()).orElse(false)
        || partner(addressee).map(partner -> !partner.usesRelay()).orElse(false);
  }

  /** The channels that are asked for what came to an office of ours, and for what it sent. */
  public List<ChannelName> channelsOf(OfficeNumber office) {
    List<ChannelName> channels =
        new ArrayList<>(office(office).map(Office::channels).orElse(List.of()));
    if (isOwn(office) && !sftpPartners().isEmpty()) {
      channels.add(ChannelName.SFTP);
    }
    if (isOwn(office) && partners().stream().anyMatch(partner -> partner.fax() != null)) {
      channels.add(ChannelName.FAX);
    }
    return channels;
  }

  /**
   * Whether it is written down that somebody made sure of the addressee's existence; for an office
   * of ours nobody needs to.
   */
  public boolean isConfirmed(OfficeNumber addressee) {
    return isOwn(addressee) || partner(addressee).map(Partner::confirmed).isPresent();
  }

  /** How a partner is reached by FAX; empty for one that is not. */
  public Optional<FaxAccess> faxOf(OfficeNumber partner) {
    return partner(partner).map(Partner::fax);
  }

  /** The partners with whom we share folders on SFTP servers, in the order of the files. */
  public Map<OfficeNumber, SftpAccess> sftpPartners() {
    Map<OfficeNumber, SftpAccess> all = new LinkedHashMap<>();
    for (Partner partner : partners()) {
      SftpAccess access = partner.sftp();
      if (access != null) {
        all.put(partner.number(), access);
      }
    }
    return all;
  }

  /** Every channel of every office of ours. */
  public List<OfficeChannel> officeChannels() {
    return offices.keySet().stream()
        .flatMap(
            office ->
                channelsOf(office).stream().map(channel -> new OfficeChannel(office, channel)))
        .toList();
  }
}
