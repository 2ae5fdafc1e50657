package careplanhub.fax.page;

import careplanhub.office.FaxSettings;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decodes the pages of TIFF and PDF files, each in a child process of its own: its own heap, no
 * environment, the file on its standard input, the pages on its standard output, its error output
 * thrown away. A child that takes too long is killed. Thread-safe.
 */
public final class PageDecoder {
  private static final Logger LOG = LoggerFactory.getLogger(PageDecoder.class);
  private static final int PART = 1 << 16;
  private static final Duration END = Duration.ofSeconds(10);

  /** What a JVM exits with by -XX:+ExitOnOutOfMemoryError. */
  private static final int OUT_OF_MEMORY = 3;

  private static final List<String> LEAN =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-XX:ActiveProcessorCount=1",
          "-XX:MaxMetaspaceSize=96m",
          "-XX:+ExitOnOutOfMemoryError",
          "-XX:+DisplayVMOutputToStderr",
          "-XX:-CreateCoredumpOnCrash",
          "-XX:ErrorFile=" + System.getProperty("java.io.tmpdir") + "/careplan-hub-pages-%p.log",
          "-Xshare:auto",
          "-Djava.awt.headless=true");

  private final FaxSettings settings;
  private final PageLimits limits;
  private final List<String> command;
  private final Semaphore children;

  /**
   * Starts no child yet.
   *
   * @param mainClass whose {@code main} calls {@link PageChild#run}, on this program's class path
   */
  public PageDecoder(FaxSettings settings, String mainClass) {
    this.settings = settings;
    this.limits = PageLimits.of(settings);
    this.command = command(settings, limits, mainClass);
    this.children = new Semaphore(settings.maximumChildren(), true);
  }

  private static List<String> command(FaxSettings settings, PageLimits limits, String mainClass) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(LEAN);
    command.add("-Xmx" + settings.decodeMemory().bytes());
    command.add("-Dpdfbox.fontcache=" + System.getProperty("java.io.tmpdir"));
    command.addAll(List.of("-cp", absoluteClassPath(), mainClass));
    command.addAll(limits.arguments());
    return List.copyOf(command);
  }

  /** The child does not start where this program did. */
  private static String absoluteClassPath() {
    List<String> places = new ArrayList<>();
    for (String place : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      places.add(Path.of(place).toAbsolutePath().toString());
    }
    return String.join(File.pathSeparator, places);
  }

  /**
   * Gives the pages of a file in their order. Waits while as many children as may run are running.
   *
   * @param content the file's bytes; left open
   * @return how many pages it has
   * @throws PageRefusedException when its pages cannot be had; the receiver may have had some
   * @throws IOException when the content cannot be read, no child can be started, or from the
   *     receiver
   */
  public int decode(InputStream content, PageReceiver receiver)
      throws PageRefusedException, IOException, InterruptedException {
    children.acquire();
    try {
      Process child = start();
      try {
        ChildWait wait = new ChildWait(child, settings.decodeTime());
        wait.begin();
        feed(content, child.getOutputStream());
        wait.end();
        return receive(child, wait, receiver);
      } finally {
        child.destroyForcibly();
      }
    } finally {
      children.release();
    }
  }

  private Process start() throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(Path.of(System.getProperty("java.io.tmpdir")).toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    Map<String, String> environment = builder.environment();
    // Java on Windows does not start without it.
    String systemRoot = environment.get("SystemRoot");
    environment.clear();
    if (systemRoot != null) {
      environment.put("SystemRoot", systemRoot);
    }
    return builder.start();
  }

  /** The child reads all before it writes, so this cannot wait for itself. */
  private static void feed(InputStream content, OutputStream child) throws IOException {
    byte[] part = new byte[PART];
    int length = content.read(part);
    while (length >= 0 && write(child, part, length)) {
      length = content.read(part);
    }
    try {
      child.close();
    } catch (IOException e) {
      LOG.debug("A child ended before it had its whole file");
    }
  }

  /** False when the child takes no more: it has refused already, or ended. */
  private static boolean write(OutputStream child, byte[] part, int length) {
    try {
      child.write(part, 0, length);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private int receive(Process child, ChildWait wait, PageReceiver receiver)
      throws IOException, PageRefusedException, InterruptedException {
    DataInputStream frames =
        new DataInputStream(new BufferedInputStream(child.getInputStream(), PART));
    int pages = 0;
    Optional<DecodedPage> page = next(child, wait, frames);
    while (page.isPresent()) {
      pages++;
      limits.checkPages(pages);
      receiver.receive(pages, page.get());
      page = next(child, wait, frames);
    }
    return pages;
  }

  private Optional<DecodedPage> next(Process child, ChildWait wait, DataInputStream frames)
      throws PageRefusedException, InterruptedException {
    wait.begin();
    try {
      return PageFrames.read(frames, limits);
    } catch (IOException e) {
      throw new PageRefusedException(reason(child, wait));
    } finally {
      wait.end();
    }
  }

  /** Why a child's output ended in the middle. */
  private static PageRefusal reason(Process child, ChildWait wait) throws InterruptedException {
    if (wait.isOver()) {
      return PageRefusal.TOO_LONG;
    }
    boolean ended = child.waitFor(END.toMillis(), TimeUnit.MILLISECONDS);
    return ended && child.exitValue() == OUT_OF_MEMORY
        ? PageRefusal.TOO_MUCH_MEMORY
        : PageRefusal.CHILD_FAILED;
  }
}
