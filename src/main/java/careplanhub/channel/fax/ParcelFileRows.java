package careplanhub.channel.fax;

import careplanhub.channel.ParcelFile;
import careplanhub.standard.FileKind;
import careplanhub.standard.FileName;
import careplanhub.standard.FileNameException;
import careplanhub.standard.Finding;
import careplanhub.standard.Layout;
import careplanhub.standard.ReadOptions;
import careplanhub.standard.Row;
import careplanhub.standard.RowReader;
import careplanhub.standard.Standard;
import careplanhub.standard.StandardVersion;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rows of a parcel's files. Safe for every thread. */
final class ParcelFileRows {
  private final ReadOptions options;

  ParcelFileRows(ReadOptions options) {
    this.options = options;
  }

  /**
   * All rows in the order of the files.
   *
   * @throws UnprintableException when there is a file of which there is no form
   */
  List<Row> of(List<ParcelFile> files) throws UnprintableException, IOException {
    List<Row> rows = new ArrayList<>();
    for (ParcelFile file : files) {
      if (!isPicture(file.name())) {
        read(file, layout(file.name()), rows);
      }
    }
    return rows;
  }

  /** Whether it is a picture beside the rows, of which the forms tell the name only. */
  static boolean isPicture(String name) {
    return use(name) == FileKind.Use.IMAGE;
  }

  private static FileKind.@Nullable Use use(String name) {
    try {
      return FileName.parse(name).fileKind().use();
    } catch (FileNameException e) {
      return null;
    }
  }

  private static Layout layout(String name) throws UnprintableException {
    Optional<Layout> layout =
        FileName.kindOf(name).flatMap(kind -> Standard.data().layout(StandardVersion.V4_1, kind));
    if (layout.isEmpty() || use(name) != FileKind.Use.REGISTER) {
      throw new UnprintableException(
          "FAXSEND-03", "削除のファイル、標準仕様にないファイルは FAX で送れません。相手に電話で伝えるか、別の経路で送ってください。");
    }
    return layout.get();
  }

  private void read(ParcelFile file, Layout layout, List<Row> rows)
      throws UnprintableException, IOException {
    List<Finding> errors = new ArrayList<>();
    try (RowReader reader =
        RowReader.open(
            new ByteArrayInputStream(file.content()),
            layout,
            options,
            finding -> {
              if (finding.isError()) {
                errors.add(finding);
              }
            })) {
      for (Row row = reader.next(); row != null; row = reader.next()) {
        rows.add(row);
      }
    }
    if (!errors.isEmpty()) {
      throw new UnprintableException("FAXSEND-04", "読めない行があるので様式にできません。介護ソフトで書き出し直してください。");
    }
  }
}
