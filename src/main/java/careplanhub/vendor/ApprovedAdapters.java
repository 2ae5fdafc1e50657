package careplanhub.vendor;

import careplanhub.office.ConfigurationException;
import careplanhub.office.YamlDocument;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The adapters whose use an administrator has approved, from {@code config/vendors/approved.yaml}.
 * An approval is of one {@link AdapterHash hash}: an adapter that changed needs another one. Older
 * ones stay in the file, so that it tells who approved what. Immutable.
 *
 * @param approvals in the order in which they were given
 */
public record ApprovedAdapters(List<Approval> approvals) {
  private static final String FILE_NAME = "approved.yaml";

  public ApprovedAdapters {
    approvals = List.copyOf(approvals);
  }

  /**
   * One approval.
   *
   * @param name the adapter's
   * @param version its own version, for people
   * @param sha256 its hash
   * @param by who approved
   * @param at when, as ISO 8601 in UTC
   */
  public record Approval(
      @JsonProperty(required = true) String name,
      @JsonProperty(required = true) String version,
      @JsonProperty(required = true) String sha256,
      @JsonProperty(required = true) String by,
      @JsonProperty(required = true) String at) {}

  /** The file's shape. */
  private record Written(@Nullable List<Approval> approved) {}

  /**
   * Where the file lies.
   *
   * @param vendors the folder {@code config/vendors}
   */
  public static Path fileOf(Path vendors) {
    return vendors.resolve(FILE_NAME);
  }

  /** Reads the file; where there is none nothing is approved. */
  public static ApprovedAdapters read(Path vendors) throws ConfigurationException {
    Path file = fileOf(vendors);
    if (Files.notExists(file)) {
      return new ApprovedAdapters(List.of());
    }
    Written written = YamlDocument.read(file).bind(Written.class);
    return new ApprovedAdapters(written.approved == null ? List.of() : written.approved);
  }

  /** Whether these very files were approved under this name. */
  public boolean contains(String name, String sha256) {
    return approvals.stream().anyMatch(one -> one.name.equals(name) && one.sha256.equals(sha256));
  }

  /** The same with one more approval; nothing changes when the hash is approved already. */
  public ApprovedAdapters with(Adapter adapter, String by, Instant at) {
    if (contains(adapter.name(), adapter.sha256())) {
      return this;
    }
    List<Approval> more = new ArrayList<>(approvals);
    more.add(new Approval(adapter.name(), adapter.version(), adapter.sha256(), by, at.toString()));
    return new ApprovedAdapters(more);
  }

  /** The file's bytes: UTF-8, with a comment that says how a line comes in. */
  public byte[] bytes() {
    StringBuilder text =
        new StringBuilder("# 使ってよいと承認されたアダプタ。./hub adapter approve 名前 --by 承認者 が書き加えます。\n");
    text.append(approvals.isEmpty() ? "approved: []\n" : "approved:\n");
    for (Approval one : approvals) {
      text.append("  - {");
      String between = " ";
      for (Map.Entry<String, String> entry : entries(one)) {
        text.append(between).append(entry.getKey()).append(": \"");
        text.append(JsonStringEncoder.getInstance().quoteAsString(entry.getValue()));
        text.append('"');
        between = ", ";
      }
      text.append(" }\n");
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static List<Map.Entry<String, String>> entries(Approval one) {
    return List.of(
        Map.entry("name", one.name),
        Map.entry("version", one.version),
        Map.entry("sha256", one.sha256),
        Map.entry("by", one.by),
        Map.entry("at", one.at));
  }
}
