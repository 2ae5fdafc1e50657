package careplanhub.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** What the evidence says of the packing of a parcel. */
final class PackedEvidence {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> ADDRESS = Set.of("unit", "from", "to", "serial");
  private static final String CONTENT = "content";
  private static final int MOST_RESENDINGS = 100;

  private PackedEvidence() {}

  /**
   * Unit, sender, addressee, serial and contents; of a parcel that was sent again those of the
   * first.
   *
   * @return empty when there is no such entry, or it does not have the content it was recorded with
   */
  static Optional<Map<String, String>> of(Handle handle, String parcel) {
    String id = parcel;
    for (int resendings = 0; resendings < MOST_RESENDINGS; resendings++) {
      Optional<RecordedEvidence> packed = EvidenceTables.lastOf(handle, "packed", id);
      if (packed.isPresent()) {
        return packed.filter(PackedEvidence::isWhole).map(PackedEvidence::details);
      }
      Optional<RecordedEvidence> again =
          EvidenceTables.lastOf(handle, "sent-again", id).filter(PackedEvidence::isWhole);
      if (again.isEmpty()) {
        return Optional.empty();
      }
      id = read(again.get()).getOrDefault("was", "");
    }
    return Optional.empty();
  }

  private static boolean isWhole(RecordedEvidence entry) {
    return entry.hashed().equals(entry.hash());
  }

  private static Map<String, String> details(RecordedEvidence entry) {
    Map<String, String> all = read(entry);
    all.keySet().removeIf(name -> !ADDRESS.contains(name) && !name.startsWith(CONTENT));
    return all;
  }

  private static Map<String, String> read(RecordedEvidence entry) {
    try {
      return JSON.readValue(entry.details(), new TypeReference<>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an entry whose hash is right is no JSON", e);
    }
  }
}
