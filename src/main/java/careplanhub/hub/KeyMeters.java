package careplanhub.hub;

import careplanhub.hub.notice.KeyNotices;
import careplanhub.hub.notice.Notice;
import careplanhub.office.Directory;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/** The ends of certificates and what is to be done about keys, as gauges. */
final class KeyMeters {
  private KeyMeters() {}

  static void bind(KeyNotices notices, Directory directory, MeterRegistry meters) {
    directory
        .offices()
        .forEach(
            office ->
                Gauge.builder(
                        "careplanhub.certificate.days.left",
                        notices,
                        each -> each.daysLeft(office.number().value()))
                    .description("whole days until an office has no good certificate any more")
                    .tag("office", office.number().value())
                    .register(meters));
    for (Notice.Kind kind : Notice.Kind.values()) {
      Gauge.builder(
              "careplanhub.notices",
              notices,
              each -> each.current().stream().filter(one -> one.kind() == kind).count())
          .description("what a person is to do about certificates, keys and licences")
          .tag("kind", kind.name())
          .register(meters);
    }
  }
}
