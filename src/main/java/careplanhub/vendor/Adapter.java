package careplanhub.vendor;

import careplanhub.office.ConfigurationException;
import careplanhub.office.YamlDocument;
import careplanhub.standard.ByteSource;
import careplanhub.standard.FileName;
import careplanhub.standard.Layout;
import careplanhub.standard.Row;
import careplanhub.standard.Standard;
import careplanhub.standard.StandardVersion;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * A vendor's layout and its mapping to one kind of file of the standard, in both directions.
 * Immutable, safe for every thread.
 */
public final class Adapter {
  private static final Map<String, LineDelimiter> LINE_ENDS =
      Map.of("CRLF", LineDelimiter.CRLF, "LF", LineDelimiter.LF);

  private final AdapterFile file;
  private final String sha256;
  private final Mapping mapping;
  private final TextEncoding encoding;
  private final LineDelimiter lineEnd;

  private Adapter(
      AdapterFile file,
      String sha256,
      Mapping mapping,
      TextEncoding encoding,
      LineDelimiter lineEnd) {
    this.file = file;
    this.sha256 = sha256;
    this.mapping = mapping;
    this.encoding = encoding;
    this.lineEnd = lineEnd;
  }

  /**
   * Makes an adapter of its YAML file.
   *
   * @param fileName for error messages
   * @param yaml UTF-8
   */
  public static Adapter parse(String fileName, byte[] yaml) throws ConfigurationException {
    YamlDocument document = YamlDocument.parse(fileName, yaml);
    AdapterFile file = document.bind(AdapterFile.class);
    if (!file.standard().version().equals(StandardVersion.V4_1.label())) {
      throw document.error("/standard/version", "使える版: " + StandardVersion.V4_1.label());
    }
    Layout layout =
        Standard.data()
            .layout(StandardVersion.V4_1, file.standard().kind())
            .orElseThrow(() -> document.error("/standard/kind", "標準仕様に無いファイルです（例 UPJSK）。"));
    LineDelimiter lineEnd = LINE_ENDS.get(file.file().lineEnd());
    if (lineEnd == null) {
      throw document.error("/file/lineEnd", "使えるもの: CRLF、LF");
    }
    TextEncoding encoding =
        TextEncoding.of(file.file().charset())
            .orElseThrow(() -> document.error("/file/charset", "使えるもの: MS932、UTF-8、UTF-8-BOM"));
    VendorFileNames.check(document, file.file().name());
    return new Adapter(
        file, sha256(yaml), MappingLoader.load(document, file, layout), encoding, lineEnd);
  }

  /** The short name by which offices and commands call it; also its folder. */
  public String name() {
    return file.adapter();
  }

  /** The mapping's own version. */
  public String version() {
    return file.version();
  }

  /** What it is, in Japanese. */
  public String title() {
    return file.title();
  }

  /** SHA-256 of the YAML file, hexadecimal; evidence names it. */
  public String sha256() {
    return sha256;
  }

  /** The layout of the standard that it maps to and from. */
  public Layout layout() {
    return mapping.layout();
  }

  /** Whether the care software takes files of this kind in its own layout. */
  public boolean takes(String kind) {
    return mapping.layout().kind().equals(kind);
  }

  /** The vendor's columns that have no place in the standard. */
  public List<String> lostToStandard() {
    return List.copyOf(file.lost().toStandard());
  }

  /** The standard's fields that have no place in the vendor's layout, by their keys. */
  public List<String> lostFromStandard() {
    return List.copyOf(file.lost().fromStandard());
  }

  /** Whether the file's first line has the words that tell this layout. */
  public boolean recognises(ByteSource source) throws IOException {
    return VendorText.headerOf(source, mapping.columns())
        .positions()
        .keySet()
        .containsAll(file.recognise());
  }

  /** Reads one export; see {@link #address} for what comes next. */
  public VendorRows read(ByteSource source, VendorContext context) throws IOException {
    return new VendorReader(mapping, context).read(source);
  }

  /** Sorts the rows of an office's exports into files for the users' support offices. */
  public Translated address(List<VendorRows> exports, VendorContext context) {
    return Addressing.address(exports, context);
  }

  /** Reads one export and addresses it. */
  public Translated toStandard(ByteSource source, VendorContext context) throws IOException {
    return address(List.of(read(source, context)), context);
  }

  /**
   * Rows of a file of the standard in the vendor's layout.
   *
   * @param name the file's, of a kind that the adapter {@link #takes}
   */
  public VendorFile fromStandard(FileName name, Iterable<Row> rows) {
    if (!takes(name.kind())) {
      throw new IllegalArgumentException(name() + " takes no " + name.kind());
    }
    return new VendorWriter(mapping, encoding, lineEnd)
        .write(VendorFileNames.of(file.file().name(), name), rows);
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
