package careplanhub.standard;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The kinds of files that may travel in a parcel, read once from {@code
 * /standard/attachments.yaml}. Immutable, safe for every thread.
 */
public final class AttachmentKinds {
  private static final AttachmentKinds DATA =
      new AttachmentKinds(Standard.tree("attachments.yaml"));

  private final Map<String, AttachmentKind> kinds = new LinkedHashMap<>();

  private AttachmentKinds(JsonNode tree) {
    for (Map.Entry<String, JsonNode> entry : tree.properties()) {
      JsonNode kind = entry.getValue();
      List<byte[]> beginnings = new ArrayList<>();
      kind.path("begins").forEach(hex -> beginnings.add(HexFormat.of().parseHex(hex.asText())));
      kinds.put(
          entry.getKey(),
          new AttachmentKind(
              entry.getKey(),
              AttachmentKind.Group.valueOf(kind.get("group").asText()),
              beginnings,
              kind.path("text").asBoolean()));
    }
  }

  public static AttachmentKinds data() {
    return DATA;
  }

  /** The kind that a file's name says by its ending; empty for one that never travels. */
  public Optional<AttachmentKind> ofName(String fileName) {
    String ending = fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return Optional.ofNullable(kinds.get(ending));
  }

  /** The endings of the kinds that partners may agree on. */
  public Set<String> otherEndings() {
    return kinds.values().stream()
        .filter(kind -> kind.group() == AttachmentKind.Group.OTHER)
        .map(AttachmentKind::ending)
        .collect(Collectors.toUnmodifiableSet());
  }
}
