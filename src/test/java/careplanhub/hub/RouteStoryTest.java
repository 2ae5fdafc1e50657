package careplanhub.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import careplanhub.ledger.OutgoingUnit;
import careplanhub.standard.OfficeNumber;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.apache.camel.Exchange;
import org.apache.camel.builder.NotifyBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The route files are the flow: whoever takes a step out of one changes what happens. */
class RouteStoryTest {
  private static final Path ROUTE = Path.of("routes", "translate.yaml");
  private static final Pattern CHECK =
      Pattern.compile(" +- bean:\\n +ref: checking\\n +method: check\\n");

  @TempDir Path folder;

  @Test
  void aRefusedUnitGoesToQuarantineAndIsNotPacked() throws Exception {
    assertEquals(
        List.of("claim", "open", "recognise", "toStandard", "check", "refuse", "leave"),
        told(Files.readString(ROUTE)));
  }

  @Test
  void withoutTheStepThatChecksNothingIsRefused() throws Exception {
    String route = Files.readString(ROUTE);
    String without = CHECK.matcher(route).replaceFirst("");
    assertNotEquals(route, without, "the step is there to be taken out");

    assertEquals(
        List.of("claim", "open", "recognise", "toStandard", "pack", "leave"), told(without));
  }

  /** Runs a copy of the route over beans that only tell what they were asked to do. */
  private List<String> told(String route) throws Exception {
    Files.writeString(folder.resolve("translate.yaml"), route);
    Teller teller = new Teller();
    try (CamelRuntime runtime =
        CamelRuntime.start(
            folder,
            context ->
                Map.of(
                    "outgoing", teller,
                    "translation", teller,
                    "checking", teller,
                    "packing", teller,
                    "quarantine", teller,
                    "worksheets", teller,
                    "lanes", teller),
            Map.of("stage.translate", "direct:translate-office", "stage.dispatch", "direct:none"),
            RuntimeSettings.defaults().named("route-story"),
            Clock.systemUTC())) {
      NotifyBuilder done =
          new NotifyBuilder(runtime.context()).fromRoute("translate-hint").whenDone(1).create();
      try (var template = runtime.context().createProducerTemplate()) {
        template.sendBody("direct:translate-office", "9910000037");
      }
      Eventually.holds("the unit is done with", done::matchesWaitTime);
    }
    return List.copyOf(teller.told);
  }

  /** Stands for every bean of the stage; its check refuses. */
  public static final class Teller {
    private static final OutgoingUnit UNIT =
        new OutgoingUnit(
            "unit", new OfficeNumber("9910000037"), "", OutgoingUnit.State.READY, Instant.EPOCH);

    private final List<String> told = new CopyOnWriteArrayList<>();

    public String claim(Exchange exchange) {
      boolean first = told.isEmpty();
      if (first) {
        told.add("claim");
      }
      return first ? "unit" : null;
    }

    public void open() {
      told.add("open");
    }

    public void recognise() {
      told.add("recognise");
    }

    public void toStandard() {
      told.add("toStandard");
    }

    public void check() throws RefusedException {
      told.add("check");
      throw new RefusedException(
          new OutgoingWork(UNIT, List.of(), "", List.of(), Map.of()), List.of());
    }

    public List<String> pack() {
      told.add("pack");
      return List.of();
    }

    public void refuse() {
      told.add("refuse");
    }

    public void ask() {
      told.add("ask");
    }

    public void tryLater() {
      told.add("tryLater");
    }

    public void leave() {
      told.add("leave");
    }
  }
}
