package careplanhub.channel.fax;

import careplanhub.fax.PageCode;
import careplanhub.fax.forms.FormDocument.ResultPage;
import careplanhub.fax.forms.ResultLine;
import careplanhub.fax.read.ResultSheetReading;
import careplanhub.ledger.FaxInbox;
import careplanhub.ledger.FaxJob;
import careplanhub.ledger.Parcel;
import careplanhub.ledger.Question;
import careplanhub.office.Directory;
import careplanhub.office.Partner;
import careplanhub.standard.OfficeNumber;
import careplanhub.store.ContentId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Decides where the pages of a file belong: a page with our code to its parcel, its filled boxes as
 * a proposal to a person; every other page to a person. Safe for every thread.
 */
final class FaxFiling {
  private final FaxBooks books;
  private final Directory directory;
  private final int maximumLines;

  FaxFiling(FaxBooks books, Directory directory, int maximumLines) {
    this.books = books;
    this.directory = directory;
    this.maximumLines = maximumLines;
  }

  /** Results are asked about together that belong to one parcel and month. */
  private record Sheets(Parcel parcel, String month) {}

  /**
   * What is noted and asked about a file.
   *
   * @param place the office whose folder it was in, or shared
   * @param staff who are asked about pages that tell nothing
   * @param name the file's name, in which a FAX machine may write the sender's number
   */
  FaxInbox.Arrived file(
      ContentId content, String place, OfficeNumber staff, String name, List<SeenPage> seen)
      throws IOException {
    List<FaxInbox.Page> pages = new ArrayList<>();
    List<Integer> strange = new ArrayList<>();
    Map<Sheets, List<SheetLine>> sheets = new LinkedHashMap<>();
    for (SeenPage page : seen) {
      Optional<Parcel> parcel = page.code().flatMap(this::parcel);
      List<SheetLine> lines = parcel.isEmpty() ? List.of() : lines(page, parcel.get());
      for (SheetLine line : lines) {
        sheets
            .computeIfAbsent(
                new Sheets(parcel.orElseThrow(), line.line().targetMonth()),
                key -> new ArrayList<>())
            .add(line);
      }
      if (parcel.isEmpty()) {
        strange.add(page.page());
      }
      pages.add(
          new FaxInbox.Page(
              page.page(),
              parcel.map(Parcel::id).orElse(null),
              parcel.isEmpty() ? 0 : page.code().orElseThrow().page(),
              page.picture(),
              lines.isEmpty() ? parcel.map(Parcel::sender).orElse(null) : null));
    }
    List<FaxInbox.Asked> asked = new ArrayList<>();
    for (Map.Entry<Sheets, List<SheetLine>> one : sheets.entrySet()) {
      for (List<SheetLine> part : parts(one.getValue())) {
        asked.add(aboutResults(one.getKey(), part));
      }
    }
    if (!strange.isEmpty()) {
      asked.add(aboutPages(content, staff, name, strange));
    }
    return new FaxInbox.Arrived(content, place, pages, asked);
  }

  /** A code counts when its parcel is one of ours that left by FAX and has that page. */
  private Optional<Parcel> parcel(PageCode code) {
    return books
        .jobs()
        .find(code.parcel().toString())
        .filter(job -> code.pages() == job.pages())
        .flatMap(job -> books.parcels().find(job.parcel()));
  }

  private List<SheetLine> lines(SeenPage page, Parcel parcel) throws IOException {
    ContentId boxes = books.jobs().find(parcel.id()).map(FaxJob::boxes).orElse(null);
    if (boxes == null) {
      return List.of();
    }
    int number = page.code().orElseThrow().page();
    List<ResultLine> meanings =
        FaxBoxes.read(books.vault().read(boxes)).stream()
            .filter(one -> one.page() == number)
            .map(ResultPage::lines)
            .findFirst()
            .orElse(List.of());
    return page.marks().isEmpty()
        ? meanings.stream().map(line -> SheetLine.unread(line, page.page())).toList()
        : ResultSheetReading.of(page.marks().get(), meanings).lines().stream()
            .map(line -> SheetLine.of(line, page.page()))
            .toList();
  }

  private List<List<SheetLine>> parts(List<SheetLine> lines) {
    List<List<SheetLine>> parts = new ArrayList<>();
    for (int from = 0; from < lines.size(); from += maximumLines) {
      parts.add(lines.subList(from, Math.min(lines.size(), from + maximumLines)));
    }
    return parts;
  }

  private FaxInbox.Asked aboutResults(Sheets sheets, List<SheetLine> lines) throws IOException {
    Parcel parcel = sheets.parcel();
    return new FaxInbox.Asked(
        parcel.sender(),
        Question.Kind.FAX_RESULTS,
        parcel.id(),
        described(parcel.addressee())
            + " から、"
            + sheets.month()
            + " の実績の記入票が FAX で届きました。読み取ったとおりか、隣の画像と 1 行ずつ見比べてください。確かめるまで取り込みません。"
            + "予定のない日の追加や備考は、機械には読めません。",
        lines.stream()
            .map(
                line ->
                    new Question.Line(
                        line.doubtful().isEmpty() ? "" : Question.DOUBTFUL, line.text(), null))
            .toList(),
        lines.stream().map(SheetLine::page).distinct().toList(),
        new FaxInbox.Proposed(parcel.addressee(), books.vault().put(SheetLines.write(lines))));
  }

  private FaxInbox.Asked aboutPages(
      ContentId content, OfficeNumber staff, String name, List<Integer> pages) {
    String digits = name.replaceAll("[^0-9]", "");
    String senders =
        directory.partners().stream()
            .filter(partner -> partner.fax() != null && digits.contains(partner.fax().digits()))
            .map(Partner::number)
            .map(this::described)
            .collect(Collectors.joining("、"));
    String offices =
        directory.offices().stream()
            .map(office -> described(office.number()))
            .collect(Collectors.joining("、"));
    return new FaxInbox.Asked(
        staff,
        Question.Kind.FAX_PAGE,
        content.hex(),
        "どの送信のものか分からないページが FAX で届きました。隣の画像を見て、どの事業所のものか答えてください。"
            + (senders.isEmpty() ? "" : "ファイル名の番号では、送信元は " + senders + " です。")
            + "候補: "
            + offices,
        pages.stream().map(page -> new Question.Line("", page + " ページ目", null)).toList(),
        pages,
        null);
  }

  private String described(OfficeNumber office) {
    return office + directory.nameOf(office).map(name -> " " + name).orElse("");
  }
}
