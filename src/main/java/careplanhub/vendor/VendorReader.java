package careplanhub.vendor;

import careplanhub.standard.ByteSource;
import careplanhub.standard.Row;
import careplanhub.standard.UserIdentity;
import careplanhub.vendor.VendorRows.Damaged;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads one file of a vendor through a mapping. Used once, by one thread. */
final class VendorReader {
  private final Mapping mapping;
  private final long mostRecords;
  private final HubFacts facts;
  private final BoundedFindings findings;
  private final ToleratedCounts tolerated = new ToleratedCounts();
  private final Map<NotExchanged, Long> behind = new LinkedHashMap<>();
  private final List<Row> rows = new ArrayList<>();
  private final List<Damaged> damaged = new ArrayList<>();
  private long records;

  VendorReader(Mapping mapping, VendorContext context) {
    this.mapping = mapping;
    this.mostRecords = context.limits().maximumVendorRows();
    this.facts = new HubFacts(context);
    this.findings = new BoundedFindings(context.limits().maximumFindings());
  }

  VendorRows read(ByteSource source) throws IOException {
    TextEncoding encoding = VendorText.encodingOf(source, mapping.columns());
    try (CsvReader<CsvRecord> csv = VendorText.open(source, encoding)) {
      readAll(csv.iterator());
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    behind.forEach(
        (rule, count) ->
            findings.add(
                VendorFinding.NOT_EXCHANGED.of(rule.reason() + "は送りません（" + count + " 行）。")));
    tolerated.findings().forEach(findings::add);
    return new VendorRows(
        rows,
        damaged,
        findings.list(),
        records,
        behind.values().stream().mapToLong(Long::longValue).sum());
  }

  private void readAll(Iterator<CsvRecord> csv) {
    long lastLine = 1;
    try {
      VendorHeader header =
          VendorHeader.of(csv.hasNext() ? csv.next().getFields() : List.of(), mapping.columns());
      if (!isUsable(header)) {
        return;
      }
      while (csv.hasNext() && records < mostRecords) {
        CsvRecord next = csv.next();
        lastLine = next.getStartingLineNumber();
        readRecord(header, next);
      }
      if (csv.hasNext()) {
        damaged.add(new Damaged(lastLine, null));
        findings.add(
            VendorFinding.TOO_MANY_RECORDS.of(
                "行が "
                    + mostRecords
                    + " 行を超えています。設定 intake.maximumVendorRows を確かめるか、ファイルを分けてください。"));
      } else if (records == 0) {
        findings.add(VendorFinding.NO_RECORDS.of("見出しの下に行がありません。書き出しの条件を確認してください。"));
      }
    } catch (CsvParseException e) {
      damaged.add(new Damaged(lastLine, null));
      findings.add(
          VendorFinding.BROKEN_TEXT.at(
              lastLine, null, null, null, "この行より後を CSV として読めません。引用符（\"）が閉じているか確認してください。"));
    }
  }

  private boolean isUsable(VendorHeader header) {
    if (header.positions().isEmpty()) {
      findings.add(
          VendorFinding.OTHER_LAYOUT.of(
              "この形式の見出しがありません。書き出しの種類と文字コード（Shift_JIS か UTF-8）を確認してください。"));
      return false;
    }
    boolean usable = true;
    for (String column : mapping.columns()) {
      if (mapping.requiredColumns().contains(column) && !header.positions().containsKey(column)) {
        findings.add(
            VendorFinding.COLUMN_MISSING.at(
                1L, null, null, column, "列「" + column + "」がありません。書き出す項目に加えてください。"));
        usable = false;
      }
    }
    for (String column : header.twice()) {
      findings.add(
          VendorFinding.COLUMN_TWICE.at(
              1L, null, null, column, "列「" + column + "」が 2 つあります。1 つにしてください。"));
      usable = false;
    }
    for (int place : header.unknown()) {
      findings.add(VendorFinding.COLUMN_UNKNOWN.at(1L, null, place + 1, null, "知らない列なので使いません。"));
    }
    return usable;
  }

  private void readRecord(VendorHeader header, CsvRecord csv) {
    if (csv.getFields().stream().allMatch(String::isBlank)) {
      return;
    }
    records++;
    VendorRecord next =
        new VendorRecord(header.positions(), csv.getFields(), csv.getStartingLineNumber(), records);
    if (!hasRightWidth(header, next)) {
      damaged.add(new Damaged(next.line(), null));
      return;
    }
    for (NotExchanged rule : mapping.notExchanged()) {
      if (rule.means(next)) {
        behind.merge(rule, 1L, Long::sum);
        return;
      }
    }
    translate(next, isDecodable(header, next));
  }

  private boolean hasRightWidth(VendorHeader header, VendorRecord next) {
    List<String> cells = next.cells();
    boolean rightWidth =
        cells.size() >= header.width()
            && cells.subList(header.width(), cells.size()).stream().allMatch(String::isEmpty);
    if (!rightWidth) {
      findings.add(
          VendorFinding.WIDTH.at(
              next.line(),
              next.number(),
              null,
              null,
              "列の数が見出しと違います（見出し "
                  + header.width()
                  + "、この行 "
                  + cells.size()
                  + "）。カンマや改行のある値が引用符（\"）で囲まれているか確認してください。"));
    }
    return rightWidth;
  }

  private boolean isDecodable(VendorHeader header, VendorRecord next) {
    List<String> cells = next.cells();
    for (int place = 0; place < cells.size(); place++) {
      if (cells.get(place).indexOf(VendorText.UNDECODABLE) >= 0) {
        findings.add(
            VendorFinding.UNDECODABLE.at(
                next.line(),
                next.number(),
                place + 1,
                columnAt(header, place),
                "文字コードとして読めない文字があります。入力し直してください。"));
        return false;
      }
    }
    return true;
  }

  private static @Nullable String columnAt(VendorHeader header, int place) {
    return header.positions().entrySet().stream()
        .filter(entry -> entry.getValue() == place)
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(null);
  }

  private void translate(VendorRecord next, boolean decodable) {
    StandardDraft draft = new StandardDraft(next, mapping.layout(), facts, tolerated);
    boolean readable = decodable;
    for (Lens lens : mapping.lenses()) {
      try {
        lens.get(draft);
      } catch (UnreadableException e) {
        String column = e.place();
        findings.add(
            VendorFinding.UNREADABLE_VALUE.at(
                next.line(),
                next.number(),
                column == null ? null : next.columnNumber(column),
                column,
                e.advice()));
        readable = false;
      }
    }
    if (readable) {
      rows.add(draft.row());
    } else {
      UserIdentity user = draft.row().user();
      boolean known = !user.insurerNumber().isEmpty() && !user.insuredNumber().isEmpty();
      damaged.add(new Damaged(next.line(), known ? user : null));
    }
  }
}
