package careplanhub.channel.fax;

import careplanhub.channel.ChannelException;
import careplanhub.channel.EntryFile;
import careplanhub.channel.FetchedParcel;
import careplanhub.channel.ParcelFile;
import careplanhub.channel.ReceivedEntry;
import careplanhub.ledger.FaxPages;
import careplanhub.ledger.FaxResult;
import careplanhub.ledger.Parcel;
import careplanhub.ledger.Question;
import careplanhub.office.Directory;
import careplanhub.standard.OfficeNumber;
import careplanhub.standard.Row;
import careplanhub.store.ContentId;
import careplanhub.store.DurableFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.camel.ExchangeException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What people confirmed goes on: results as a file that is received like any other, chosen pages as
 * PDF into the office's inbox. Pictures lie beside the questions as long as they are open. Safe for
 * every thread.
 */
public final class FaxResults {
  private static final Logger LOG = LoggerFactory.getLogger(FaxResults.class);

  private static final int SHORT_ID = 12;

  private final FaxBooks books;
  private final ParcelFileRows rows;
  private final Directory directory;
  private final Function<OfficeNumber, Path> folders;
  private final DurableFiles files;
  private final Clock clock;

  /**
   * @param folders an office's own folder
   */
  FaxResults(
      FaxBooks books,
      ParcelFileRows rows,
      Directory directory,
      Function<OfficeNumber, Path> folders,
      DurableFiles files,
      Clock clock) {
    this.books = books;
    this.rows = rows;
    this.directory = directory;
    this.folders = folders;
    this.files = files;
    this.clock = clock;
  }

  /** Confirmed results that are no file yet. */
  public List<FaxResult> confirmed() {
    return books.inbox().proposals().in(FaxResult.State.CONFIRMED);
  }

  /** Makes the file of confirmed results; a person may have wanted none. */
  public void complete(FaxResult result) throws IOException, UnprintableException {
    Parcel parcel = books.parcels().find(result.parcel()).orElseThrow();
    List<Question.Line> answers = books.questions().find(result.question()).orElseThrow().lines();
    List<SheetLine> lines = SheetLines.read(books.vault().read(result.proposal()));
    ResultFile file =
        new ResultFile(slip(parcel), parcel, LocalDate.ofInstant(clock.instant(), clock.getZone()));
    List<Row> all = new ArrayList<>();
    for (int position = 0; position < lines.size(); position++) {
      String answer = String.valueOf(answers.get(position).answer());
      SheetLine line = lines.get(position);
      all.addAll(file.rows(line.line(), ResultFile.days(line, answer)));
    }
    if (all.isEmpty()) {
      books.inbox().proposals().declined(result);
      return;
    }
    String name =
        file.name(lines.get(0).line().targetMonth(), books.serials().next(result.partner()));
    books.inbox().proposals().ready(result, books.vault().put(ResultFile.write(all)), name);
    LOG.info("office {}: results of sheets are ready", result.office());
  }

  private List<Row> slip(Parcel parcel) throws IOException, UnprintableException {
    List<ParcelFile> all = new ArrayList<>();
    for (Parcel.ParcelEntry file : parcel.files()) {
      all.add(new ParcelFile(file.name(), books.vault().read(file.content())));
    }
    return rows.of(all);
  }

  /** Results that wait to be received. */
  List<ReceivedEntry> received(OfficeNumber office) {
    return books.inbox().proposals().in(FaxResult.State.READY).stream()
        .filter(result -> result.office().equals(office))
        .map(
            result ->
                new ReceivedEntry(
                    result.id(),
                    result.changedAt(),
                    "FAX の記入票",
                    result.partner(),
                    directory.nameOf(result.partner()).orElse(""),
                    List.of(new EntryFile(result.name(), "登録", "", "", 0, "")),
                    false,
                    ""))
        .toList();
  }

  /** The file of results. */
  FetchedParcel fetch(OfficeNumber office, String id) throws IOException {
    FaxResult result = known(office, id);
    ContentId content = result.content();
    if (content == null) {
      throw unknown();
    }
    return new FetchedParcel(
        id, List.of(new ParcelFile(result.name(), books.vault().read(content))));
  }

  /** The hub has received the results. */
  void taken(OfficeNumber office, String id) throws ChannelException {
    books.inbox().proposals().taken(known(office, id));
  }

  private FaxResult known(OfficeNumber office, String id) throws ChannelException {
    return books
        .inbox()
        .proposals()
        .find(id)
        .filter(result -> result.office().equals(office))
        .orElseThrow(FaxResults::unknown);
  }

  private static ChannelException unknown() {
    return new ChannelException(ChannelException.Reason.REFUSED, "PARCEL_UNKNOWN", null);
  }

  /** The pages that people chose an office for. */
  public List<FaxPages.AskedPage> chosen() {
    return books.inbox().pages().chosen();
  }

  /** Lays a page as PDF into the inbox of the office that a person chose. */
  public void deliver(FaxPages.AskedPage page) throws IOException {
    OfficeNumber office = page.office();
    if (office == null || directory.office(office).isEmpty()) {
      books.inbox().askAgain(page, "答えた事業所番号の事業所は、このハブにありません。もう一度答えてください。");
      return;
    }
    Path inbox = folders.apply(office).resolve("inbox");
    files.replaceWhole(
        inbox.resolve(
            "FAX_" + page.content().hex().substring(0, SHORT_ID) + "_" + page.page() + ".pdf"),
        PagePictures.pdf(books.vault().read(page.picture())));
    books.inbox().pages().delivered(page);
  }

  /** Lays the pictures of open questions beside their sheets. */
  public void showPictures() throws IOException {
    for (FaxPages.AskedPage page : books.inbox().pages().asked()) {
      Path picture = picture(page);
      if (!Files.exists(picture)) {
        files.replaceWhole(picture, books.vault().read(page.picture()));
      }
    }
  }

  /** Takes the pictures of answered questions away; they stay in the vault. */
  public void hidePictures() throws IOException {
    for (FaxPages.AskedPage page : books.inbox().pages().shown()) {
      Path picture = picture(page);
      if (Files.exists(picture)) {
        files.delete(picture);
      }
      books.inbox().pages().hidden(page);
    }
  }

  private Path picture(FaxPages.AskedPage page) {
    return folders
        .apply(page.asked())
        .resolve("要確認")
        .resolve(page.question() + "-" + page.page() + ".png");
  }

  /** One of them is in trouble; the others go on, and it is tried again. */
  public void tryAgain(@ExchangeException Exception trouble) {
    LOG.warn("something that came by FAX does not go on, {}", trouble.getClass().getSimpleName());
  }
}
