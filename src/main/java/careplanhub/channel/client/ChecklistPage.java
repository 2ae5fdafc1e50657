package careplanhub.channel.client;

import java.util.List;

/**
 * A checklist as its page shows it.
 *
 * @param folder the folder's name
 * @param office the sending office's number and name
 * @param madeAt when, in Japan's time
 * @param parcels in upload order
 */
public record ChecklistPage(String folder, String office, String madeAt, List<Parcel> parcels) {
  /** A send unit, which must be sent whole. */
  public record Parcel(String addressee, String name, String message, List<Item> items) {}

  /** A file. */
  public record Item(int number, String name, String kind) {}

  /** How many files there are. */
  public int count() {
    return parcels.stream().mapToInt(parcel -> parcel.items().size()).sum();
  }
}
