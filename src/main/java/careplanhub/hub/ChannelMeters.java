package careplanhub.hub;

import careplanhub.channel.HostBreakers;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/** What the channels count, as gauges for an alarm. */
final class ChannelMeters {
  private ChannelMeters() {}

  static void bind(HostBreakers breakers, MeterRegistry meters) {
    Gauge.builder("careplanhub.hosts.open", breakers, HostBreakers::openCount)
        .description("hosts that are left alone because they were not reached")
        .register(meters);
  }
}
