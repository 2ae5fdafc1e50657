package careplanhub.hub.partners;

import careplanhub.office.Directory;
import careplanhub.office.ListedPartner;
import careplanhub.standard.Finding;
import careplanhub.standard.OfficeNumber;
import careplanhub.standard.ServiceTypeCode;
import careplanhub.standard.Standard;
import careplanhub.vendor.form.UnreadableException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Whether the lines of a list of partners say what can be. Used once. */
final class ListCheck {
  private static final Map<String, Boolean> RELAY =
      Map.ofEntries(
          Map.entry("有", true),
          Map.entry("はい", true),
          Map.entry("○", true),
          Map.entry("yes", true),
          Map.entry("true", true),
          Map.entry("1", true),
          Map.entry("無", false),
          Map.entry("いいえ", false),
          Map.entry("×", false),
          Map.entry("no", false),
          Map.entry("false", false),
          Map.entry("0", false));
  private static final int NUMBER_LENGTH = 10;

  private final Directory directory;
  private final int longestName;
  private final List<Finding> findings;
  private final Map<OfficeNumber, ListedPartner> partners = new LinkedHashMap<>();

  private ListCheck(Directory directory, int longestName, List<Finding> findings) {
    this.directory = directory;
    this.longestName = longestName;
    this.findings = new ArrayList<>(findings);
  }

  /**
   * @param longestName characters of a partner's name
   */
  static CheckedList check(BoundList list, Directory directory, int longestName) {
    ListCheck check = new ListCheck(directory, longestName, list.findings());
    for (BoundList.Line line : list.lines()) {
      try {
        check.add(line);
      } catch (UnreadableException e) {
        check.findings.add(PartnerFinding.REFUSED.at(line.number(), e.place(), e.advice()));
      }
    }
    return new CheckedList(List.copyOf(check.partners.values()), check.findings);
  }

  private void add(BoundList.Line line) throws UnreadableException {
    OfficeNumber number = number(line);
    if (directory.isOwn(number)) {
      throw new UnreadableException("自法人の事業所です。相手の一覧には書けません。").at(PartnerLine.NUMBER);
    }
    ListedPartner partner =
        new ListedPartner(
            number,
            name(line.bound().name),
            serviceTypes(line.bound().serviceTypes),
            relay(line.bound().relay));
    ListedPartner earlier = partners.putIfAbsent(number, partner);
    if (earlier != null && !earlier.equals(partner)) {
      throw new UnreadableException("同じ事業所番号が上の行に別の内容で書かれています。上の行を使います。").at(PartnerLine.NUMBER);
    }
  }

  private OfficeNumber number(BoundList.Line line) throws UnreadableException {
    String digits = plain(line.bound().number);
    if (digits.matches("[0-9]{8,9}")) {
      digits = "0".repeat(NUMBER_LENGTH - digits.length()) + digits;
      findings.add(
          PartnerFinding.TOLERATED.at(
              line.number(), PartnerLine.NUMBER, "先頭の 0 が無かったので補いました。表計算ソフトで開いて保存すると 0 が消えます。"));
    }
    if (!OfficeNumber.isValid(digits)) {
      throw new UnreadableException("10 桁の事業所番号を書いてください。").at(PartnerLine.NUMBER);
    }
    return new OfficeNumber(digits);
  }

  private String name(String written) throws UnreadableException {
    boolean readable =
        written.chars().noneMatch(Character::isISOControl) && written.indexOf('\uFFFD') < 0;
    if (!readable || written.isBlank() || written.length() > longestName) {
      throw new UnreadableException(
              "名前を "
                  + longestName
                  + " 文字までで書いてください（制御文字は使えません。上限は設定 partnerList.maximumNameLength）。")
          .at(PartnerLine.NAME);
    }
    return written.strip();
  }

  private static List<ServiceTypeCode> serviceTypes(String written) throws UnreadableException {
    List<ServiceTypeCode> types = new ArrayList<>();
    for (String word : plain(written).split("[\\s,;/、・]+", -1)) {
      String code = word.toUpperCase(Locale.ROOT);
      boolean known =
          ServiceTypeCode.isValid(code) && Standard.data().serviceType(code).isPresent();
      if (!known) {
        throw new UnreadableException("標準仕様のサービス種類コードを、いくつかあるときは空白で区切って書いてください（例 11 A2）。")
            .at(PartnerLine.SERVICE_TYPES);
      }
      if (!types.contains(new ServiceTypeCode(code))) {
        types.add(new ServiceTypeCode(code));
      }
    }
    return types;
  }

  private static boolean relay(String written) throws UnreadableException {
    Boolean known = RELAY.get(plain(written).toLowerCase(Locale.ROOT));
    if (known == null) {
      throw new UnreadableException("有 か 無 を書いてください。").at(PartnerLine.RELAY);
    }
    return known;
  }

  private static String plain(String written) {
    return Normalizer.normalize(written, Normalizer.Form.NFKC).strip();
  }
}
