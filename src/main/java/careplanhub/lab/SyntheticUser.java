package careplanhub.lab;

import careplanhub.standard.UserIdentity;
import java.time.LocalDate;
import java.util.List;

/**
 * An invented user (利用者) as the support office knows them in one month.
 *
 * @param index the user's place in the population, 0 for the first
 * @param identity the numbers; the insured number begins with 99 or H99
 * @param name 氏名
 * @param kana フリガナ
 * @param sex 1 or 2
 * @param birthDate 生年月日
 * @param careLevel 要介護状態区分, two digits
 * @param certifiedOn 認定日; the certificate holds from the next month's first day for two years
 * @param support who plans
 * @param plannerName who there
 * @param planDate 居宅サービス計画作成（変更）日
 * @param planChanged whether the plan was changed for this month, so that plan sheets go out
 * @param services what is given, by at most one office of a type
 */
public record SyntheticUser(
    int index,
    UserIdentity identity,
    String name,
    String kana,
    String sex,
    LocalDate birthDate,
    String careLevel,
    LocalDate certifiedOn,
    SyntheticOffice support,
    String plannerName,
    LocalDate planDate,
    boolean planChanged,
    List<AgreedService> services) {
  public SyntheticUser {
    services = List.copyOf(services);
  }

  /** Whether this office gives the user something. */
  public boolean isServedBy(SyntheticOffice office) {
    return services.stream().anyMatch(service -> service.office().equals(office));
  }

  /** Whether the user lives on 生活保護 alone and has no insurance. */
  boolean isOnAssistanceOnly() {
    return identity.insuredNumber().startsWith("H");
  }

  LocalDate certifiedFrom() {
    return certifiedOn.plusMonths(1).withDayOfMonth(1);
  }

  LocalDate certifiedTo() {
    return certifiedFrom().plusYears(2).minusDays(1);
  }

  /** 区分支給限度基準額 in units. */
  int limitUnits() {
    return switch (careLevel) {
      case "06", "12" -> 5032;
      case "13" -> 10531;
      case "21" -> 16765;
      case "22" -> 19705;
      case "23" -> 27048;
      case "24" -> 30938;
      default -> 36217;
    };
  }

  String postalCode() {
    return String.format("000-%04d", index % 10000);
  }

  String address() {
    return "架空県見本市髙台表" + (index % 9 + 1) + "丁目－" + (index % 30 + 1) + "～①";
  }

  String phone() {
    return String.format("000-%04d-%04d", index / 10000, index % 10000);
  }

  /** The dice for what is written of the user under a subject; the same at each call. */
  Dice dice(String subject) {
    return Dice.of(Long.parseLong(identity.insuredNumber().substring(1)), subject, index);
  }
}
