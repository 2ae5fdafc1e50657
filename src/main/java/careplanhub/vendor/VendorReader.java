package careplanhub.vendor;

import careplanhub.standard.NamedSource;
import careplanhub.vendor.VendorRows.Damaged;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads one file of a vendor through its definition. Used once, by one thread. */
final class VendorReader {
  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("uuuuMM");

  private final Definition definition;
  private final OfficeTables shipped;
  private final VendorContext context;
  private final RowMaker.Beginning beginning;
  private final long mostRecords;
  private final BoundedFindings findings;
  private final List<Damaged> damaged = new ArrayList<>();
  private final Map<ExchangeRule, Long> behind = new LinkedHashMap<>();
  private long records;
  private long leftBehind;

  /**
   * @param shipped tables that came with the adapter
   * @param beginning makes rows of records
   */
  VendorReader(
      Definition definition,
      OfficeTables shipped,
      VendorContext context,
      RowMaker.Beginning beginning) {
    this.definition = definition;
    this.shipped = shipped;
    this.context = context;
    this.beginning = beginning;
    this.mostRecords = context.limits().maximumVendorRows();
    this.findings = new BoundedFindings(context.limits().maximumFindings());
  }

  ReadReport read(NamedSource source) throws IOException {
    VendorHead head = VendorText.headOf(source.bytes(), definition.format());
    RecordHandler handler = new RecordHandler();
    VendorRecord place =
        new VendorRecord(
            definition.format().columns(), head.header().places(), definition.readColumns());
    HeaderCheck check = new HeaderCheck(definition, findings);
    if (!check.isUsable(head.header())) {
      return report(Map.of());
    }
    String month = fileMonth(source, head);
    if (definition.needsFileMonth() && month.isEmpty()) {
      findings.add(
          VendorFinding.UNKNOWN_MONTH.of(
              "何年何月のファイルか分かりません。ファイル名か表題の年月を確認するか、年月を指定してください（translate は --month 202512）。"));
      return report(Map.of());
    }
    HubFacts facts = new HubFacts(context, shipped, month);
    RowMaker translation = beginning.begin(place, facts, findings, damaged);
    try (CsvReader<RecordHandler> csv =
        VendorText.open(source.bytes(), head.encoding(), definition.format(), handler)) {
      readAll(csv.iterator(), handler, head, place, translation);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    translation.finish();
    leftBehind = translation.leftBehind();
    return report(facts.unmatched());
  }

  private String fileMonth(NamedSource source, VendorHead head) {
    Optional<YearMonth> said = Optional.ofNullable(context.month());
    return said.or(() -> definition.format().months().monthOf(fileName(source), head.preamble()))
        .map(MONTH::format)
        .orElse("");
  }

  /** Without folders, whichever system's. */
  static String fileName(NamedSource source) {
    String name = source.name();
    return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
  }

  private void readAll(
      Iterator<RecordHandler> csv,
      RecordHandler handler,
      VendorHead head,
      VendorRecord place,
      RowMaker translation) {
    long lastLine = 1;
    try {
      skipToRecords(csv, head);
      handler.want(place.readPlaces());
      while (csv.hasNext() && records < mostRecords) {
        RecordHandler next = csv.next();
        lastLine = next.line();
        if (!next.isBlank()) {
          records++;
          readRecord(next, head.header(), place, translation);
        }
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

  private void skipToRecords(Iterator<RecordHandler> csv, VendorHead head) {
    int lines = definition.format().header() ? head.preamble().size() + 1 : 0;
    while (lines > 0 && csv.hasNext()) {
      lines -= csv.next().isBlank() ? 0 : 1;
    }
  }

  private void readRecord(
      RecordHandler next, VendorHeader header, VendorRecord place, RowMaker translation) {
    if (!hasRightWidth(next, header)) {
      damaged.add(new Damaged(next.line(), null));
      return;
    }
    place.take(next, records);
    for (ExchangeRule rule : definition.notExchanged()) {
      if (rule.means(place)) {
        behind.merge(rule, 1L, Long::sum);
        return;
      }
    }
    translation.translate(isDecodable(next, header));
  }

  private boolean hasRightWidth(RecordHandler next, VendorHeader header) {
    boolean right = next.count() >= header.width() && next.filledCount() <= header.width();
    if (!right) {
      findings.add(
          VendorFinding.WIDTH.at(
              next.line(),
              records,
              null,
              null,
              "列の数が見出しと違います（見出し "
                  + header.width()
                  + "、この行 "
                  + next.count()
                  + "）。カンマや改行のある値が引用符（\"）で囲まれているか確認してください。"));
    }
    return right;
  }

  private boolean isDecodable(RecordHandler next, VendorHeader header) {
    int wrong = next.undecodable();
    if (wrong < 0) {
      return true;
    }
    String name = null;
    for (int index = 0; index < header.places().length; index++) {
      if (header.places()[index] == wrong) {
        name = definition.format().columns().name(index);
      }
    }
    findings.add(
        VendorFinding.UNDECODABLE.at(
            next.line(), records, wrong + 1, name, "文字コードとして読めない文字があります。入力し直してください。"));
    return false;
  }

  private ReadReport report(Map<List<String>, Long> unmatched) {
    behind.forEach(
        (rule, count) ->
            findings.add(
                VendorFinding.NOT_EXCHANGED.of(rule.reason() + "は送りません（" + count + " 行）。")));
    return new ReadReport(
        damaged,
        unmatched.entrySet().stream()
            .map(entry -> new UnmatchedUser(entry.getKey(), entry.getValue()))
            .toList(),
        findings.list(),
        records,
        leftBehind + behind.values().stream().mapToLong(Long::longValue).sum());
  }
}
