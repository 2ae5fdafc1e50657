package careplanhub.relay;

import careplanhub.store.Database;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;

/** Looks into a relay's store. */
final class RelayInside {
  private RelayInside() {}

  /** The sizes of the chunks that are kept for a parcel. */
  static List<Integer> chunksOf(Path directory, UUID parcelId) throws IOException {
    try (Database database = RelayFolder.openDatabase(directory)) {
      return database.read(
          handle ->
              handle
                  .createQuery(
                      "SELECT length(c.sealed) FROM chunks c JOIN parcels p"
                          + " ON p.upload_id = c.upload_id WHERE p.parcel_id = :id")
                  .bind("id", parcelId.toString())
                  .mapTo(Integer.class)
                  .list());
    }
  }

  /** How many chunks there are, of whatever parcel or upload. */
  static int allChunks(Path directory) throws IOException {
    try (Database database = RelayFolder.openDatabase(directory)) {
      return database.read(
          handle -> handle.createQuery("SELECT count(*) FROM chunks").mapTo(Integer.class).one());
    }
  }

  static OptionalLong firstBrokenLink(Path directory) throws IOException {
    try (Database database = RelayFolder.openDatabase(directory)) {
      return AcceptanceChain.firstBroken(database);
    }
  }
}
