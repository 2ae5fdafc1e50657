package careplanhub.channel.client;

import careplanhub.office.RetentionSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes what has been kept as long as the settings say. Safe for every thread. */
public final class ClientRetention {
  private static final Logger LOG = LoggerFactory.getLogger(ClientRetention.class);

  private final ClientPlaces places;
  private final RetentionSettings settings;
  private final Clock clock;

  ClientRetention(ClientPlaces places, RetentionSettings settings, Clock clock) {
    this.places = places;
    this.settings = settings;
    this.clock = clock;
  }

  /** Clears the places; one in trouble the next time. */
  public void clear() {
    for (ClientPlace place : places.all()) {
      try {
        places.usable(place.office());
        clear(place.sent(), settings.done());
        clear(place.taken(), settings.done());
        clear(place.error(), settings.error());
        for (Path letters : Trees.inside(place.seen())) {
          clear(letters, settings.exchanged());
        }
      } catch (IOException e) {
        LOG.warn(
            "office {}: old files not removed, {}", place.office(), e.getClass().getSimpleName());
      }
    }
  }

  private void clear(Path folder, Duration kept) throws IOException {
    Instant oldest = clock.instant().minus(kept);
    for (Path entry : Trees.inside(folder)) {
      if (Files.getLastModifiedTime(entry).toInstant().isBefore(oldest)) {
        Trees.delete(entry);
      }
    }
  }
}
