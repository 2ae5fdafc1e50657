package careplanhub.hub;

import careplanhub.hub.IncomingWork.NamedBytes;
import careplanhub.standard.FileKind;
import careplanhub.standard.FileName;
import careplanhub.standard.Layout;
import careplanhub.standard.Row;
import careplanhub.standard.Standard;
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

  private DeleteNotice() {}

  /** Whether a file of this kind withdraws something. */
  static boolean isFor(FileName name) {
    return name.fileKind().use() == FileKind.Use.DELETE;
  }

  /** The text that lies beside the delete file; it names the users, as the file does. */
  static NamedBytes of(FileName name, String fileName, List<Row> rows) {
    StringBuilder text = new StringBuilder("\uFEFF");
    text.append("取り下げ（削除）のファイルを受信しました。お使いの介護ソフトの形式に直せないため、手で取り下げてください。")
        .append(END)
        .append(END)
        .append("送信元: ")
        .append(name.from())
        .append(END)
        .append("取り下げるもの: ")
        .append(
            name.fileKind().deletes().stream()
                .map(kind -> japanese(name, kind))
                .collect(Collectors.joining("、")))
        .append(END)
        .append(japanese(name, SUPPLEMENT))
        .append("は取り下げません。")
        .append(END)
        .append(END);
    rows.forEach(row -> text.append(line(row)).append(END));
    return new NamedBytes(fileName + ".txt", text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static String japanese(FileName name, String kind) {
    Optional<Layout> layout = Standard.data().layout(name.version(), kind);
    return layout.map(Layout::japaneseName).orElse("家族構成の画像");
  }

  /** All fields but the version, each with its name: they are the key of what is withdrawn. */
  private static String line(Row row) {
    return row.layout().fields().stream()
        .skip(1)
        .map(field -> field.japaneseName() + " " + row.get(field.key()))
        .collect(Collectors.joining("、", "・", ""));
  }
}
