package careplanhub.channel.client;

import careplanhub.channel.EntryFile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A folder for a person to upload. What is in it never changes.
 *
 * @param name of the folder
 * @param madeAt when it was decided what is in it
 * @param shown whether it has stood in the hand-over area
 * @param parcels in upload order, at least one
 */
record HandOverFolder(String name, Instant madeAt, boolean shown, List<HandOverParcel> parcels) {
  HandOverFolder {
    parcels = List.copyOf(parcels);
  }

  /**
   * A line of its checklist: one file, one item for the client.
   *
   * @param number from 1
   */
  record Line(int number, HandOverParcel parcel, EntryFile file) {}

  /** In upload order. */
  List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    for (HandOverParcel parcel : parcels) {
      for (EntryFile file : parcel.files()) {
        lines.add(new Line(lines.size() + 1, parcel, file));
      }
    }
    return lines;
  }

  Optional<Line> line(int number) {
    List<Line> lines = lines();
    return number < 1 || number > lines.size()
        ? Optional.empty()
        : Optional.of(lines.get(number - 1));
  }

  /** The numbers of a parcel's lines. */
  List<Integer> linesOf(HandOverParcel parcel) {
    return lines().stream().filter(line -> line.parcel().equals(parcel)).map(Line::number).toList();
  }

  boolean holds(String parcelId) {
    return parcels.stream().anyMatch(parcel -> parcel.id().equals(parcelId));
  }

  HandOverFolder nowShown() {
    return new HandOverFolder(name, madeAt, true, parcels);
  }
}
