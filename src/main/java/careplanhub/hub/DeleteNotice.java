package careplanhub.hub;

import careplanhub.hub.IncomingWork.NamedBytes;
import careplanhub.standard.FileKind;
import careplanhub.standard.FileName;
import careplanhub.standard.Layout;
import careplanhub.standard.Row;
import careplanhub.standard.Standard;
import careplanhub.standard.StandardVersion;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Tells an office whose care software knows no delete files what a received one withdraws (2.3,
 * 3.3), because a person must do it there. UTF-8 with BOM and CRLF, as Windows likes it.
 */
final class DeleteNotice {
  private static final String END = "\r\n";
  private static final String SUPPLEMENT = "UPHOSOKU";

  private static final String OPENING =
      "\uFEFF取り下げ（削除）のファイルを受信しました。お使いの介護ソフトの形式に直せないため、手で取り下げてください。";

  private DeleteNotice() {}

  /** Whether a file of this kind withdraws something. */
  static boolean isFor(FileName name) {
    return name.fileKind().use() == FileKind.Use.DELETE;
  }

  /** Whether an output is the text beside a delete file, not the reason beside a broken one. */
  static boolean isNotice(NamedBytes output, List<NamedBytes> outputs) {
    return outputs.stream()
            .filter(other -> ReasonText.isOf(output.name(), other.name()))
            .anyMatch(
                other -> KeptUnits.nameOf(other.name()).filter(DeleteNotice::isFor).isPresent())
        && new String(output.bytes(), StandardCharsets.UTF_8).startsWith(OPENING);
  }

  /** The text that lies beside the delete file; it names the users, as the file does. */
  static NamedBytes of(FileName name, String fileName, List<Row> rows) {
    StringBuilder text = new StringBuilder(OPENING);
    text.append(END)
        .append(END)
        .append("送信元: ")
        .append(name.from())
        .append(END)
        .append("取り下げるもの: ")
        .append(whatIsWithdrawn(name.fileKind()))
        .append(END)
        .append(japanese(name.version(), SUPPLEMENT))
        .append("は取り下げません。")
        .append(END)
        .append(END);
    rows.forEach(row -> text.append(line(row)).append(END));
    return new NamedBytes(fileName + ".txt", text.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** The names of the files that a delete withdraws. */
  static String whatIsWithdrawn(FileKind delete) {
    return delete.deletes().stream()
        .map(kind -> japanese(delete.version(), kind))
        .collect(Collectors.joining("、"));
  }

  private static String japanese(StandardVersion version, String kind) {
    Optional<Layout> layout = Standard.data().layout(version, kind);
    return layout.map(Layout::japaneseName).orElse("家族構成の画像");
  }

  /** All fields but the version, each with its name: they are the key of what is withdrawn. */
  static String line(Row row) {
    return row.layout().fields().stream()
        .skip(1)
        .map(field -> field.japaneseName() + " " + row.get(field.key()))
        .collect(Collectors.joining("、", "・", ""));
  }
}
