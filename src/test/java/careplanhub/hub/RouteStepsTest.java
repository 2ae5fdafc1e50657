package careplanhub.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.main.MainConfigurationProperties;
import org.apache.camel.spi.Registry;
import org.apache.camel.test.main.junit5.CamelMainTestSupport;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The flow is what the route file says: {@code routes/translate.yaml} over beans that only tell
 * that they were called. A step taken out of a copy of the file is a step not taken.
 */
class RouteStepsTest {
  private static final String CHECK =
      """
                    - bean:
                        ref: checking
                        method: check
      """;

  @Nested
  class AsShipped extends TranslateRoute {
    AsShipped() {
      super("");
    }

    @Test
    void aFileIsCheckedBeforeItIsPacked() throws Exception {
      assertEquals(
          List.of(
              "outgoing.open",
              "translation.recognise",
              "translation.toStandard",
              "checking.check",
              "addressees.check",
              "satellites.merge",
              "versions.forAddressee",
              "corrections.check",
              "packing.pack",
              "lanes.leave"),
          carry());
    }

    @Test
    void aFailureIsTriedLaterAndFreesItsLane() throws Exception {
      failing = "translation.toStandard";
      List<String> steps = carry();
      assertEquals(List.of("outgoing.tryLater", "lanes.leave"), steps.subList(3, steps.size()));
    }
  }

  @Nested
  class WithoutTheCheck extends TranslateRoute {
    WithoutTheCheck() {
      super(CHECK);
    }

    @Test
    void theFileIsPackedUnchecked() throws Exception {
      assertEquals(
          List.of(
              "outgoing.open",
              "translation.recognise",
              "translation.toStandard",
              "addressees.check",
              "satellites.merge",
              "versions.forAddressee",
              "corrections.check",
              "packing.pack",
              "lanes.leave"),
          carry());
    }
  }

  /** A copy of the route file without a part of it, in a running Camel Main. */
  abstract static class TranslateRoute extends CamelMainTestSupport {
    @TempDir Path folder;
    String failing = "";
    private final String without;
    private final List<String> taken = new CopyOnWriteArrayList<>();

    TranslateRoute(String without) {
      this.without = without;
    }

    List<String> carry() throws Exception {
      getMockEndpoint("mock:dispatch").expectedMessageCount(failing.isEmpty() ? 1 : 0);
      template().sendBody("direct:translate", "9970000001");
      getMockEndpoint("mock:dispatch").assertIsSatisfied();
      return List.copyOf(taken);
    }

    @Override
    protected void configure(MainConfigurationProperties configuration) {
      configuration.withRoutesIncludePattern(copy().toUri().toString());
    }

    @Override
    protected void bindToRegistry(Registry registry) {
      Stream.of(
              "outgoing",
              "translation",
              "checking",
              "addressees",
              "satellites",
              "versions",
              "corrections",
              "packing",
              "quarantine",
              "worksheets",
              "lanes")
          .forEach(bean -> registry.bind(bean, new Steps(bean)));
    }

    private Path copy() {
      try {
        String shipped = Files.readString(Path.of("routes/translate.yaml"));
        String changed = shipped.replace(without, "");
        if (!without.isEmpty()) {
          assertNotEquals(shipped, changed);
        }
        Map<String, String> stages =
            Map.of("{{stage.dispatch}}", "mock:dispatch", "{{stage.translate}}", "direct:hint");
        for (var stage : stages.entrySet()) {
          changed = changed.replace(stage.getKey(), stage.getValue());
        }
        return Files.writeString(folder.resolve("translate.yaml"), changed);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** One bean of the routes: its methods do nothing but tell. */
    public final class Steps {
      private final String bean;

      Steps(String bean) {
        this.bean = bean;
      }

      public void claim(Exchange exchange) {
        take("claim");
      }

      public void open(Exchange exchange) {
        take("open");
      }

      public void recognise(Exchange exchange) {
        take("recognise");
      }

      public void toStandard(Exchange exchange) {
        take("toStandard");
      }

      public void check(Exchange exchange) {
        take("check");
      }

      public void merge(Exchange exchange) {
        take("merge");
      }

      public void forAddressee(Exchange exchange) {
        take("forAddressee");
      }

      public void pack(Exchange exchange) {
        take("pack");
      }

      public void refuse(Exchange exchange) {
        take("refuse");
      }

      public void ask(Exchange exchange) {
        take("ask");
      }

      public void tryLater(Exchange exchange) {
        take("tryLater");
      }

      public void leave(Exchange exchange) {
        take("leave");
      }

      private void take(String method) {
        String step = bean + "." + method;
        taken.add(step);
        if (step.equals(failing)) {
          throw new IllegalStateException("synthetic");
        }
      }
    }
  }
}
