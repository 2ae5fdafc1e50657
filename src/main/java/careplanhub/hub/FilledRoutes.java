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
import java.util.function.Consumer;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.model.Model;
import org.apache.camel.model.RouteTemplateDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the running routes that fill in templates as a source says, on a thread of its own. One
 * that cannot run is told and stops nothing else. Its questions may be asked by any thread.
 */
final class FilledRoutes implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(FilledRoutes.class);

  private final CamelContext context;
  private final Source routes;
  private final Path folder;
  private final Consumer<Set<String>> afterLook;
  private final RouteLoader loader;
  private final Map<String, String> tried = new HashMap<>();
  private final SortedMap<String, String> broken = new TreeMap<>();
  private List<RouteTemplateDefinition> templates = List.of();
  private final ScheduledExecutorService looking =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            var thread = new Thread(task, "filled-routes");
            thread.setDaemon(true);
            return thread;
          });
  private volatile String warning = "";

  /**
   * What is to run now.
   *
   * @param texts YAML of routes by their names, such as {@code jittai-9910000029}
   * @param problems what is wrong, in Japanese, by the same names, or "" for all
   */
  record Look(SortedMap<String, String> texts, SortedMap<String, String> problems) {}

  /** Says which routes are to run. */
  @FunctionalInterface
  interface Source {
    /** Reads everything anew. */
    Look look();
  }

  /**
   * @param folder shown as the place of the routes
   * @param afterLook told of all routes that run after each look
   */
  FilledRoutes(CamelContext context, Source routes, Path folder, Consumer<Set<String>> afterLook) {
    this.context = context;
    this.routes = routes;
    this.folder = folder;
    this.afterLook = afterLook;
    this.loader = new RouteLoader(context);
  }

  /** Loads every route, then goes on looking for changes until closed. */
  FilledRoutes start(Duration interval) {
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
      Look seen = routes.look();
      bringUpToDate(seen.texts());
      SortedMap<String, String> all = new TreeMap<>(broken);
      all.putAll(seen.problems());
      String told = String.join(" ", all.values());
      if (!told.equals(warning) && !told.isEmpty()) {
        LOG.warn("{}", told);
      }
      warning = told;
      afterLook.accept(running());
    } catch (Exception e) {
      LOG.error("The filled routes cannot be looked at", e);
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
        LOG.info("route {} stopped", name);
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
      // Camel takes all after the first dot for the file's kind, and a host's name has dots.
      loader.load(name, folder.resolve(name.replace('.', '_') + ".yaml").toUri(), text);
      broken.remove(name);
      LOG.info("route {} runs", name);
    } catch (RouteFileException e) {
      LOG.warn("route {} cannot run", name, e);
      broken.put(name, "経路 " + e.getMessage());
    }
  }

  @Override
  public void close() {
    looking.shutdownNow();
  }
}
