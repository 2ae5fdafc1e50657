package careplanhub.hub;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.support.DefaultRegistry;
import org.apache.camel.support.SimpleRegistry;
import org.jspecify.annotations.Nullable;

/**
 * Camel's map of beans, for several threads. Camel's own is a plain map: while one office's TLS
 * context is bound, another office's search for beans by their type fails. Names of secrets are
 * looked up when they are asked for, and never kept.
 */
final class SharedRegistry extends SimpleRegistry {
  private static final long serialVersionUID = 1L;

  private transient Secrets secrets = (name, type) -> Optional.empty();

  private SharedRegistry(Map<String, Map<Class<?>, Object>> beans) {
    super.putAll(beans);
  }

  /** Tells what is looked up at each question. */
  @FunctionalInterface
  interface Secrets {
    /** The object of this name and type; empty when the name means none. */
    Optional<Object> lookup(String name, Class<?> type);
  }

  /** Takes the place of the context's own map, with the beans that it has. */
  static void use(CamelContext context) {
    use(context, (name, type) -> Optional.empty());
  }

  /**
   * The same.
   *
   * @param secrets asked before the map
   */
  static void use(CamelContext context, Secrets secrets) {
    if (context.getRegistry() instanceof DefaultRegistry registry
        && registry.getFallbackRegistry() instanceof SimpleRegistry own) {
      SharedRegistry shared = new SharedRegistry(own);
      shared.secrets = secrets;
      registry.setFallbackRegistry(shared);
    } else {
      throw new IllegalStateException("Camel has another registry than the one this is for");
    }
  }

  @Override
  public <T> T lookupByNameAndType(String name, Class<T> type) {
    Optional<Object> secret = secrets.lookup(name, type);
    if (secret.isPresent()) {
      return type.cast(secret.get());
    }
    synchronized (this) {
      return super.lookupByNameAndType(name, type);
    }
  }

  @Override
  public Object lookupByName(String name) {
    return secrets.lookup(name, Object.class).orElseGet(() -> kept(name));
  }

  private synchronized @Nullable Object kept(String name) {
    return super.lookupByName(name);
  }

  @Override
  public synchronized <T> Map<String, T> findByTypeWithName(Class<T> type) {
    return super.findByTypeWithName(type);
  }

  @Override
  public synchronized <T> Set<T> findByType(Class<T> type) {
    return super.findByType(type);
  }

  @Override
  public synchronized void bind(String id, Class<?> type, Object bean) {
    super.bind(id, type, bean);
  }

  @Override
  public synchronized void unbind(String id) {
    super.unbind(id);
  }
}
