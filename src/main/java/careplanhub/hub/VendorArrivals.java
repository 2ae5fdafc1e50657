package careplanhub.hub;

import careplanhub.office.IntakeSettings;
import careplanhub.standard.OfficeNumber;
import careplanhub.store.DurableFiles;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts what a vendor route fetched into an office's outbox, whole and durable; from there the
 * intake's own rules hold. Only then does the route move the file at its source away. When it could
 * not, the file comes again: while the hub runs it is known, and after a restart the intake sees
 * the same bytes under the same name. Safe for every thread.
 */
public final class VendorArrivals {
  private static final Logger LOG = LoggerFactory.getLogger(VendorArrivals.class);
  static final String OFFICE = "office";

  private final OfficeFolders folders;
  private final DurableFiles files;
  private final IntakeGate gate;
  private final VendorPolls polls;
  private final long mostBytes;

  VendorArrivals(
      OfficeFolders folders,
      DurableFiles files,
      IntakeGate gate,
      VendorPolls polls,
      IntakeSettings limits) {
    this.folders = folders;
    this.files = files;
    this.gate = gate;
    this.polls = polls;
    this.mostBytes = limits.maximumFileSize().bytes();
  }

  /**
   * Places the file that a folder or SFTP consumer found.
   *
   * @throws IOException when the outbox does not have it in the end; the file stays at its source
   */
  public void place(Exchange exchange) throws IOException {
    try {
      if (!polls.isFetchedAgain(exchange.getFromRouteId(), versionOf(exchange))) {
        try (InputStream bytes = exchange.getMessage().getMandatoryBody(InputStream.class)) {
          keep(
              exchange,
              exchange.getMessage().getHeader(Exchange.FILE_NAME_ONLY, "", String.class),
              bytes);
        }
      }
    } catch (IOException | RuntimeException e) {
      polls.failed(exchange.getFromRouteId(), e);
      throw e;
    } catch (InvalidPayloadException e) {
      polls.failed(exchange.getFromRouteId(), e);
      throw new IOException("a fetched file has no bytes", e);
    }
  }

  private static String versionOf(Exchange exchange) {
    Message file = exchange.getMessage();
    return file.getHeader(Exchange.FILE_NAME)
        + " "
        + file.getHeader(Exchange.FILE_LENGTH)
        + " "
        + file.getHeader(Exchange.FILE_LAST_MODIFIED);
  }

  /**
   * Places bytes under a name that somebody outside gave.
   *
   * @throws BoundedBytes.TooLargeException when there are more bytes than the intake takes
   */
  void keep(Exchange exchange, String name, InputStream bytes) throws IOException {
    OfficeNumber office = new OfficeNumber(exchange.getProperty(OFFICE, "", String.class));
    Path outbox = folders.outbox(office);
    folders.require(office, outbox);
    if (!gate.isOpen()) {
      throw new IOException("nothing is taken now");
    }
    Path target = outbox.resolve(nameFor(name));
    InputStream bounded = new BoundedBytes(bytes, mostBytes);
    if (Files.exists(target)) {
      if (!isSame(target, bounded)) {
        throw new IOException("another file of this name has not been taken yet");
      }
      return;
    }
    files.writeWhole(target, bounded);
    LOG.info("office {}: a file came by route {}", office, exchange.getFromRouteId());
  }

  /** A safe name that the outbox's rules do not pass over. */
  static String nameFor(String name) {
    String safe = SafeNames.of(name);
    return OutboxFilter.isNeverTaken(safe) ? safe + "_" : safe;
  }

  private static boolean isSame(Path file, InputStream bytes) throws IOException {
    try (InputStream there = new BufferedInputStream(Files.newInputStream(file));
        InputStream here = new BufferedInputStream(bytes)) {
      int one;
      do {
        one = there.read();
        if (one != here.read()) {
          return false;
        }
      } while (one >= 0);
      return true;
    }
  }
}
