package careplanhub.vendor.kit;

import careplanhub.office.ConfigurationException;
import careplanhub.office.YamlDocument;
import careplanhub.vendor.AdapterHash;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a pack says of itself; this is what the publisher signs.
 *
 * @param pack the version of this form: 1
 * @param adapter its name
 * @param version the mapping's own
 * @param title what it is, in Japanese
 * @param sha256 of all that the adapter does, see {@link AdapterHash}
 * @param files each with its size and hash, scenarios too
 */
public record PackManifest(
    @JsonProperty(required = true) String pack,
    @JsonProperty(required = true) String adapter,
    @JsonProperty(required = true) String version,
    @JsonProperty(required = true) String title,
    @JsonProperty(required = true) String sha256,
    @JsonProperty(required = true) List<PackedFile> files) {
  private static final String FORM = "1";

  public PackManifest {
    files = List.copyOf(files);
  }

  /**
   * A file of a pack.
   *
   * @param name below the adapter's folder
   * @param size in bytes
   * @param sha256 of its bytes, hexadecimal
   */
  public record PackedFile(
      @JsonProperty(required = true) String name,
      @JsonProperty(required = true) long size,
      @JsonProperty(required = true) String sha256) {}

  static PackManifest of(String adapter, String version, String title, Map<String, byte[]> files) {
    List<PackedFile> packed =
        new TreeMap<>(files)
            .entrySet().stream()
                .map(
                    file ->
                        new PackedFile(
                            file.getKey(), file.getValue().length, hash(file.getValue())))
                .toList();
    return new PackManifest(FORM, adapter, version, title, AdapterHash.of(files), packed);
  }

  /** The manifest as it is signed. */
  byte[] bytes() {
    StringBuilder yaml = new StringBuilder();
    yaml.append("# アダプタのパックの目録\n");
    yaml.append("pack: \"").append(pack).append("\"\n");
    yaml.append("adapter: ").append(Yaml.text(adapter)).append('\n');
    yaml.append("version: ").append(quoted(version)).append('\n');
    yaml.append("title: ").append(quoted(title)).append('\n');
    yaml.append("sha256: \"").append(sha256).append("\"\nfiles:\n");
    for (PackedFile file : files) {
      yaml.append("  - { name: ")
          .append(quoted(file.name()))
          .append(", size: ")
          .append(file.size())
          .append(", sha256: \"")
          .append(file.sha256())
          .append("\" }\n");
    }
    return yaml.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String quoted(String text) {
    String yaml = Yaml.text(text);
    return yaml.startsWith("\"") ? yaml : "\"" + yaml + "\"";
  }

  static PackManifest parse(byte[] yaml) throws KitException {
    try {
      PackManifest manifest = YamlDocument.parse("manifest.yaml", yaml).bind(PackManifest.class);
      if (!manifest.pack().equals(FORM)) {
        throw new KitException("このプログラムでは読めない新しい形のパックです。プログラムを新しくしてください。");
      }
      if (!AdapterDraft.isName(manifest.adapter())) {
        throw new KitException("パックの目録にあるアダプタの名前が使えない名前です。作った人に、作り直しを頼んでください。");
      }
      return manifest;
    } catch (ConfigurationException e) {
      throw new KitException("パックの目録を読めません。作った人に、作り直しを頼んでください。");
    }
  }

  static String hash(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
