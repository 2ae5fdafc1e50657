package careplanhub.vendor;

/**
 * What the mapping language cannot say, in Java. An {@code adapter.yaml} names it by {@code java:
 * NAME}; it is found by {@link java.util.ServiceLoader} on the program's own classpath and nowhere
 * else, so that no folder of an adapter brings code. Implementations need a public constructor
 * without parameters, keep nothing between files and are safe for every thread.
 */
public sealed interface JavaAdapter permits BindyAdapter, FileAdapter {
  /** The name by which adapters' files call it: lower-case letters, digits and hyphens. */
  String name();
}
