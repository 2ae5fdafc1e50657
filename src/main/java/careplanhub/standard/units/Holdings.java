package careplanhub.standard.units;

import careplanhub.standard.FileKind;
import careplanhub.standard.FileKinds;
import careplanhub.standard.FileName;
import careplanhub.standard.Layout;
import careplanhub.standard.Row;
import careplanhub.standard.Standard;
import careplanhub.standard.StandardVersion;
import careplanhub.standard.UserIdentity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which parcel brought what an addressee holds of one sender, and which took it away (2.3, 2.5,
 * 3.3, 3.5). What is sent again belongs to the parcel that brought it last. Only what a delete file
 * can name is known here; what depends on it shares its fate. Holds personal data; for one thread.
 */
public final class Holdings {
  /**
   * What one record of a delete file names.
   *
   * @param kind the kind that is withdrawn with all that depends on it, such as UPPLAN
   * @param key the values that name it, the user's two numbers first
   */
  public record Held(String kind, List<String> key) {
    public Held {
      key = List.copyOf(key);
    }

    public UserIdentity user() {
      return new UserIdentity(key.get(0), key.get(1));
    }

    @Override
    public String toString() {
      return "Held[" + kind + "]";
    }
  }

  /**
   * What became of something held.
   *
   * @param parcel what brought it last, or took it away
   * @param taken whether it was taken away
   */
  public record Fate(String parcel, boolean taken) {}

  private final Map<Held, Fate> fates = new HashMap<>();
  private final Map<String, Set<Held>> brought = new LinkedHashMap<>();

  /** The kind of file that withdraws files of this name; empty when the standard has none. */
  public static Optional<FileKind> deleteOf(StandardVersion version, String kind) {
    return FileKinds.data().kindsOf(version).values().stream()
        .filter(other -> other.use() == FileKind.Use.DELETE)
        .filter(other -> other.deletes().get(0).equals(kind))
        .findFirst();
  }

  /**
   * Takes a parcel in; parcels come in the order of their import.
   *
   * @return what its delete files took away that stood before
   */
  public Set<Held> take(String parcel, Collection<PlannedFile> files) {
    Set<Held> taken = new LinkedHashSet<>();
    for (PlannedFile file : files) {
      FileName name = file.name();
      if (name.fileKind().use() == FileKind.Use.DELETE) {
        for (Held held : named(file)) {
          Fate before = fates.put(held, new Fate(parcel, true));
          if (before != null && !before.taken()) {
            taken.add(held);
          }
        }
      } else if (deleteOf(name.version(), name.kind()).isPresent()) {
        Set<Held> all = named(file);
        all.forEach(held -> fates.put(held, new Fate(parcel, false)));
        brought.computeIfAbsent(parcel, unused -> new LinkedHashSet<>()).addAll(all);
      }
    }
    return taken;
  }

  /** What the rows of a file bring or withdraw. */
  public static Set<Held> named(PlannedFile file) {
    FileKind kind = file.name().fileKind();
    String parent = kind.use() == FileKind.Use.DELETE ? kind.deletes().get(0) : file.name().kind();
    Set<Held> named = new LinkedHashSet<>();
    file.rows().forEach(row -> named.add(new Held(parent, ReceivedRows.keyOf(row))));
    return named;
  }

  /** All that a parcel brought, whatever became of it. */
  public Set<Held> broughtBy(String parcel) {
    return brought.getOrDefault(parcel, Set.of());
  }

  /** The parcels that brought something, the earliest first. */
  public List<String> bringersOf(Held held) {
    return brought.entrySet().stream()
        .filter(entry -> entry.getValue().contains(held))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** What a parcel brought and nothing replaced or withdrew since. */
  public List<Held> standing(String parcel) {
    return broughtBy(parcel).stream()
        .filter(held -> fate(held).equals(Optional.of(new Fate(parcel, false))))
        .toList();
  }

  /** What became of something; empty when it was never brought nor withdrawn. */
  public Optional<Fate> fate(Held held) {
    return Optional.ofNullable(fates.get(held));
  }

  /** The rows of a delete file that withdraw these, which are of one kind. */
  public static List<Row> deletes(StandardVersion version, List<Held> all) {
    List<Row> rows = new ArrayList<>();
    for (Held held : all) {
      FileKind kind = deleteOf(version, held.kind()).orElseThrow();
      Layout layout = Standard.data().layout(version, kind.name()).orElseThrow();
      List<String> values = new ArrayList<>(List.of(version.csvVersion()));
      layout.fields().stream()
          .skip(1)
          .forEach(field -> values.add(held.key().get(kind.key().indexOf(field.key()))));
      rows.add(Row.of(layout, values));
    }
    return rows;
  }
}
