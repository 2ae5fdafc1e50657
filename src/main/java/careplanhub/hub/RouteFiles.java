package careplanhub.hub;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The route files of a folder ({@code *.yaml}, not hidden, not in subfolders), kept as they stand
 * on the disk: a new or changed file is loaded, the routes of a removed one are stopped, a broken
 * one is remembered with its reason until it is mended, while its last version that could run goes
 * on.
 *
 * <p>The folder is read whole at every look instead of watched: Camel's watcher forgets a broken
 * file as soon as another one loads, never sees a removal, and dies of an overflow of events.
 *
 * <p>Its questions may be asked by any thread.
 */
final class RouteFiles implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RouteFiles.class);

  private static final String THE_FOLDER = "";

  private final Path folder;
  private final RuntimeSettings settings;
  private final Clock clock;
  private final RouteLoader loader;
  private final Map<String, String> tried = new HashMap<>();
  private final ScheduledExecutorService looking =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            var thread = new Thread(task, "route-files");
            thread.setDaemon(true);
            return thread;
          });
  private final Map<String, String> broken = new HashMap<>();
  private final Map<String, RouteFileException> causes = new HashMap<>();
  private Look lastLook = new Look(new TreeMap<>(), new TreeMap<>());
  private volatile SortedMap<String, String> problems = new TreeMap<>();
  private volatile Instant lastFinished;

  RouteFiles(CamelContext context, Path folder, RuntimeSettings settings, Clock clock) {
    this.folder = folder;
    this.settings = settings;
    this.clock = clock;
    this.loader = new RouteLoader(context);
    this.lastFinished = clock.instant();
  }

  /** Loads every file, then goes on looking for changes until closed. */
  void start() {
    look(true);
    long every = settings.routeScanInterval().toMillis();
    var unused =
        looking.scheduleWithFixedDelay(() -> look(false), every, every, TimeUnit.MILLISECONDS);
  }

  /** The files that cannot run as they stand: name and a Japanese sentence why. */
  SortedMap<String, String> problems() {
    return problems;
  }

  /** When a look at the folder last came to its end; an old one means that looking is stuck. */
  Instant lastFinished() {
    return lastFinished;
  }

  @Override
  public void close() {
    looking.shutdown();
    try {
      if (!looking.awaitTermination(settings.shutdownTimeout().toMillis(), TimeUnit.MILLISECONDS)) {
        looking.shutdownNow();
      }
    } catch (InterruptedException e) {
      looking.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }

  private void look(boolean first) {
    try {
      Look seen = read();
      bringUpToDate(seen, first);
      lastLook = seen;
      var all = new TreeMap<>(broken);
      all.putAll(seen.unreadable());
      problems = all;
    } catch (Exception e) {
      if (!problems.containsKey(THE_FOLDER)) {
        LOG.error("The routes folder cannot be looked at", e);
      }
      problems = new TreeMap<>(Map.of(THE_FOLDER, "ルートのフォルダーが読めません。フォルダーがあるか確かめてください。"));
    }
    lastFinished = clock.instant();
  }

  private Look read() throws IOException {
    var contents = new TreeMap<String, String>();
    var unreadable = new TreeMap<String, String>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.yaml")) {
      for (Path file : files) {
        String name = file.getFileName().toString();
        if (name.startsWith(".")) {
          continue;
        }
        if (contents.size() == settings.maximumRouteFiles()) {
          unreadable.put(name, "ルートのファイルが多すぎます。減らすか、設定の上限を上げてください。");
          continue;
        }
        readInto(file, name, contents, unreadable);
      }
    }
    return new Look(contents, unreadable);
  }

  private void readInto(
      Path file, String name, Map<String, String> contents, Map<String, String> unreadable) {
    int most = settings.maximumRouteFileBytes();
    try (InputStream in = Files.newInputStream(file)) {
      byte[] content = in.readNBytes(most + 1);
      if (content.length > most) {
        unreadable.put(name, name + " が大きすぎます（上限 " + most + " バイト）。");
      } else {
        contents.put(name, UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString());
      }
    } catch (CharacterCodingException e) {
      unreadable.put(name, name + " の文字コードが UTF-8 ではありません。UTF-8 で保存してください。");
    } catch (IOException e) {
      unreadable.put(name, name + " が読めません。ファイルの権限を確かめてください。");
    }
  }

  /** Acts only on what two looks in a row agree about: an editor may be half way. */
  private void bringUpToDate(Look seen, boolean first) throws Exception {
    var changed = new TreeSet<String>();
    seen.contents()
        .forEach(
            (name, content) -> {
              boolean settled = first || content.equals(lastLook.contents().get(name));
              if (settled && !content.equals(tried.get(name))) {
                changed.add(name);
              }
            });
    var gone = new TreeSet<>(tried.keySet());
    gone.removeIf(name -> seen.has(name) || lastLook.has(name));
    if (changed.isEmpty() && gone.isEmpty()) {
      return;
    }
    boolean shared = Stream.concat(changed.stream(), gone.stream()).anyMatch(loader::isShared);
    for (String name : gone) {
      loader.unload(name);
      tried.remove(name);
      broken.remove(name);
      LOG.info("Routes of {} stopped: the file is gone", name);
    }
    changed.addAll(broken.keySet());
    load(seen, changed);
    if (!first && (shared || changed.stream().anyMatch(loader::isShared))) {
      var others = new TreeSet<>(seen.contents().keySet());
      others.removeAll(changed);
      load(seen, others);
    }
  }

  /**
   * A file may need a template of another one, so those that failed are tried while others succeed.
   */
  private void load(Look seen, Set<String> names) {
    var waiting = new ArrayList<String>(names);
    waiting.retainAll(seen.contents().keySet());
    waiting.sort(Comparator.comparing(name -> !definesForOthers(seen.contentOf(name))));
    int before;
    do {
      before = waiting.size();
      waiting.removeIf(name -> load(name, seen.contentOf(name)));
    } while (!waiting.isEmpty() && waiting.size() < before);
    for (String name : waiting) {
      LOG.warn("Route file {} cannot run", name, causes.get(name));
    }
    causes.clear();
  }

  private boolean load(String name, String content) {
    tried.put(name, content);
    try {
      loader.load(name, folder.resolve(name).toUri(), content);
      broken.remove(name);
      LOG.info("Routes of {} loaded", name);
      return true;
    } catch (RouteFileException e) {
      broken.put(name, e.getMessage());
      causes.put(name, e);
      return false;
    }
  }

  private static boolean definesForOthers(String content) {
    return content.contains("routeTemplate:") || content.contains("routeConfiguration:");
  }

  private record Look(SortedMap<String, String> contents, SortedMap<String, String> unreadable) {
    boolean has(String name) {
      return contents.containsKey(name) || unreadable.containsKey(name);
    }

    String contentOf(String name) {
      return Objects.requireNonNull(contents.get(name));
    }
  }
}
