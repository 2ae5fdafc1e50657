package careplanhub.hub;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteConfigurationBuilder;
import org.apache.camel.model.Model;
import org.apache.camel.model.RouteConfigurationDefinition;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.model.RouteTemplateDefinition;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/**
 * Puts the routes, route templates and route configurations of one YAML file into a running
 * context, whole or not at all: when a new version cannot run, the last one that could goes on.
 * Camel's own reload leaves a route stopped then, and does not make templated routes again.
 *
 * <p>Not safe for use by several threads; several loaders of one context may work at a time.
 */
final class RouteLoader {
  private final CamelContext context;
  private final Model model;
  private final Map<String, Loaded> files = new HashMap<>();

  RouteLoader(CamelContext context) {
    this.context = context;
    this.model = context.getCamelContextExtension().getContextPlugin(Model.class);
  }

  private record Loaded(
      String content,
      List<RouteDefinition> routes,
      List<RouteTemplateDefinition> templates,
      List<RouteConfigurationDefinition> configurations) {
    boolean isShared() {
      return !templates.isEmpty() || !configurations.isEmpty();
    }

    Loaded without(Loaded before) {
      routes.removeAll(before.routes);
      templates.removeAll(before.templates);
      configurations.removeAll(before.configurations);
      return this;
    }
  }

  /** Whether routes of other files may be made from what this file defines. */
  boolean isShared(String file) {
    Loaded loaded = files.get(file);
    return loaded != null && loaded.isShared();
  }

  /**
   * Replaces what the file brought before by what it says now.
   *
   * @param location where the file stands, shown as the source of its routes
   * @throws RouteFileException when it cannot run; the version before it still does
   */
  void load(String file, URI location, String content) throws RouteFileException {
    RouteConfigurationBuilder builder = parse(location, content);
    synchronized (model) {
      requireOwnRouteIds(file, builder);
      @Nullable Loaded before = files.get(file);
      try {
        unload(file);
        apply(file, builder, content);
      } catch (Exception e) {
        restore(file, location, before);
        throw new RouteFileException(file + " のルートを動かせません。使う部品・エンドポイント・設定の名前を確かめてください。", e);
      }
    }
  }

  /** Stops and removes everything the file brought. */
  void unload(String file) throws Exception {
    Loaded loaded = files.remove(file);
    if (loaded != null) {
      synchronized (model) {
        remove(loaded);
      }
    }
  }

  private RouteConfigurationBuilder parse(URI location, String content) throws RouteFileException {
    String file = nameOf(location);
    try {
      Resource resource = ResourceHelper.fromString(location.toString(), content);
      for (RoutesBuilder builder :
          PluginHelper.getRoutesLoader(context).findRoutesBuilders(List.of(resource))) {
        if (builder instanceof RouteConfigurationBuilder routes) {
          routes.configureRoutes(context);
          routes.configuration();
          if (definesSomething(routes)) {
            return routes;
          }
        }
      }
    } catch (Exception e) {
      throw new RouteFileException(file + lineOf(e) + "がルートとして読めません。YAML の書き方を確かめてください。", e);
    }
    throw new RouteFileException(file + " にルートがありません。ルートを書くか、ファイルを消してください。");
  }

  private static boolean definesSomething(RouteConfigurationBuilder builder) {
    return !builder.getRouteCollection().getRoutes().isEmpty()
        || !builder.getRouteTemplateCollection().getRouteTemplates().isEmpty()
        || !builder.getTemplatedRouteCollection().getTemplatedRoutes().isEmpty()
        || !builder.getRouteConfigurationCollection().getRouteConfigurations().isEmpty();
  }

  private void requireOwnRouteIds(String file, RouteConfigurationBuilder builder)
      throws RouteFileException {
    var seen = new HashSet<String>();
    for (RouteDefinition route : builder.getRouteCollection().getRoutes()) {
      if (!route.hasCustomIdAssigned()) {
        throw new RouteFileException(file + " に id のないルートがあります。すべてのルートに id を付けてください。");
      }
      boolean elsewhere = context.getRoute(route.getRouteId()) != null && !owns(file, route);
      if (!seen.add(route.getRouteId()) || elsewhere) {
        throw new RouteFileException(
            file + " のルート id「" + route.getRouteId() + "」が重複しています。別の id にしてください。");
      }
    }
  }

  private boolean owns(String file, RouteDefinition route) {
    Loaded loaded = files.get(file);
    return loaded != null
        && loaded.routes().stream().anyMatch(own -> own.getRouteId().equals(route.getRouteId()));
  }

  private void apply(String file, RouteConfigurationBuilder builder, String content)
      throws Exception {
    Loaded before = everything(content);
    try {
      builder.addRouteConfigurationsToCamelContext(context);
      builder.updateRoutesToCamelContext(context);
      builder.addTemplatedRoutesToCamelContext(context);
    } catch (Exception e) {
      remove(everything(content).without(before));
      throw e;
    }
    files.put(file, everything(content).without(before));
  }

  private void restore(String file, URI location, @Nullable Loaded before)
      throws RouteFileException {
    if (before == null) {
      return;
    }
    RouteConfigurationBuilder builder = parse(location, before.content());
    try {
      apply(file, builder, before.content());
    } catch (Exception e) {
      throw new RouteFileException(file + " の前の版にも戻せません。このルートは止まっています。", e);
    }
  }

  private void remove(Loaded loaded) throws Exception {
    model.removeRouteDefinitions(loaded.routes());
    model.removeRouteTemplateDefinitions(loaded.templates());
    // Camel's own removal goes by id and may take another file's configuration that has none.
    model.getRouteConfigurationDefinitions().removeAll(loaded.configurations());
  }

  private Loaded everything(String content) {
    return new Loaded(
        content,
        new ArrayList<>(model.getRouteDefinitions()),
        new ArrayList<>(model.getRouteTemplateDefinitions()),
        new ArrayList<>(model.getRouteConfigurationDefinitions()));
  }

  private static String nameOf(URI location) {
    String path = location.getPath();
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static String lineOf(@Nullable Throwable failure) {
    for (Throwable each = failure; each != null; each = each.getCause()) {
      if (each instanceof MarkedYamlEngineException marked && marked.getProblemMark().isPresent()) {
        Mark mark = marked.getProblemMark().get();
        return " の " + (mark.getLine() + 1) + " 行目";
      }
    }
    return " ";
  }
}
