package careplanhub.lab;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A folder that takes what the generator makes: {@code 4.1/} and {@code 3.2/} with a folder for
 * each sending office, {@code jittai/} for the サービス実態 exports, {@code damaged/} for damaged files,
 * and {@code manifest.json} saying what is what. Not safe for several threads.
 */
public final class GeneratedFolder {
  private final Path root;
  private final List<Map<String, Object>> units = new ArrayList<>();
  private final List<Map<String, Object>> exports = new ArrayList<>();
  private final List<Map<String, Object>> damaged = new ArrayList<>();
  private long files;

  /** The folder need not exist yet. */
  public GeneratedFolder(Path root) {
    this.root = root;
  }

  /** The number of files written, without the manifest. */
  public long files() {
    return files;
  }

  public void add(GeneratedUnit unit) throws IOException {
    String folder = unit.version().label() + "/" + unit.from().number();
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("folder", folder);
    entry.put("kind", unit.kind().label());
    entry.put("version", unit.version().label());
    entry.put("from", unit.from().number().value());
    entry.put("fromType", unit.from().type().value());
    entry.put("to", unit.to().number().value());
    entry.put("toType", unit.to().type().value());
    entry.put("serial", unit.serial().value());
    entry.put("users", unit.users());
    entry.put("rows", unit.rows());
    List<Map<String, Object>> entries = new ArrayList<>();
    for (GeneratedFile file : unit.files()) {
      entries.add(written(folder, file));
    }
    entry.put("files", entries);
    units.add(entry);
  }

  public void addExport(SyntheticOffice office, GeneratedFile export) throws IOException {
    String folder = "jittai/" + office.number();
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("folder", folder);
    entry.put("office", office.number().value());
    entry.putAll(written(folder, export));
    exports.add(entry);
  }

  /** Adds a good file damaged in each way, each in a folder of its own. */
  public void addDamaged(GeneratedFile good) throws IOException {
    for (Damage damage : Damage.values()) {
      String folder = "damaged/" + damage.name();
      Map<String, Object> entry = new LinkedHashMap<>();
      entry.put("folder", folder);
      entry.put("tolerated", damage.isTolerated());
      entry.putAll(written(folder, damage.applyTo(good)));
      damaged.add(entry);
    }
  }

  /**
   * Writes the manifest.
   *
   * @param facts what was asked for: seed, month, users …
   */
  public void finish(Map<String, Object> facts) throws IOException {
    Map<String, Object> manifest = new LinkedHashMap<>(facts);
    manifest.put("units", units);
    manifest.put("exports", exports);
    manifest.put("damaged", damaged);
    Files.createDirectories(root);
    new ObjectMapper()
        .enable(SerializationFeature.INDENT_OUTPUT)
        .writeValue(root.resolve("manifest.json").toFile(), manifest);
  }

  private Map<String, Object> written(String folder, GeneratedFile file) throws IOException {
    Path target = Files.createDirectories(root.resolve(folder));
    Files.write(target.resolve(file.name()), file.content());
    files++;
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("name", file.name());
    entry.put("bytes", file.content().length);
    entry.put("rows", file.rows());
    entry.put("sha256", sha256(file.content()));
    return entry;
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
