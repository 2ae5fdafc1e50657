package careplanhub.office;

import careplanhub.standard.OfficeNumber;
import careplanhub.standard.ServiceTypeCode;
import careplanhub.standard.Standard;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The shape of {@code config/corporation.yaml} and what must hold between its entries. */
record CorporationFile(
    @JsonProperty(required = true) String corporation,
    @JsonProperty(required = true) List<OfficeEntry> offices,
    @Nullable List<PartnerEntry> partners) {
  private static final Pattern SOFTWARE = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
  private static final Pattern MAIL =
      Pattern.compile("[^@\\s<>,;]{1,64}@[^@\\s<>,;.]+(\\.[^@\\s<>,;.]+)+");
  private static final Pattern FOLDER =
      Pattern.compile("[\\p{L}\\p{N}_-][\\p{L}\\p{N}_. -]*(/[\\p{L}\\p{N}_-][\\p{L}\\p{N}_. -]*)*");

  /** One office as it is written. */
  record OfficeEntry(
      @JsonProperty(required = true) OfficeNumber number,
      @JsonProperty(required = true) String name,
      @JsonProperty(required = true) List<ServiceTypeCode> serviceTypes,
      @Nullable String software,
      @Nullable String folder,
      @Nullable List<SatelliteEntry> satellites,
      @Nullable FormEntry form,
      @Nullable Boolean relay,
      @Nullable LicenceEntry licence,
      @Nullable List<PersonEntry> people,
      @Nullable ClientFolderEntry clientFolder,
      @Nullable OfficeFax fax) {}

  /** One satellite of an office as it is written. */
  record SatelliteEntry(
      @JsonProperty(required = true) String number, @JsonProperty(required = true) String name) {}

  /** One person of an office as it is written. */
  record PersonEntry(@JsonProperty(required = true) String name, @Nullable String mail) {}

  static Directory directory(YamlDocument document, ImportedPartners imported)
      throws ConfigurationException {
    CorporationFile file = document.bind(CorporationFile.class);
    Map<OfficeNumber, Office> offices = new LinkedHashMap<>();
    for (OfficeEntry entry : file.offices) {
      String pointer = "/offices/" + offices.size();
      Office office = office(entry, document, pointer);
      if (offices.values().stream()
          .anyMatch(other -> other.folder().equalsIgnoreCase(office.folder()))) {
        throw document.error(pointer + "/folder", "同じフォルダの事業所が 2 つあります。");
      }
      if (offices.put(office.number(), office) != null) {
        throw document.error(pointer + "/number", "同じ事業所番号が 2 回あります。");
      }
    }
    Map<OfficeNumber, Partner> partners = new LinkedHashMap<>();
    for (PartnerEntry entry : file.partners == null ? List.<PartnerEntry>of() : file.partners) {
      String pointer = "/partners/" + partners.size();
      Partner partner = entry.checked(document, pointer);
      if (offices.containsKey(partner.number())
          || partners.put(partner.number(), partner) != null) {
        throw document.error(pointer + "/number", "同じ事業所番号が 2 回あります。");
      }
    }
    return new Directory(file.corporation, offices, partners, imported);
  }

  private static Office office(OfficeEntry entry, YamlDocument document, String pointer)
      throws ConfigurationException {
    checkServiceTypes(entry.serviceTypes, document, pointer);
    String software = entry.software == null ? Office.STANDARD_SOFTWARE : entry.software;
    if (!SOFTWARE.matcher(software).matches()) {
      throw document.error(
          pointer + "/software", "standard か、config/vendors にあるアダプタの名前（英小文字・数字・-）を書いてください。");
    }
    String folder = entry.folder == null ? "offices/" + entry.number : entry.folder;
    if (!FOLDER.matcher(folder).matches()) {
      throw document.error(
          pointer + "/folder", "ハブのフォルダの下の場所を offices/1370000001 のように「/」で区切って書いてください（「..」は使えません）。");
    }
    return new Office(
        entry.number,
        entry.name,
        entry.serviceTypes,
        software,
        folder,
        satellites(entry, document, pointer),
        FormEntry.form(entry.form, document, pointer + "/form"),
        !Boolean.FALSE.equals(entry.relay),
        LicenceEntry.licence(entry.licence, document, pointer + "/licence"),
        people(entry, document, pointer),
        ClientFolderEntry.clientFolder(
            entry.clientFolder, folder, document, pointer + "/clientFolder"),
        entry.fax == null ? OfficeFax.NONE : entry.fax);
  }

  private static List<Satellite> satellites(
      OfficeEntry entry, YamlDocument document, String pointer) throws ConfigurationException {
    Map<String, Satellite> satellites = new LinkedHashMap<>();
    for (SatelliteEntry one :
        entry.satellites == null ? List.<SatelliteEntry>of() : entry.satellites) {
      String place = pointer + "/satellites/" + satellites.size() + "/number";
      if (!Satellite.isNumber(one.number)) {
        throw document.error(place, "サテライト枝番を \"1\" から \"99\" までの数字で書いてください。");
      }
      if (satellites.put(one.number, new Satellite(one.number, one.name)) != null) {
        throw document.error(place, "同じサテライト枝番が 2 回あります。");
      }
    }
    return List.copyOf(satellites.values());
  }

  private static List<PersonToTell> people(OfficeEntry entry, YamlDocument document, String pointer)
      throws ConfigurationException {
    List<PersonToTell> people = new ArrayList<>();
    for (PersonEntry one : entry.people == null ? List.<PersonEntry>of() : entry.people) {
      String place = pointer + "/people/" + people.size();
      if (one.name.isBlank()) {
        throw document.error(place + "/name", "名前を書いてください。");
      }
      checkMail(one.mail, document, place + "/mail");
      people.add(new PersonToTell(one.name.strip(), one.mail == null ? "" : one.mail));
    }
    return people;
  }

  static void checkMail(@Nullable String written, YamlDocument document, String pointer)
      throws ConfigurationException {
    if (written != null && !written.isEmpty() && !isMail(written)) {
      throw document.error(pointer, "メールアドレスを name@example.jp のように書いてください。");
    }
  }

  static boolean isMail(String text) {
    return MAIL.matcher(text).matches();
  }

  static void checkServiceTypes(List<ServiceTypeCode> types, YamlDocument document, String pointer)
      throws ConfigurationException {
    if (types.isEmpty()) {
      throw document.error(pointer + "/serviceTypes", "サービス種類コードを 1 つ以上書いてください。");
    }
    for (int index = 0; index < types.size(); index++) {
      if (Standard.data().serviceType(types.get(index).value()).isEmpty()) {
        throw document.error(pointer + "/serviceTypes/" + index, "標準仕様に無いサービス種類コードです。");
      }
    }
  }
}
