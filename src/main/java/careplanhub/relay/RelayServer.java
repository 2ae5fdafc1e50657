package careplanhub.relay;

import careplanhub.store.Database;
import careplanhub.store.Vault;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running reference relay. Everything it keeps is in its folder: {@code relay.yaml}, {@code
 * keys/} and {@code data/}. One process serves a folder. Closing it stops the server and its jobs.
 */
public final class RelayServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RelayServer.class);

  private final Server server;
  private final int port;
  private final Database database;
  private final ScheduledExecutorService jobs;

  private RelayServer(Server server, int port, Database database, ScheduledExecutorService jobs) {
    this.server = server;
    this.port = port;
    this.database = database;
    this.jobs = jobs;
  }

  /**
   * Starts a relay that asks one-time passwords by time of the offices of which its administrator
   * wants them.
   */
  public static RelayServer start(RelaySettings settings, Path directory, Clock clock)
      throws IOException {
    return start(settings, directory, clock, null);
  }

  /**
   * Starts a relay and returns when it takes calls.
   *
   * @param directory the relay's folder with {@code keys/relay.p12}, {@code keys/authority.crt} and
   *     {@code keys/password}; {@code data/} is made
   * @param clock for tokens, times of receipt and what is to be purged
   * @param secondFactor what decides on one-time passwords; null for those by time
   * @throws IOException when the folder lacks its keys, or the port cannot be had
   */
  public static RelayServer start(
      RelaySettings settings, Path directory, Clock clock, @Nullable SecondFactor secondFactor)
      throws IOException {
    RelayFolder folder = new RelayFolder(directory);
    Database database = folder.database();
    try {
      Vault vault = folder.vault();
      Contents contents = new Contents(database, vault, settings.limits().heldBytes());
      contents.discardUnfinished();
      Parcels parcels = new Parcels(database, vault, settings, clock);
      SecondFactor second =
          secondFactor == null ? new TimedPasswords(database, vault, clock) : secondFactor;
      Server server = server(settings, folder, clock, second, parcels, contents, database);
      int port = ((ServerConnector) server.getConnectors()[0]).getLocalPort();
      ScheduledExecutorService jobs = purging(settings.keeping(), parcels, clock);
      LOG.info("The relay listens on port {}", port);
      return new RelayServer(server, port, database, jobs);
    } catch (IOException | RuntimeException e) {
      database.close();
      throw e;
    }
  }

  /** The TCP port on which it listens. */
  public int port() {
    return port;
  }

  /** How many transactions of its database were committed, each synced. */
  public long commits() {
    return database.commits();
  }

  @Override
  public void close() {
    jobs.shutdownNow();
    try {
      server.stop();
    } catch (Exception e) {
      LOG.warn("The relay's server did not stop cleanly", e);
    }
    database.close();
  }

  private static Server server(
      RelaySettings settings,
      RelayFolder folder,
      Clock clock,
      SecondFactor secondFactor,
      Parcels parcels,
      Contents contents,
      Database database)
      throws IOException {
    Offices offices = new Offices(database);
    Tokens tokens = new Tokens(settings.login(), clock);
    Standings standings = new Standings(database, clock);
    Attempts attempts = new Attempts(database, settings.login(), clock);
    Logins logins = new Logins(offices, tokens, secondFactor, standings, attempts);
    Callers callers = new Callers(offices, folder.trust(), clock);
    Operations operations =
        new Operations(logins, tokens, standings, parcels, contents, settings.limits());
    RelayHandler handler =
        new RelayHandler(operations.all(), callers, clock, settings.listening().requestTime());
    Server server = RelayConnector.server(settings.listening(), folder.serverContext());
    server.setHandler(handler);
    try {
      server.start();
      return server;
    } catch (Exception e) {
      throw new IOException("The relay could not begin to listen.", e);
    }
  }

  private static ScheduledExecutorService purging(
      RelaySettings.Keeping keeping, Parcels parcels, Clock clock) {
    ScheduledExecutorService jobs =
        Executors.newSingleThreadScheduledExecutor(
            work -> {
              Thread thread = new Thread(work, "relay-purge");
              thread.setDaemon(true);
              return thread;
            });
    long interval = keeping.purgeInterval().toMillis();
    ScheduledFuture<?> unused =
        jobs.scheduleWithFixedDelay(
            () -> purge(keeping, parcels, clock), 0, interval, TimeUnit.MILLISECONDS);
    return jobs;
  }

  private static void purge(RelaySettings.Keeping keeping, Parcels parcels, Clock clock) {
    try {
      int count = parcels.purge(clock.instant().minus(keeping.afterAcknowledgement()));
      if (count > 0) {
        LOG.info("Purged {} acknowledged parcels", count);
      }
    } catch (RuntimeException e) {
      LOG.error("Purging failed; it is tried again after the interval", e);
    }
  }
}
