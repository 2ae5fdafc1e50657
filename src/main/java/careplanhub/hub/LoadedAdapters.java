package careplanhub.hub;

import careplanhub.office.ConfigurationException;
import careplanhub.office.Directory;
import careplanhub.office.Office;
import careplanhub.office.VendorSettings;
import careplanhub.vendor.Adapter;
import careplanhub.vendor.AdapterFolder;
import careplanhub.vendor.AdapterHash;
import careplanhub.vendor.Adapters;
import careplanhub.vendor.ApprovedAdapters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The adapters that a hub uses, kept as their folders stand on the disk: a new or changed one is
 * loaded when two looks in a row see it alike, one that is broken or not approved leaves its last
 * good version at work, and none stops another. Whoever translates asks {@link #current()} once, so
 * that one translation has one version from start to end.
 *
 * <p>Safe for every thread.
 */
public final class LoadedAdapters {
  private static final Logger LOG = LoggerFactory.getLogger(LoadedAdapters.class);
  private static final String THE_FOLDER = "";
  private static final String UNREADABLE = "unreadable";

  private final Path vendors;
  private final VendorSettings settings;
  private final Directory directory;
  private final Map<String, String> lastSeen = new TreeMap<>();
  private final Map<String, Candidate> candidates = new TreeMap<>();
  private final SortedMap<String, Adapter> good = new TreeMap<>();
  private final SortedMap<String, String> problems = new TreeMap<>();
  private ApprovedAdapters approved = new ApprovedAdapters(List.of());
  private volatile Adapters current = Adapters.of(List.of());
  private volatile String warning = "";

  /** What stood in a folder at a look: an adapter, or why it is none. */
  private record Candidate(String seen, @Nullable Adapter adapter, String problem) {}

  /**
   * Loads what can be loaded.
   *
   * @param vendors the folder {@code config/vendors}
   * @param directory tells which adapters the offices need
   */
  LoadedAdapters(Path vendors, VendorSettings settings, Directory directory) {
    this.vendors = vendors;
    this.settings = settings;
    this.directory = directory;
    look(true);
  }

  /** The adapters as they are now; what is asked of the answer does not change any more. */
  Adapters current() {
    return current;
  }

  /** Japanese: which adapters need a person, and why; empty when all is well. */
  String warning() {
    return warning;
  }

  /**
   * Whether the office's software needs an adapter that cannot be used now, so that its files have
   * to wait.
   */
  boolean isMissingFor(Office office) {
    return !office.speaksStandard() && current.named(office.software()).isEmpty();
  }

  /** Looks at the folders once. */
  public void look() {
    look(false);
  }

  private synchronized void look(boolean first) {
    SortedMap<String, String> before = new TreeMap<>(problems);
    problems.clear();
    try {
      Map<String, Path> folders = folders();
      for (Map.Entry<String, Path> folder : folders.entrySet()) {
        take(folder.getKey(), folder.getValue(), first);
      }
      forget(folders.keySet());
      readApprovals();
      decide();
    } catch (IOException | UncheckedIOException e) {
      problems.put(THE_FOLDER, vendors + ": フォルダを読めません。アクセス権を確かめてください。");
    }
    tellOffices();
    problems.forEach(
        (name, problem) -> {
          if (!problem.equals(before.get(name))) {
            LOG.warn("{}", problem);
          }
        });
    warning = String.join(" ", problems.values());
  }

  private Map<String, Path> folders() throws IOException {
    Map<String, Path> folders = new TreeMap<>();
    for (Path folder : Adapters.folders(vendors)) {
      if (folders.size() == settings.maximumAdapters()) {
        problems.put(
            THE_FOLDER, vendors + ": アダプタの数が設定 vendors.maximumAdapters を超えています。後の名前のものは使いません。");
        break;
      }
      folders.put(String.valueOf(folder.getFileName()), folder);
    }
    return folders;
  }

  /** Reads a folder that changed and has come to rest: an editor may be half way. */
  private void take(String name, Path folder, boolean first) {
    String seen = signature(folder);
    String earlier = lastSeen.put(name, seen);
    Candidate candidate = candidates.get(name);
    boolean settled = first || seen.equals(earlier);
    if (settled && (candidate == null || !candidate.seen.equals(seen))) {
      candidates.put(name, read(folder, seen));
    }
  }

  private Candidate read(Path folder, String seen) {
    try {
      return new Candidate(seen, AdapterFolder.read(folder, settings).adapter(), "");
    } catch (ConfigurationException e) {
      return new Candidate(seen, null, String.valueOf(e.getMessage()));
    } catch (IOException | UncheckedIOException e) {
      return new Candidate(seen, null, folder + ": 読めないファイルがあります。アクセス権を確かめてください。");
    } catch (RuntimeException e) {
      LOG.warn("adapter {} cannot be loaded, {}", folder.getFileName(), Troubles.nameOf(e));
      return new Candidate(
          seen, null, folder + ": 思わぬ理由で読み込めません（" + e.getClass().getSimpleName() + "）。");
    }
  }

  /** What tells whether a file that counts has changed. */
  private static String signature(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      List<String> lines = new ArrayList<>();
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        String name = folder.relativize(file).toString().replace('\\', '/');
        if (AdapterHash.counts(name)) {
          lines.add(name + " " + Files.size(file) + " " + Files.getLastModifiedTime(file));
        }
      }
      return String.join("\n", lines);
    } catch (IOException | UncheckedIOException e) {
      LOG.debug("a folder of an adapter cannot be looked at", e);
      return UNREADABLE;
    }
  }

  /** An adapter goes when two looks in a row did not find its folder. */
  private void forget(Set<String> there) {
    for (String name : new HashSet<>(candidates.keySet())) {
      if (!there.contains(name) && lastSeen.remove(name) == null) {
        candidates.remove(name);
        good.remove(name);
        LOG.info("adapter {} is gone", name);
      }
    }
  }

  private void readApprovals() {
    try {
      approved = ApprovedAdapters.read(vendors);
    } catch (ConfigurationException e) {
      problems.put(THE_FOLDER, String.valueOf(e.getMessage()));
    }
  }

  private void decide() {
    good.values().removeIf(adapter -> !isApproved(adapter));
    candidates.forEach(this::decide);
    current = Adapters.of(good.values());
  }

  private void decide(String name, Candidate candidate) {
    Adapter adapter = candidate.adapter;
    if (adapter == null) {
      problems.put(name, candidate.problem + " " + remedy(name));
    } else if (!isApproved(adapter)) {
      problems.put(
          name,
          "アダプタ "
              + name
              + " の今の内容は承認されていません。確かめて ./hub adapter approve "
              + name
              + " --by 承認者 --config "
              + Objects.requireNonNullElse(vendors.getParent(), vendors)
              + " で承認してください。"
              + remedy(name));
    } else {
      Adapter before = good.put(name, adapter);
      if (before == null || !before.sha256().equals(adapter.sha256())) {
        LOG.info("adapter {} {} is used, SHA-256 {}", name, adapter.version(), adapter.sha256());
      }
    }
  }

  private boolean isApproved(Adapter adapter) {
    return !settings.approvedOnly() || approved.contains(adapter.name(), adapter.sha256());
  }

  private String remedy(String name) {
    Adapter at = good.get(name);
    return at == null ? "それまでこのアダプタは使いません。" : "それまで前の版（" + at.version() + "）で動きます。";
  }

  /** Their files wait, so somebody has to know. */
  private void tellOffices() {
    String waiting =
        directory.offices().stream()
            .filter(this::isMissingFor)
            .map(office -> office.number() + "（" + office.software() + "）")
            .collect(Collectors.joining("、"));
    if (!waiting.isEmpty()) {
      problems.put("~offices", "アダプタが使えないので、次の事業所のファイルは待っています: " + waiting + "。使えるようになれば自動で続きます。");
    }
  }
}
