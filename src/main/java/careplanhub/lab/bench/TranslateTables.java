package careplanhub.lab.bench;

import careplanhub.standard.CheckOptions;
import careplanhub.standard.FileName;
import careplanhub.standard.Layout;
import careplanhub.standard.OfficeNumber;
import careplanhub.standard.Row;
import careplanhub.standard.RowReader;
import careplanhub.standard.Standard;
import careplanhub.standard.UserIdentity;
import careplanhub.vendor.Adapter;
import careplanhub.vendor.TableNeed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes what the offices would keep beside an adapter, so that it can carry the rows of a folder:
 * for each user a name, and for each value that a table gives the words that mean it.
 */
final class TranslateTables {
  private static final List<String> IDENTITY = List.of("保険者番号", "被保険者番号");

  private final Adapter adapter;
  private final TranslateFolder folder;
  private final Map<OfficeNumber, Office> offices = new LinkedHashMap<>();

  /** What the rows of one office speak of. */
  private static final class Office {
    private final Set<UserIdentity> users = new LinkedHashSet<>();
    private final Map<TableNeed, Set<List<String>>> values = new LinkedHashMap<>();
  }

  TranslateTables(Adapter adapter, TranslateFolder folder) {
    this.adapter = adapter;
    this.folder = folder;
  }

  void write() throws IOException {
    if (adapter.userColumns().isEmpty() && adapter.neededTables().isEmpty()) {
      return;
    }
    for (Path file : folder.standardFiles()) {
      read(file);
    }
    for (Map.Entry<OfficeNumber, Office> office : offices.entrySet()) {
      Path own = Files.createDirectories(folder.tables(office.getKey()));
      if (!adapter.userColumns().isEmpty()) {
        write(own, "users", users(office.getValue()));
      }
      for (Map.Entry<TableNeed, Set<List<String>>> need : office.getValue().values.entrySet()) {
        write(own, need.getKey().table(), words(need.getKey(), need.getValue()));
      }
    }
  }

  private void read(Path file) throws IOException {
    FileName name = TranslateFolder.nameOf(file);
    Office office = offices.computeIfAbsent(name.from(), one -> new Office());
    List<TableNeed> needs = adapter.neededTables();
    try (RowReader reader =
        RowReader.open(
            Files.newInputStream(file),
            Standard.data().layout(name.version(), name.kind()).orElseThrow(),
            CheckOptions.tolerant().reading(),
            finding -> {})) {
      for (Row row = reader.next(); row != null; row = reader.next()) {
        office.users.add(row.user());
        for (TableNeed need : needs) {
          office
              .values
              .computeIfAbsent(need, one -> new LinkedHashSet<>())
              .add(need.fields().stream().map(row::get).toList());
        }
      }
    }
  }

  private List<List<String>> users(Office office) {
    List<String> header = new ArrayList<>(adapter.userColumns());
    IDENTITY.stream().filter(name -> !header.contains(name)).forEach(header::add);
    List<List<String>> lines = new ArrayList<>();
    lines.add(header);
    for (UserIdentity user : office.users) {
      lines.add(
          header.stream()
              .map(
                  column ->
                      switch (column) {
                        case "保険者番号" -> user.insurerNumber();
                        case "被保険者番号" -> user.insuredNumber();
                        default -> "試験 " + user.insurerNumber() + user.insuredNumber();
                      })
              .toList());
    }
    return lines;
  }

  private List<List<String>> words(TableNeed need, Set<List<String>> values) {
    Layout layout = adapter.layouts().get(0);
    List<String> header = new ArrayList<>(need.columns());
    need.fields().forEach(key -> header.add(layout.field(key).japaneseName()));
    List<List<String>> lines = new ArrayList<>();
    lines.add(header);
    for (List<String> value : values) {
      String words = "架空" + String.join("の", value);
      List<String> line = new ArrayList<>(Collections.nCopies(need.columns().size(), words));
      line.addAll(value);
      lines.add(line);
    }
    return lines;
  }

  private static void write(Path folder, String table, List<List<String>> lines)
      throws IOException {
    Files.writeString(
        folder.resolve(table + ".csv"),
        String.join("\n", lines.stream().map(line -> String.join(",", line)).toList()) + "\n",
        StandardCharsets.UTF_8);
  }
}
