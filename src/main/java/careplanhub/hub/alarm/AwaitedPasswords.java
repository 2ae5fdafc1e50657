package careplanhub.hub.alarm;

import careplanhub.ledger.Alarm;
import careplanhub.ledger.Alarm.Raised;
import careplanhub.standard.OfficeNumber;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** Logins that wait for a person's one-time password. */
final class AwaitedPasswords implements AlarmRule {
  private final Supplier<List<OfficeNumber>> waiting;

  AwaitedPasswords(Supplier<List<OfficeNumber>> waiting) {
    this.waiting = waiting;
  }

  @Override
  public Set<Alarm.Kind> kinds() {
    return Set.of(Alarm.Kind.ONE_TIME_PASSWORD);
  }

  @Override
  public List<Raised> look(Instant now) {
    return waiting.get().stream()
        .map(
            office ->
                new Raised(
                    "one-time-password:" + office,
                    Alarm.Kind.ONE_TIME_PASSWORD,
                    office,
                    "",
                    "事業所 "
                        + office
                        + " の連携基盤へのログインが、ワンタイムパスワードを待っています。その間、この事業所の送受信は止まります。./hub waiting password で入力してください。"))
        .toList();
  }
}
