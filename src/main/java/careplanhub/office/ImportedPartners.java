package careplanhub.office;

import careplanhub.standard.OfficeNumber;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The partners of {@code config/partners.yaml}, which lists of partners are imported into. It has
 * the shape of {@code partners} in corporation.yaml, where an entry of the same number counts more.
 * The file is read again when it changed; a broken one keeps the last good. Safe for every thread.
 */
public final class ImportedPartners {
  private static final String HEADING =
      "# 取り込んだ相手の一覧。./hub partners import か partners/ フォルダで取り込むと、番号の同じ相手が書き直されます。\n";
  private static final String KEY = "partners";

  private final @Nullable Path file;
  private State state;

  /** What was read, of which version of the file. */
  private record State(
      @Nullable FileTime modified, long size, Map<OfficeNumber, Partner> partners, String trouble) {
    static final State NONE = new State(null, -1, Map.of(), "");

    boolean isOf(@Nullable FileTime time, long length) {
      return size == length && (time == null ? modified == null : time.equals(modified));
    }
  }

  /** The shape of the file. */
  record PartnersFile(@Nullable List<PartnerEntry> partners) {}

  /** What an import changes, each by its number. */
  public record Changes(
      List<ListedPartner> added, List<ListedPartner> changed, List<ListedPartner> same) {
    public Changes {
      added = List.copyOf(added);
      changed = List.copyOf(changed);
      same = List.copyOf(same);
    }

    /** Whether the file would stay as it is. */
    public boolean isEmpty() {
      return added.isEmpty() && changed.isEmpty();
    }
  }

  private ImportedPartners(@Nullable Path file, State state) {
    this.file = file;
    this.state = state;
  }

  /** Where the file lies in a {@code config/} folder. */
  public static Path fileOf(Path config) {
    return config.resolve("partners.yaml");
  }

  /** Nobody. */
  static ImportedPartners none() {
    return new ImportedPartners(null, State.NONE);
  }

  /** Those of a file, which need not be there yet. */
  public static ImportedPartners of(Path file) throws ConfigurationException {
    ImportedPartners imported = new ImportedPartners(file, State.NONE);
    imported.current();
    String trouble = imported.trouble();
    if (!trouble.isEmpty()) {
      YamlDocument.read(file).bind(PartnersFile.class);
      throw new ConfigurationException(file.toString(), null, null, trouble);
    }
    return imported;
  }

  /** The partners as the file says them now. */
  synchronized Map<OfficeNumber, Partner> current() {
    if (file == null) {
      return Map.of();
    }
    FileTime modified = null;
    long size = -1;
    try {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      modified = attributes.lastModifiedTime();
      size = attributes.size();
      if (!state.isOf(modified, size)) {
        state = new State(modified, size, read(YamlDocument.read(file)), "");
      }
    } catch (NoSuchFileException e) {
      state = State.NONE;
    } catch (ConfigurationException e) {
      String words = e.getMessage() == null ? "読めません。" : e.getMessage();
      state = new State(modified, size, state.partners, words);
    } catch (IOException e) {
      state = new State(null, -1, state.partners, file + " を読めません。アクセス権を確認してください。");
    }
    return state.partners;
  }

  /** What is wrong with the file, in Japanese; empty when nothing is. */
  synchronized String trouble() {
    current();
    return state.trouble;
  }

  private static Map<OfficeNumber, Partner> read(YamlDocument document)
      throws ConfigurationException {
    List<PartnerEntry> entries = document.bind(PartnersFile.class).partners();
    Map<OfficeNumber, Partner> partners = new LinkedHashMap<>();
    for (PartnerEntry entry : entries == null ? List.<PartnerEntry>of() : entries) {
      String pointer = "/" + KEY + "/" + partners.size();
      Partner partner = entry.checked(document, pointer);
      if (partners.put(partner.number(), partner) != null) {
        throw document.error(pointer + "/number", "同じ事業所番号が 2 回あります。");
      }
    }
    return partners;
  }

  /** What a list would change. */
  public Changes changes(List<ListedPartner> listed) {
    Map<OfficeNumber, Partner> known = current();
    List<ListedPartner> added = new ArrayList<>();
    List<ListedPartner> changed = new ArrayList<>();
    List<ListedPartner> same = new ArrayList<>();
    for (ListedPartner one : listed) {
      Partner before = known.get(one.number());
      (before == null ? added : one.isAs(before) ? same : changed).add(one);
    }
    return new Changes(added, changed, same);
  }

  /**
   * The file with what a list says; what staff wrote beside it, such as notes, stays.
   *
   * @throws ConfigurationException when the file as it is cannot be read
   */
  public byte[] with(List<ListedPartner> listed) throws ConfigurationException {
    ObjectNode root = YamlBinding.MAPPER.createObjectNode();
    ArrayNode partners = root.putArray(KEY);
    Map<String, ObjectNode> byNumber = new LinkedHashMap<>();
    if (file != null && Files.exists(file)) {
      YamlDocument document = YamlDocument.read(file);
      read(document);
      for (JsonNode entry : document.tree().path(KEY)) {
        byNumber.put(entry.path("number").asText(), entry.deepCopy());
      }
    }
    for (ListedPartner one : listed) {
      ObjectNode entry =
          byNumber.computeIfAbsent(
              one.number().value(), number -> YamlBinding.MAPPER.createObjectNode());
      entry.put("number", one.number().value());
      entry.put("name", one.name());
      ArrayNode types = entry.putArray("serviceTypes");
      one.serviceTypes().forEach(type -> types.add(type.value()));
      entry.put("relay", String.valueOf(one.usesRelay()));
    }
    byNumber.values().forEach(partners::add);
    try {
      return (HEADING + YamlBinding.MAPPER.writeValueAsString(root))
          .getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Texts can be written as YAML", e);
    }
  }
}
