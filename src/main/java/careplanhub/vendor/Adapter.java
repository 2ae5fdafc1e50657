package careplanhub.vendor;

import careplanhub.office.ConfigurationException;
import careplanhub.office.YamlDocument;
import careplanhub.standard.Field;
import careplanhub.standard.FileName;
import careplanhub.standard.Finding;
import careplanhub.standard.Layout;
import careplanhub.standard.NamedSource;
import careplanhub.standard.Row;
import careplanhub.standard.UserIdentity;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * A vendor's layout and its mapping to one or several kinds of files of the standard, in both
 * directions. Immutable, safe for every thread.
 */
public final class Adapter {
  private final AdapterHead head;
  private final String sha256;
  private final VendorLayout layout;

  private Adapter(AdapterHead head, String sha256, VendorLayout layout) {
    this.head = head;
    this.sha256 = sha256;
    this.layout = layout;
  }

  /**
   * Makes an adapter of its YAML file alone.
   *
   * @param fileName for error messages
   * @param yaml UTF-8
   */
  public static Adapter parse(String fileName, byte[] yaml) throws ConfigurationException {
    return parse(
        fileName,
        yaml,
        OfficeTables.none(),
        FileLimits.defaults(),
        AdapterHash.of(Map.of(AdapterFolder.MAPPING, yaml)));
  }

  /**
   * Makes an adapter of its YAML file and the tables beside it.
   *
   * @param shipped tables that an office's own come before
   * @param limits of files that are no text, where the mapping says nothing
   * @param sha256 of the mapping and everything beside it; see {@link AdapterHash}
   */
  static Adapter parse(
      String fileName, byte[] yaml, OfficeTables shipped, FileLimits limits, String sha256)
      throws ConfigurationException {
    AdapterLoader.Loaded loaded =
        AdapterLoader.load(YamlDocument.parse(fileName, yaml), shipped, limits);
    return new Adapter(loaded.head(), sha256, loaded.layout());
  }

  /** What reads and writes its files. */
  VendorLayout layout() {
    return layout;
  }

  /** The short name by which offices and commands call it; also its folder. */
  public String name() {
    return head.adapter();
  }

  /** The mapping's own version. */
  public String version() {
    return head.version();
  }

  /** What it is, in Japanese. */
  public String title() {
    return head.title();
  }

  /** The hash of all its files, hexadecimal, see {@link AdapterHash}; evidence names it. */
  public String sha256() {
    return sha256;
  }

  /** The layouts of the standard that it maps to and from. */
  public List<Layout> layouts() {
    return layout.layouts();
  }

  /** The kinds of files of the standard that it takes, such as UPJSK. */
  public Set<String> kinds() {
    return layouts().stream().map(Layout::kind).collect(Collectors.toUnmodifiableSet());
  }

  /** Whether the care software takes files of this kind in its own layout. */
  public boolean takes(String kind) {
    return kinds().contains(kind);
  }

  /** The kinds of files that it makes of the vendor's; some of those that it takes. */
  public Set<String> makes() {
    return layout.makes();
  }

  /** The vendor's columns that have no place in the standard. */
  public List<String> lostToStandard() {
    return List.copyOf(head.lost().toStandard());
  }

  /** The standard's fields that have no place in the vendor's layout, by their keys. */
  public List<String> lostFromStandard() {
    return List.copyOf(head.lost().fromStandard());
  }

  /** The standard's fields that come back in another writing, by their keys. */
  public List<String> lostWriting() {
    return head.lost().writing() == null ? List.of() : List.copyOf(head.lost().writing());
  }

  /** The fields of a layout that come through whole, by their keys. */
  public List<String> keptFields(Layout of) {
    return of.fields().stream()
        .map(Field::key)
        .filter(
            key ->
                head.lost().fromStandard().stream()
                    .noneMatch(lost -> LossCheck.keyIn(of, lost).equals(key)))
        .filter(
            key -> lostWriting().stream().noneMatch(lost -> LossCheck.keyIn(of, lost).equals(key)))
        .toList();
  }

  /** The columns whose words tell a user where numbers do not; none where they do. */
  public List<String> userColumns() {
    return layout.userColumns();
  }

  /** The tables that an office has to write, since none came with the adapter. */
  public List<TableNeed> neededTables() {
    return layout.neededTables();
  }

  /** The 被保険者番号 that the words of {@link #userColumns()} tell; empty when they tell none. */
  public String insuredNumberIn(List<String> words) {
    return layout.insuredNumberIn(words);
  }

  /** Whether files are text, so that any charset of their bytes can be read. */
  boolean isText() {
    return layout.isText();
  }

  /** A file that it wrote, for people: its text, or its cells as lines of text. */
  String shown(byte[] written) throws IOException {
    return layout.shown(written);
  }

  /** Whether the file's name and beginning are those of this layout. */
  public boolean recognises(NamedSource source) throws IOException {
    return layout.recognises(source);
  }

  /**
   * Reads one export, handing out each row when it is made. Needs memory for one record, but for
   * layouts whose rows are numbered.
   */
  public ReadReport read(NamedSource source, VendorContext context, Consumer<Row> rows)
      throws IOException {
    return layout.read(source, context, rows);
  }

  /** Reads one export; see {@link #address} for what comes next. */
  public VendorRows read(NamedSource source, VendorContext context) throws IOException {
    List<Row> rows = new ArrayList<>();
    ReadReport report = read(source, context, rows::add);
    return new VendorRows(rows, report);
  }

  /** Sorts the rows of an office's exports into files for those who get them. */
  public Translated address(List<VendorRows> exports, VendorContext context) {
    return Addressing.address(exports, context);
  }

  /** Reads one export and addresses it. */
  public Translated toStandard(NamedSource source, VendorContext context) throws IOException {
    return address(List.of(read(source, context)), context);
  }

  /**
   * Begins a file in the vendor's layout; rows of the standard follow one by one.
   *
   * @param name the standard's file, of a kind that the adapter {@link #takes}
   * @param knowledge what the office wrote down
   * @param out takes the bytes; is closed in the end
   */
  public VendorWriting writing(FileName name, OfficeKnowledge knowledge, OutputStream out)
      throws IOException {
    if (!takes(name.kind())) {
      throw new IllegalArgumentException(name() + " takes no " + name.kind());
    }
    return layout.writing(name, knowledge, out);
  }

  /** The name of the vendor's file for a file of the standard. */
  public String nameOf(FileName name) {
    return layout.nameOf(name);
  }

  /**
   * Rows of a file of the standard in the vendor's layout, for an office that wrote nothing down.
   */
  public VendorFile fromStandard(FileName name, Iterable<Row> rows) {
    return fromStandard(name, rows, OfficeKnowledge.none());
  }

  /**
   * Rows of a file of the standard in the vendor's layout.
   *
   * @param name the file's, of a kind that the adapter {@link #takes}
   */
  public VendorFile fromStandard(FileName name, Iterable<Row> rows, OfficeKnowledge knowledge) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (VendorWriting writing = writing(name, knowledge, bytes)) {
      for (Row row : rows) {
        writing.write(row);
      }
      List<Finding> findings = writing.finish();
      return new VendorFile(nameOf(name), bytes.toByteArray(), findings);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Rows of a file of the standard in the vendor's layout: one file, or one for each user where the
   * adapter says so, in the order of their first rows.
   */
  public List<VendorFile> filesOf(FileName name, Iterable<Row> rows, OfficeKnowledge knowledge) {
    if (!layout.isPerUser()) {
      return List.of(fromStandard(name, rows, knowledge));
    }
    Map<String, List<Row>> byUser = new LinkedHashMap<>();
    rows.forEach(
        row -> byUser.computeIfAbsent(nameOf(row.user()), user -> new ArrayList<>()).add(row));
    List<VendorFile> files = new ArrayList<>();
    byUser.forEach(
        (user, own) -> {
          VendorFile file = fromStandard(name, own, knowledge);
          files.add(new VendorFile(layout.nameOf(name, user), file.bytes(), file.findings()));
        });
    return files;
  }

  /** A user's numbers as a part of a file's name; what others sent is never a path. */
  private static String nameOf(UserIdentity user) {
    return (user.insurerNumber() + "-" + user.insuredNumber()).replaceAll("[^0-9A-Za-z-]", "_");
  }
}
