package careplanhub.hub;

import java.util.Map;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.support.DefaultRegistry;
import org.apache.camel.support.SimpleRegistry;

/**
 * Camel's map of beans, for several threads. Camel's own is a plain map: while one office's TLS
 * context is bound, another office's search for beans by their type fails.
 */
final class SharedRegistry extends SimpleRegistry {
  private static final long serialVersionUID = 1L;

  private SharedRegistry(Map<String, Map<Class<?>, Object>> beans) {
    super.putAll(beans);
  }

  /** Takes the place of the context's own map, with the beans that it has. */
  static void use(CamelContext context) {
    if (context.getRegistry() instanceof DefaultRegistry registry
        && registry.getFallbackRegistry() instanceof SimpleRegistry own) {
      registry.setFallbackRegistry(new SharedRegistry(own));
    } else {
      throw new IllegalStateException("Camel has another registry than the one this is for");
    }
  }

  @Override
  public synchronized <T> T lookupByNameAndType(String name, Class<T> type) {
    return super.lookupByNameAndType(name, type);
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
