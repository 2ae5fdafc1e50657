package careplanhub.hub;

import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.StartupSummaryLevel;
import org.apache.camel.component.file.GenericFileEndpoint;
import org.apache.camel.component.mail.MailEndpoint;
import org.apache.camel.component.micrometer.routepolicy.MicrometerRoutePolicyFactory;
import org.apache.camel.main.Main;
import org.apache.camel.main.MainConfigurationProperties;
import org.apache.camel.main.SimpleMainShutdownStrategy;
import org.apache.camel.model.errorhandler.DefaultErrorHandlerDefinition;
import org.apache.camel.spi.CamelLogger;
import org.apache.camel.support.DefaultEndpoint;
import org.apache.camel.util.URISupport;
import org.slf4j.helpers.NOPLogger;

/**
 * The running Camel context of a hub: the YAML routes of one folder over the beans they name.
 * Changes in the folder take effect while it runs ({@link RouteFiles}). JMX and Micrometer count
 * every route; nothing that shows or logs message bodies (tracing, debugging, browsing, message
 * history) is on.
 *
 * <p>Whoever starts it closes it; {@link #close} waits a bounded time for exchanges in flight. Safe
 * for use by several threads.
 */
final class CamelRuntime implements AutoCloseable {
  private final Main main;
  private final JvmGcMetrics collections;
  private final PrometheusMeterRegistry meters;
  private final RouteFiles routeFiles;

  private CamelRuntime(
      Main main, PrometheusMeterRegistry meters, JvmGcMetrics collections, RouteFiles routeFiles) {
    this.main = main;
    this.meters = meters;
    this.collections = collections;
    this.routeFiles = routeFiles;
  }

  /** Makes the beans that routes name, for a context that is made but not started. */
  @FunctionalInterface
  interface BeansOf {
    Map<String, Object> of(CamelContext context) throws Exception;
  }

  /**
   * Starts the context and every route of the folder; returns when the routes that can run do run.
   * A broken route file does not stop the others: see {@link #routeFiles()} for what it lacks.
   *
   * @param routesFolder holds {@code *.yaml}; need not have any yet
   * @param beans makes what is bound in Camel's registry, by name; asked once, before any route
   *     runs
   * @param properties what routes write as <code>{{name}}</code>, and Camel Main's own {@code
   *     camel.*} options; no secrets, since JMX shows resolved endpoint addresses
   * @throws Exception when Camel itself cannot start
   */
  static CamelRuntime start(
      Path routesFolder,
      BeansOf beans,
      Map<String, String> properties,
      RuntimeSettings settings,
      Clock clock)
      throws Exception {
    return start(
        routesFolder, beans, (name, type) -> Optional.empty(), properties, settings, clock);
  }

  /**
   * The same.
   *
   * @param secrets asked for what routes name and what must not be kept among the beans
   */
  static CamelRuntime start(
      Path routesFolder,
      BeansOf beans,
      SharedRegistry.Secrets secrets,
      Map<String, String> properties,
      RuntimeSettings settings,
      Clock clock)
      throws Exception {
    var meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    var main = new Main();
    main.setShutdownStrategy(new SimpleMainShutdownStrategy());
    main.setDefaultPropertyPlaceholderLocation("false");
    properties.forEach(main::addInitialProperty);
    configure(main.configure(), settings);
    main.init();
    try {
      CamelContext context = main.getCamelContext();
      SharedRegistry.use(context, secrets);
      beans.of(context).forEach(context.getRegistry()::bind);
      countAndProtect(context, meters);
      main.start();
      var routeFiles = new RouteFiles(context, routesFolder, settings, clock);
      routeFiles.start();
      return new CamelRuntime(main, meters, bindProcessMeters(meters), routeFiles);
    } catch (Exception e) {
      main.stop();
      throw e;
    }
  }

  CamelContext context() {
    return main.getCamelContext();
  }

  /** Route and process meters; the hub adds its own counters here. */
  PrometheusMeterRegistry meters() {
    return meters;
  }

  RouteFiles routeFiles() {
    return routeFiles;
  }

  @Override
  public void close() {
    routeFiles.close();
    main.stop();
    collections.close();
    meters.close();
  }

  private static void configure(
      MainConfigurationProperties configuration, RuntimeSettings settings) {
    configuration
        .withName(settings.name())
        .withAutoConfigurationLogSummary(false)
        .withShutdownTimeout(Math.toIntExact(settings.shutdownTimeout().toSeconds()))
        .withShutdownNowOnTimeout(true)
        .withShutdownLogInflightExchangesOnTimeout(false)
        .withStreamCachingEnabled(false)
        .withMessageHistory(false)
        .withTracing(false)
        .withTracingStandby(false)
        .withDevConsoleEnabled(false)
        .withInflightRepositoryBrowseEnabled(false)
        .withLogMask(true)
        .withLogExhaustedMessageBody(false)
        .withRoutesReloadEnabled(false);
    configuration.setStartupSummaryLevel(StartupSummaryLevel.Oneline);
    configuration.setJmxUpdateRouteEnabled(false);
  }

  private static void countAndProtect(CamelContext context, PrometheusMeterRegistry meters)
      throws Exception {
    var counting = new MicrometerRoutePolicyFactory();
    counting.setMeterRegistry(meters);
    context.addRoutePolicyFactory(counting);
    context.getManagementStrategy().addEventNotifier(new FailureLog(context.getName()));
    var errors = new DefaultErrorHandlerDefinition();
    errors.logger(new CamelLogger(NOPLogger.NOP_LOGGER));
    var extension = context.getCamelContextExtension();
    extension.setErrorHandlerFactory(errors);
    extension.registerEndpointCallback((uri, endpoint) -> quiet(endpoint));
    FailureLog.silenceFileNames();
  }

  private static Endpoint quiet(Endpoint endpoint) {
    String address = URISupport.sanitizeUri(endpoint.getEndpointBaseUri());
    if (endpoint instanceof DefaultEndpoint consuming && consuming.getExceptionHandler() == null) {
      consuming.setExceptionHandler(
          endpoint instanceof MailEndpoint
              ? FailureLog.afterwards(address)
              : new FailureLog(address));
    }
    if (endpoint instanceof GenericFileEndpoint<?> files
        && files.getOnCompletionExceptionHandler() == null) {
      files.setOnCompletionExceptionHandler(FailureLog.afterwards(address));
    }
    return endpoint;
  }

  private static JvmGcMetrics bindProcessMeters(PrometheusMeterRegistry meters) {
    new JvmMemoryMetrics().bindTo(meters);
    new JvmThreadMetrics().bindTo(meters);
    new ProcessorMetrics().bindTo(meters);
    new UptimeMetrics().bindTo(meters);
    var collections = new JvmGcMetrics();
    collections.bindTo(meters);
    return collections;
  }
}
