package careplanhub.lab;

import careplanhub.standard.FileKinds;
import careplanhub.standard.FileName;
import careplanhub.standard.Layout;
import careplanhub.standard.Row;
import careplanhub.standard.RowWriter;
import careplanhub.standard.Serial;
import careplanhub.standard.Standard;
import careplanhub.standard.StandardVersion;
import careplanhub.standard.UnwritableException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A send unit that is being filled with files. */
final class UnitDraft {
  private final UnitKind kind;
  private final StandardVersion version;
  private final SyntheticOffice from;
  private final SyntheticOffice to;
  private final Serial serial;
  private final List<GeneratedFile> files = new ArrayList<>();

  UnitDraft(
      UnitKind kind,
      StandardVersion version,
      SyntheticOffice from,
      SyntheticOffice to,
      Serial serial) {
    this.kind = kind;
    this.version = version;
    this.from = from;
    this.to = to;
    this.serial = serial;
  }

  /** Adds a file of these rows, unless the version has no such file. */
  UnitDraft file(String fileKind, String month, Function<Layout, Stream<Row>> rows) {
    Optional<Layout> layout = Standard.data().layout(version, fileKind);
    layout.ifPresent(
        known -> {
          boolean monthly = FileKinds.data().kind(version, fileKind).orElseThrow().hasMonth();
          String name = name(fileKind, monthly ? month : null, null);
          files.add(written(name, known, rows.apply(known)));
        });
    return this;
  }

  UnitDraft image(int number, byte[] picture) {
    files.add(new GeneratedFile(imageName(number), picture, 0));
    return this;
  }

  /** The name of the picture of the n-th row, counted from 1. */
  String imageName(int number) {
    return name("UPKIHON_IMAGE", null, String.format("%04d", number));
  }

  GeneratedUnit finished(int users) {
    return new GeneratedUnit(kind, version, from, to, serial, users, files);
  }

  private String name(String fileKind, @Nullable String month, @Nullable String branch) {
    boolean typed = version == StandardVersion.V4_1;
    return new FileName(
            version,
            fileKind,
            month,
            from.number(),
            typed ? from.type() : null,
            to.number(),
            typed ? to.type() : null,
            serial,
            branch)
        .format();
  }

  private static GeneratedFile written(String name, Layout layout, Stream<Row> rows) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    long count = 0;
    try (RowWriter writer =
        new RowWriter(
            bytes,
            layout,
            replaced -> {
              throw new IllegalStateException("The generator made a character to be replaced");
            })) {
      for (Iterator<Row> all = rows.iterator(); all.hasNext(); count++) {
        writer.write(all.next());
      }
    } catch (UnwritableException e) {
      throw new IllegalStateException("The generator made a row that cannot be written", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new GeneratedFile(name, bytes.toByteArray(), count);
  }
}
