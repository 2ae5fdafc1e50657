package careplanhub.hub;

import java.time.Duration;

/**
 * The bounds of a {@link CamelRuntime}.
 *
 * @param name the Camel context's name in JMX and in Hawtio; a second context of the same name in
 *     one process gets a number behind it
 * @param shutdownTimeout how long a stop waits for exchanges in flight before it cuts them off
 * @param routeScanInterval how often the routes folder is looked at; a change is loaded when two
 *     looks in a row see the same content
 * @param maximumRouteFiles more files than this in the routes folder are not loaded and make the
 *     hub's health DOWN
 * @param maximumRouteFileBytes a longer route file is not loaded
 */
record RuntimeSettings(
    String name,
    Duration shutdownTimeout,
    Duration routeScanInterval,
    int maximumRouteFiles,
    int maximumRouteFileBytes) {

  static RuntimeSettings defaults() {
    return new RuntimeSettings(
        "careplan-hub", Duration.ofSeconds(20), Duration.ofSeconds(1), 500, 1 << 20);
  }

  RuntimeSettings named(String newName) {
    return new RuntimeSettings(
        newName, shutdownTimeout, routeScanInterval, maximumRouteFiles, maximumRouteFileBytes);
  }

  RuntimeSettings scannedEvery(Duration interval) {
    return new RuntimeSettings(
        name, shutdownTimeout, interval, maximumRouteFiles, maximumRouteFileBytes);
  }
}
