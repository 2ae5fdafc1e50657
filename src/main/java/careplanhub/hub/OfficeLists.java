package careplanhub.hub;

import careplanhub.hub.notice.Notice;
import careplanhub.ledger.Consent;
import careplanhub.ledger.Consents;
import careplanhub.ledger.Enclosures;
import careplanhub.ledger.Parcel;
import careplanhub.ledger.Parcels;
import careplanhub.ledger.Reception;
import careplanhub.ledger.Receptions;
import careplanhub.ledger.Withdrawal;
import careplanhub.ledger.Withdrawals;
import careplanhub.office.Directory;
import careplanhub.office.HubSettings;
import careplanhub.office.Office;
import careplanhub.standard.OfficeNumber;
import careplanhub.store.DurableFiles;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * 送信一覧 and 受信一覧 of each office, as HTML and as CSV in the office's folder, written again whenever
 * they change. Safe for every thread.
 */
public final class OfficeLists {
  private static final Logger LOG = LoggerFactory.getLogger(OfficeLists.class);

  /** How many times as long as it wrote. */
  private static final int REST = 19;

  private static final String BOM = "\uFEFF";

  private final OfficeFolders folder;
  private final Directory directory;
  private final HubSettings settings;
  private final DurableFiles files;
  private final Parcels parcels;
  private final Enclosures enclosures;
  private final Receptions receptions;
  private final Withdrawals withdrawals;
  private final Consents consents;
  private final Changes changes;
  private final SendTroubles troubles;
  private final Supplier<List<Notice>> notices;
  private final Clock clock;
  private volatile long restUntil = System.nanoTime();
  private final Map<OfficeNumber, List<String>> noticed = new ConcurrentHashMap<>();
  private final TemplateEngine pages = TemplateEngine.createPrecompiled(ContentType.Html);

  OfficeLists(
      OfficeFolders folder,
      Directory directory,
      HubSettings settings,
      DurableFiles files,
      Parcels parcels,
      Enclosures enclosures,
      Receptions receptions,
      Withdrawals withdrawals,
      Consents consents,
      Changes changes,
      SendTroubles troubles,
      Supplier<List<Notice>> notices,
      Clock clock) {
    this.folder = folder;
    this.directory = directory;
    this.settings = settings;
    this.files = files;
    this.parcels = parcels;
    this.enclosures = enclosures;
    this.receptions = receptions;
    this.withdrawals = withdrawals;
    this.consents = consents;
    this.changes = changes;
    this.troubles = troubles;
    this.notices = notices;
    this.clock = clock;
  }

  /**
   * Writes the lists of the offices where something changed. After a writing that took long it
   * rests, so that thousands of parcels an hour do not make it write all the time.
   */
  public void writeChanged() {
    if (System.nanoTime() - restUntil < 0) {
      return;
    }
    long begin = System.nanoTime();
    writeNow();
    restUntil = System.nanoTime() + REST * (System.nanoTime() - begin);
  }

  private void writeNow() {
    touchWhereNoticesChanged();
    for (OfficeNumber office : changes.take()) {
      try {
        if (!folder.isThere(office)) {
          changes.touch(office);
          continue;
        }
        write(office);
      } catch (IOException | RuntimeException e) {
        LOG.warn("office {}: lists not written, {}", office, Troubles.nameOf(e));
        changes.touch(office);
      }
    }
  }

  private void touchWhereNoticesChanged() {
    for (Office office : directory.offices()) {
      List<String> now = noticesOf(office.number());
      if (!now.equals(noticed.put(office.number(), now))) {
        changes.touch(office.number());
      }
    }
  }

  private List<String> noticesOf(OfficeNumber office) {
    return notices.get().stream()
        .filter(notice -> notice.subject().equals(office.value()))
        .map(Notice::sentence)
        .toList();
  }

  private void write(OfficeNumber office) throws IOException {
    if (directory.office(office).isEmpty()) {
      return;
    }
    int most = settings.lists().maximumRows();
    write(office, "送信一覧", ListRows.SENT_COLUMNS, sent(office, most));
    write(office, "受信一覧", ListRows.RECEIVED_COLUMNS, received(office, most));
  }

  private List<List<String>> sent(OfficeNumber office, int most) {
    List<List<String>> rows = new ArrayList<>();
    Map<String, List<Withdrawals.Sent>> withdrawn = withdrawals.sentBy(office);
    Map<String, List<Consent>> consented =
        consents.of(office).stream().collect(Collectors.groupingBy(Consent::parcel));
    for (Parcel parcel : parcels.sentBy(office, most)) {
      ListRows.of(
              parcel,
              enclosures.of(parcel.id()),
              withdrawn.getOrDefault(parcel.id(), List.of()),
              consented.getOrDefault(parcel.id(), List.of()),
              directory)
          .forEach(row -> rows.add(troubles.shown(parcel, row)));
    }
    return rows.stream().limit(most).toList();
  }

  private List<List<String>> received(OfficeNumber office, int most) {
    List<List<String>> rows = new ArrayList<>();
    Map<String, List<Withdrawal>> withdrawn = withdrawals.receivedBy(office);
    for (Reception reception : receptions.receivedBy(office, most)) {
      rows.addAll(
          ListRows.of(reception, withdrawn.getOrDefault(reception.id(), List.of()), directory));
    }
    return rows.stream().limit(most).toList();
  }

  private void write(
      OfficeNumber office, String title, List<String> columns, List<List<String>> rows)
      throws IOException {
    String name = office + " " + directory.office(office).map(Office::name).orElse("");
    OfficeList list =
        new OfficeList(
            title, name, ListRows.time(clock.instant()), noticesOf(office), columns, rows);
    StringOutput html = new StringOutput();
    pages.render("list.jte", list, html);
    Path directoryOfOffice = folder.office(office);
    files.replaceWhole(
        directoryOfOffice.resolve(title + ".html"),
        html.toString().getBytes(StandardCharsets.UTF_8));
    files.replaceWhole(
        directoryOfOffice.resolve(title + ".csv"), csv(list).getBytes(StandardCharsets.UTF_8));
  }

  private static String csv(OfficeList list) throws IOException {
    StringWriter text = new StringWriter();
    text.write(BOM);
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
      csv.writeRecord(list.columns());
      list.rows().forEach(csv::writeRecord);
    }
    return text.toString();
  }
}
