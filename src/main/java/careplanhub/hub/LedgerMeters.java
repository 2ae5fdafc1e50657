package careplanhub.hub;

import careplanhub.ledger.Parcel;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.ToDoubleFunction;

/** What the ledger counts, as gauges; each is asked of the ledger when the metrics are read. */
final class LedgerMeters {
  private LedgerMeters() {}

  static void bind(Books books, MeterRegistry meters) {
    gauge(
        books,
        meters,
        "careplanhub.arrivals",
        "files taken from outboxes",
        b -> b.arrivals().count().arrivals());
    gauge(
        books,
        meters,
        "careplanhub.repeats",
        "files recognised as repeats",
        b -> b.arrivals().count().repeats());
    gauge(
        books,
        meters,
        "careplanhub.units.refused",
        "send units that lie in an error folder",
        b -> b.units().refusedCount());
    gauge(
        books,
        meters,
        "careplanhub.questions.open",
        "questions that wait for a person",
        b -> b.questions().open().size());
    gauge(
        books,
        meters,
        "careplanhub.receptions.delivered",
        "received parcels that stood in an inbox",
        b -> b.receptions().deliveredCount());
    for (Parcel.State state : Parcel.State.values()) {
      Gauge.builder(
              "careplanhub.parcels", books, b -> b.parcels().countByState().getOrDefault(state, 0L))
          .description("parcels by what happens to them next")
          .tag("state", state.name())
          .register(meters);
    }
  }

  private static void gauge(
      Books books,
      MeterRegistry meters,
      String name,
      String description,
      ToDoubleFunction<Books> value) {
    Gauge.builder(name, books, value).description(description).register(meters);
  }
}
