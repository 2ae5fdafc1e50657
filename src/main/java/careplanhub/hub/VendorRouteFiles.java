package careplanhub.hub;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.model.Model;
import org.apache.camel.model.RouteTemplateDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the running vendor routes as {@link VendorRoutes} says, on a thread of its own. One that
 * cannot run is told and stops nothing else. Its questions may be asked by any thread.
 */
final class VendorRouteFiles implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(VendorRouteFiles.class);

  private final CamelContext context;
  private final VendorRoutes routes;
  private final Path config;
  private final VendorPolls polls;
  private final RouteLoader loader;
  private final Map<String, String> tried = new HashMap<>();
  private final SortedMap<String, String> broken = new TreeMap<>();
  private List<RouteTemplateDefinition> templates = List.of();
  private final ScheduledExecutorService looking =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            var thread = new Thread(task, "vendor-routes");
            thread.setDaemon(true);
            return thread;
          });
  private volatile String warning = "";

  /**
   * @param config the folder {@code config/}, shown as the source of the routes
   */
  VendorRouteFiles(CamelContext context, VendorRoutes routes, Path config, VendorPolls polls) {
    this.context = context;
    this.routes = routes;
    this.config = config;
    this.polls = polls;
    this.loader = new RouteLoader(context);
  }

  /** Loads every route, then goes on looking for changes until closed. */
  VendorRouteFiles start(Duration interval) {
    look();
    var unused =
        looking.scheduleWithFixedDelay(
            this::look, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
    return this;
  }

  /** Japanese: what a person has to mend about the files; empty when all is well. */
  String warning() {
    return warning;
  }

  private void look() {
    try {
      VendorRoutes.Look seen = routes.look();
      bringUpToDate(seen.texts());
      SortedMap<String, String> all = new TreeMap<>(broken);
      all.putAll(seen.problems());
      String told = String.join(" ", all.values());
      if (!told.equals(warning) && !told.isEmpty()) {
        LOG.warn("{}", told);
      }
      warning = told;
      polls.keepOnly(running());
    } catch (Exception e) {
      LOG.error("The vendor routes cannot be looked at", e);
      warning = "経路の確認ができません。ログを確かめてください。";
    }
  }

  private Set<String> running() {
    Set<String> running = new HashSet<>();
    for (Route route : context.getRoutes()) {
      running.add(route.getRouteId());
    }
    return running;
  }

  private void bringUpToDate(SortedMap<String, String> texts) throws Exception {
    for (String name : new HashSet<>(tried.keySet())) {
      if (!texts.containsKey(name)) {
        loader.unload(name);
        tried.remove(name);
        broken.remove(name);
        LOG.info("vendor route {} stopped", name);
      }
    }
    List<RouteTemplateDefinition> now =
        List.copyOf(
            context
                .getCamelContextExtension()
                .getContextPlugin(Model.class)
                .getRouteTemplateDefinitions());
    boolean changedTemplates = !now.equals(templates);
    templates = now;
    for (Map.Entry<String, String> text : texts.entrySet()) {
      if (changedTemplates || !text.getValue().equals(tried.get(text.getKey()))) {
        load(text.getKey(), text.getValue());
      }
    }
  }

  private void load(String name, String text) {
    tried.put(name, text);
    try {
      loader.load(name, config.resolve("vendors").resolve(name + ".yaml").toUri(), text);
      broken.remove(name);
      LOG.info("vendor route {} runs", name);
    } catch (RouteFileException e) {
      LOG.warn("vendor route {} cannot run", name, e);
      broken.put(name, "経路 " + e.getMessage());
    }
  }

  @Override
  public void close() {
    looking.shutdownNow();
  }
}
