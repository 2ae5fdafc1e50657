package careplanhub.vendor;

import careplanhub.standard.Field;
import careplanhub.standard.Finding;
import careplanhub.standard.Row;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes one file for a care software through a mapping. Used once, by one thread. */
final class VendorWriter {
  private final Mapping mapping;
  private final TextEncoding encoding;
  private final LineDelimiter lineEnd;
  private final List<Finding> findings = new ArrayList<>();
  private final Map<Field, Long> lost = new LinkedHashMap<>();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  VendorWriter(Mapping mapping, TextEncoding encoding, LineDelimiter lineEnd) {
    this.mapping = mapping;
    this.encoding = encoding;
    this.lineEnd = lineEnd;
  }

  VendorFile write(String name, Iterable<Row> rows) {
    out.writeBytes(encoding.prefix().getBytes(encoding.charset()));
    out.writeBytes(line(mapping.columns()).getBytes(encoding.charset()));
    for (Row row : rows) {
      writeRow(row);
    }
    lost.forEach(
        (field, count) ->
            findings.add(
                VendorFinding.LOST.at(
                    null,
                    null,
                    field.number(),
                    field.japaneseName(),
                    "この形式に書く列が無いので省きました（" + count + " 行）。")));
    return new VendorFile(name, out.toByteArray(), findings);
  }

  private void writeRow(Row row) {
    VendorDraft draft = new VendorDraft(row, this::lose);
    boolean writable = true;
    for (Lens lens : mapping.lenses()) {
      try {
        lens.put(draft);
      } catch (UnreadableException e) {
        Field field = e.place() == null ? null : mapping.layout().field(e.place());
        report(row, field, e.advice());
        writable = false;
      }
    }
    mapping.lostFields().forEach(draft::lose);
    byte[] bytes = writable ? encode(line(draft.cells(mapping.columns()))) : null;
    if (bytes != null) {
      out.writeBytes(bytes);
    } else if (writable) {
      report(row, null, "この形式の文字コードで書けない文字があります。");
    }
  }

  private void report(Row row, @Nullable Field field, String advice) {
    findings.add(
        VendorFinding.UNWRITABLE_VALUE.at(
            row.line(),
            row.record(),
            field == null ? null : field.number(),
            field == null ? null : field.japaneseName(),
            advice));
  }

  private void lose(Field field) {
    if (mapping.told().contains(field.key())) {
      lost.merge(field, 1L, Long::sum);
    }
  }

  private byte @Nullable [] encode(String text) {
    try {
      ByteBuffer bytes = encoding.charset().newEncoder().encode(CharBuffer.wrap(text));
      byte[] copy = new byte[bytes.remaining()];
      bytes.get(copy);
      return copy;
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  private String line(List<String> cells) {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(lineEnd).build(text)) {
      csv.writeRecord(cells);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }
}
