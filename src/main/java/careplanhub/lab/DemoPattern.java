package careplanhub.lab;

import java.util.List;
import java.util.stream.Stream;

/** The seven patterns of the national test of vendors' programs. */
public enum DemoPattern {
  D1("居宅サービス計画書", UnitKind.PLAN, false),
  D2("サービス利用票・提供票", UnitKind.SLIP, false),
  D3("サービス提供の実績", UnitKind.RESULT, false),
  D4("利用者基本情報", UnitKind.BASIC, true),
  D5("介護予防サービス・支援計画書", UnitKind.PREVENTION, true),
  D6("介護予防のサービス利用票・提供票", UnitKind.SLIP, true),
  D7("介護予防のサービス提供の実績", UnitKind.RESULT, true);

  private final String label;
  private final UnitKind kind;
  private final boolean prevention;

  DemoPattern(String label, UnitKind kind, boolean prevention) {
    this.label = label;
    this.kind = kind;
    this.prevention = prevention;
  }

  /** What is exchanged, in Japanese. */
  public String label() {
    return label;
  }

  /** Whether the service office sends it. */
  boolean isResult() {
    return kind.isFromService();
  }

  /** The units of the pattern in a month; empty when no such pair of offices shares a user. */
  Stream<GeneratedUnit> units(SyntheticMonth month) {
    return month.units(kind).filter(unit -> supportOf(unit).isPreventionSupport() == prevention);
  }

  private static SyntheticOffice supportOf(GeneratedUnit unit) {
    return unit.from().isSupport() ? unit.from() : unit.to();
  }

  /** The side of the support offices: one for care, one for prevention. */
  static SyntheticCorporation supportCorporation() {
    return new SyntheticCorporation(
        SyntheticCorporation.third().name(),
        Stream.of(SyntheticCorporation.first(), SyntheticCorporation.third())
            .flatMap(corporation -> corporation.supportOffices().stream())
            .toList());
  }

  /** The side of the service offices: one of care, one of prevention. */
  static SyntheticCorporation serviceCorporation() {
    SyntheticCorporation second = SyntheticCorporation.second();
    return new SyntheticCorporation(
        second.name(),
        List.of(
            second.serviceOffices().get(0), SyntheticCorporation.third().serviceOffices().get(0)));
  }
}
