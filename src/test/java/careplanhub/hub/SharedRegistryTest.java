package careplanhub.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.Registry;
import org.junit.jupiter.api.Test;

class SharedRegistryTest {
  private static final int TIMES = 20_000;

  @Test
  void beansAreFoundByTypeWhileAnotherThreadBindsAndUnbinds() throws Exception {
    try (var context = new DefaultCamelContext()) {
      context.getRegistry().bind("before", "kept");
      SharedRegistry.use(context);
      Registry registry = context.getRegistry();
      var begin = new CountDownLatch(1);
      var threads = Executors.newFixedThreadPool(2);
      try {
        Future<?> binding =
            threads.submit(
                () -> {
                  begin.await();
                  for (int time = 0; time < TIMES; time++) {
                    registry.bind("bean" + time, "value");
                    if (time % 2 == 1) {
                      registry.unbind("bean" + time);
                    }
                  }
                  return null;
                });
        Future<?> searching =
            threads.submit(
                () -> {
                  begin.countDown();
                  for (int time = 0; time < TIMES / 100; time++) {
                    assertEquals(Set.of(), registry.findByType(Thread.class));
                  }
                  return null;
                });
        binding.get();
        searching.get();
      } finally {
        threads.shutdownNow();
      }
      assertEquals("kept", registry.lookupByName("before"));
      assertNotNull(registry.lookupByName("bean" + (TIMES - 2)));
      assertNull(registry.lookupByName("bean" + (TIMES - 1)));
      assertEquals(TIMES / 2 + 1, registry.findByTypeWithName(String.class).size());
    }
  }
}
