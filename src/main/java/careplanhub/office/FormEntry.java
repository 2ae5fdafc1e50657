package careplanhub.office;

import careplanhub.standard.Dialect;
import careplanhub.standard.StandardVersion;
import careplanhub.standard.VersionLoss;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code form:} of an office or a partner as it is written; what it does not say is the standard.
 */
record FormEntry(
    @Nullable String version,
    @Nullable Set<VersionLoss> losses,
    Dialect.@Nullable Quoting quoting,
    Dialect.@Nullable Zeros zeros,
    Dialect.@Nullable Times times,
    Dialect.@Nullable Kana kana,
    @Nullable List<String> order,
    Dialect.@Nullable Extension extension,
    @Nullable String csvVersion,
    @Nullable Boolean header) {

  /**
   * The form that an entry says.
   *
   * @param pointer the entry's place in the document
   */
  static ReceivedForm form(@Nullable FormEntry entry, YamlDocument document, String pointer)
      throws ConfigurationException {
    return entry == null ? ReceivedForm.STANDARD : entry.checked(document, pointer);
  }

  private ReceivedForm checked(YamlDocument document, String pointer)
      throws ConfigurationException {
    Dialect usual = Dialect.STANDARD;
    String text = Objects.requireNonNullElse(csvVersion, usual.csvVersion());
    if (!Dialect.CSV_VERSIONS.contains(text)) {
      throw document.error(
          pointer + "/csvVersion",
          "使える値: " + String.join(", ", Dialect.CSV_VERSIONS.stream().sorted().toList()));
    }
    List<String> keys = Objects.requireNonNullElse(order, List.of());
    for (int index = 0; index < keys.size(); index++) {
      if (!Dialect.isSortKey(keys.get(index))) {
        throw document.error(
            pointer + "/order/" + index, "並べ替えに使える項目の名前（例 insuredNumber、serviceDate）を書いてください。");
      }
    }
    return new ReceivedForm(
        version(document, pointer),
        Objects.requireNonNullElse(losses, Set.of()),
        new Dialect(
            Objects.requireNonNullElse(quoting, usual.quoting()),
            Objects.requireNonNullElse(zeros, usual.zeros()),
            Objects.requireNonNullElse(times, usual.times()),
            Objects.requireNonNullElse(kana, usual.kana()),
            keys,
            Objects.requireNonNullElse(extension, usual.extension()),
            text,
            Objects.requireNonNullElse(header, usual.header())));
  }

  private StandardVersion version(YamlDocument document, String pointer)
      throws ConfigurationException {
    for (StandardVersion known : StandardVersion.values()) {
      if (version == null || known.label().equals(version)) {
        return version == null ? StandardVersion.V4_1 : known;
      }
    }
    throw document.error(pointer + "/version", "\"4.1\" か \"3.2\" を書いてください。");
  }
}
