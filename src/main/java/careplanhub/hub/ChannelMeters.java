package careplanhub.hub;

import careplanhub.channel.HostBreakers;
import careplanhub.channel.RelayChannel;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/** What the channels count, as gauges for an alarm. */
final class ChannelMeters {
  private ChannelMeters() {}

  static void bind(HostBreakers breakers, RelayChannel relay, MeterRegistry meters) {
    Gauge.builder("careplanhub.hosts.open", breakers, HostBreakers::openCount)
        .description("hosts that are left alone because they were not reached")
        .register(meters);
    Gauge.builder("careplanhub.logins.waiting", relay, RelayChannel::waitingLogins)
        .description("logins at the relay that wait for a person's one-time password")
        .register(meters);
  }
}
