package careplanhub.hub;

import careplanhub.office.HubSettings;
import careplanhub.office.VendorRouteSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * What the stages' route files write as <code>{{name}}</code>. A full queue drops hints: the ledger
 * still knows.
 */
final class StageProperties {
  private StageProperties() {}

  /** What the templates of vendor routes write. */
  static Map<String, String> ofVendorRoutes(HubSettings all, Path keys) {
    VendorRouteSettings settings = all.vendorRoutes();
    return Map.ofEntries(
        time("vendorRoutes.pollInterval", settings.pollInterval()),
        time("vendorRoutes.connectTimeout", settings.connectTimeout()),
        time("vendorRoutes.answerTimeout", settings.answerTimeout()),
        number("vendorRoutes.maximumFiles", settings.maximumFiles()),
        number("vendorMail.maximumMessages", all.vendorMail().maximumMessages()),
        number("vendorRoutes.failuresBeforePause", settings.failuresBeforePause()),
        number("vendorRoutes.pausedPolls", settings.pausedPolls()),
        Map.entry("hub.knownHosts", keys.resolve("known_hosts").toString()));
  }

  private static Map.Entry<String, String> number(String name, int number) {
    return Map.entry(name, String.valueOf(number));
  }

  static Map<String, String> of(HubSettings settings) {
    int consumers = settings.dispatch().laneConcurrency();
    return Map.ofEntries(
        stage("translate", consumers),
        stage("dispatch", consumers),
        stage("collect", consumers),
        stage("deliver", consumers),
        stage("acknowledge", consumers),
        stage("track", consumers),
        stage("worksheets", consumers),
        time("hub.scanInterval", settings.intake().scanInterval()),
        time("hub.sweepInterval", settings.dispatch().sweepInterval()),
        time("hub.vendorScanInterval", settings.vendors().scanInterval()),
        time("hub.pollInterval", settings.relay().pollInterval()),
        time("hub.trackInterval", settings.relay().trackInterval()),
        time("hub.listInterval", settings.lists().refreshInterval()),
        time("hub.purgeInterval", settings.retention().purgeInterval()),
        Map.entry("hub.filesPerScan", String.valueOf(settings.intake().maximumFilesPerScan())));
  }

  private static Map.Entry<String, String> stage(String name, int consumers) {
    return Map.entry(
        "stage." + name,
        "seda:" + name + "?concurrentConsumers=" + consumers + "&discardWhenFull=true");
  }

  private static Map.Entry<String, String> time(String name, Duration duration) {
    return Map.entry(name, String.valueOf(duration.toMillis()));
  }
}
