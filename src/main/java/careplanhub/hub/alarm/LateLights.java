package careplanhub.hub.alarm;

import careplanhub.ledger.Alarm;
import careplanhub.ledger.Alarm.Raised;
import careplanhub.ledger.Traffic;
import careplanhub.office.LateSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Parcels that have not got the light that they should have by now. */
final class LateLights implements AlarmRule {
  private final Traffic traffic;
  private final LateSettings settings;

  LateLights(Traffic traffic, LateSettings settings) {
    this.traffic = traffic;
    this.settings = settings;
  }

  @Override
  public Set<Alarm.Kind> kinds() {
    return Set.of(Alarm.Kind.LATE_LIGHT);
  }

  @Override
  public List<Raised> look(Instant now) {
    List<Raised> raised = new ArrayList<>();
    Instant notBefore = now.minus(settings.forgetAfter());
    for (Traffic.Step step : Traffic.Step.values()) {
      traffic
          .waiting(step, now.minus(patience(step)), notBefore)
          .forEach(
              (office, count) ->
                  raised.add(
                      new Raised(
                          "late:" + step.name().toLowerCase(Locale.ROOT) + ":" + office,
                          Alarm.Kind.LATE_LIGHT,
                          office,
                          "",
                          sentence(step, "事業所 " + office + " の送信のうち " + count + " 件が、"))));
    }
    return raised;
  }

  private Duration patience(Traffic.Step step) {
    return switch (step) {
      case HAND_OVER -> settings.handOver();
      case CARRY -> settings.answer();
      case FETCH -> settings.fetch();
      case TAKE -> settings.taken();
    };
  }

  private String sentence(Traffic.Step step, String which) {
    String time = hours(patience(step));
    return switch (step) {
      case HAND_OVER -> which + time + "たっても相手に渡せていません。送信一覧の「状態」を確かめてください。";
      case CARRY -> which + time + "たっても引き渡し待ちのままです。連携クライアントで送り、チェックリストに書いてください。";
      case FETCH -> which + "渡してから" + time + "たっても取得されていません。送信一覧で送信先を見て、相手に連絡してください。";
      case TAKE -> which + "取得されてから" + time + "たっても取り込まれていません。送信一覧で送信先を見て、相手に確かめてください。";
    };
  }

  private static String hours(Duration time) {
    return time.toHours() > 0 ? " " + time.toHours() + " 時間" : " " + time.toMinutes() + " 分";
  }
}
