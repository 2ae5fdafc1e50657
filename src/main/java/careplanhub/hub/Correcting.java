package careplanhub.hub;

import careplanhub.ledger.Arrivals;
import careplanhub.ledger.Parcel;
import careplanhub.office.HubSettings;
import careplanhub.standard.OfficeNumber;
import careplanhub.store.ContentId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Takes corrected files in like an export, but so that they wait until a person has seen how they
 * differ from what was sent. A command beside a running hub may do so. Safe for every thread.
 */
public final class Correcting {
  private final Books books;
  private final HubSettings settings;

  public Correcting(Books books, HubSettings settings) {
    this.books = books;
    this.settings = settings;
  }

  /**
   * Takes the files of one send unit, or one file of a care software.
   *
   * @param parcel the parcel that they correct; empty for whatever was sent
   * @return Japanese: why they are not taken; empty when they are
   */
  public Optional<String> take(OfficeNumber office, String parcel, List<Path> files)
      throws IOException {
    if (!parcel.isEmpty() && senderOf(parcel).filter(office::equals).isEmpty()) {
      return Optional.of("この事業所が送ったものに、この受付番号はありません。送信一覧で確かめてください。");
    }
    for (Path file : files) {
      if (Files.size(file) > settings.intake().maximumFileSize().bytes()) {
        return Optional.of("ファイルが大きすぎます: " + file.getFileName());
      }
    }
    OrderedUnit order = OrderedUnit.correction(parcel.isEmpty() ? OrderedUnit.NONE : parcel);
    boolean repeated = true;
    for (Path file : files) {
      repeated &= take(office, order, file) == Arrivals.Outcome.REPEAT;
    }
    return repeated
        ? Optional.of("同じ内容の同じファイルを前にも受け取っています。もう一度送るなら ./hub resend を使ってください。")
        : Optional.empty();
  }

  private Optional<OfficeNumber> senderOf(String parcel) {
    return books.parcels().find(parcel).map(Parcel::sender);
  }

  private Arrivals.Outcome take(OfficeNumber office, OrderedUnit order, Path file)
      throws IOException {
    ContentId content;
    try (InputStream bytes = Files.newInputStream(file)) {
      content = books.vault().put(bytes);
    }
    Arrivals.Taken taken =
        books
            .arrivals()
            .take(
                new Arrivals.Found(
                    office,
                    String.valueOf(file.getFileName()),
                    content,
                    Files.size(file),
                    order.key(),
                    settings.intake().unitSettleTime()));
    books.arrivals().moved(taken.id());
    return taken.outcome();
  }
}
