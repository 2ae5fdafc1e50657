package careplanhub.lab;

import java.util.List;
import java.util.stream.Stream;

/**
 * An invented corporation with its offices.
 *
 * @param name its Japanese name
 * @param offices support and service offices, in the order they are shown
 */
public record SyntheticCorporation(String name, List<SyntheticOffice> offices) {
  public SyntheticCorporation {
    offices = List.copyOf(offices);
  }

  /** 髙見福祉会: a support office, a home help office that exports サービス実態, a day care office. */
  public static SyntheticCorporation first() {
    return new SyntheticCorporation(
        "社会福祉法人髙見本福祉会",
        List.of(
            SyntheticOffice.of("9910000011", "43", "髙見本居宅介護支援センター"),
            SyntheticOffice.of("9910000029", "11", "髙見本ヘルパーステーション「ソレイユ」"),
            SyntheticOffice.of("9910000037", "15", "デイサービス表能Ⅲ号館")));
  }

  /** The partner: a support office, a home help office and one that lends equipment. */
  public static SyntheticCorporation second() {
    return new SyntheticCorporation(
        "㈱仮想ケア﨑",
        List.of(
            SyntheticOffice.of("9920000019", "43", "仮想ケア﨑 居宅支援①"),
            SyntheticOffice.of("9920000027", "11", "訪問介護～ソラ～"),
            SyntheticOffice.of("9920000035", "17", "㈱仮想福祉用具, \"表能\"店")));
  }

  /** A support centre for prevention and offices of 予防給付 and 総合事業. */
  public static SyntheticCorporation third() {
    return new SyntheticCorporation(
        "架空市",
        List.of(
            SyntheticOffice.of("9900000013", "46", "架空市地域包括支援センター－東－"),
            SyntheticOffice.of("9930000017", "A2", "例示の家 訪問型"),
            SyntheticOffice.of("9930000025", "66", "例示リハビリ∥通所"),
            SyntheticOffice.of("9930000033", "67", "例示レンタル﨑"),
            SyntheticOffice.of("9930000041", "21", "ショートステイ例示Ⅲ")));
  }

  /** A partner that has no care software and no hub, only FAX. */
  public static SyntheticCorporation faxOnly() {
    return new SyntheticCorporation(
        "例示医院", List.of(SyntheticOffice.of("9940000015", "16", "例示医院デイケア髙﨑")));
  }

  /** The offices that plan care. */
  public List<SyntheticOffice> supportOffices() {
    return offices.stream().filter(SyntheticOffice::isSupport).toList();
  }

  /** The offices that give care. */
  public List<SyntheticOffice> serviceOffices() {
    return offices.stream().filter(office -> !office.isSupport()).toList();
  }

  public static List<SyntheticOffice> supportOffices(List<SyntheticCorporation> corporations) {
    return flat(corporations).filter(SyntheticOffice::isSupport).toList();
  }

  public static List<SyntheticOffice> serviceOffices(List<SyntheticCorporation> corporations) {
    return flat(corporations).filter(office -> !office.isSupport()).toList();
  }

  private static Stream<SyntheticOffice> flat(List<SyntheticCorporation> corporations) {
    return corporations.stream().flatMap(corporation -> corporation.offices().stream());
  }
}
