package careplanhub.channel.fax;

import careplanhub.channel.Acknowledged;
import careplanhub.channel.ChannelCall;
import careplanhub.channel.ChannelException;
import careplanhub.channel.ChannelFailures;
import careplanhub.channel.EntryPage;
import careplanhub.channel.FetchedParcel;
import careplanhub.channel.OutgoingParcel;
import careplanhub.channel.SendOutcome;
import careplanhub.channel.SentEntry;
import careplanhub.fax.forms.FormDocument;
import careplanhub.fax.forms.MissingCharacter;
import careplanhub.ledger.Answers;
import careplanhub.ledger.FaxJob;
import careplanhub.ledger.FaxJobs;
import careplanhub.office.Directory;
import careplanhub.office.FaxAccess;
import careplanhub.office.FaxSendingSettings;
import careplanhub.store.ContentId;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/**
 * The steps of {@code routes/channel-fax.yaml} that answer {@link careplanhub.channel.Channels}.
 * Sending prints; handing on is the work of {@link FaxAttempts}. Safe for every thread.
 */
public final class FaxEndpoints {
  private static final int MOST_LISTED = 10_000;

  private final FaxSendingSettings settings;
  private final ParcelForms forms;
  private final Directory directory;
  private final FaxBooks books;
  private final FaxResults results;
  private final Clock clock;

  FaxEndpoints(
      FaxSendingSettings settings,
      ParcelForms forms,
      Directory directory,
      FaxBooks books,
      FaxResults results,
      Clock clock) {
    this.settings = settings;
    this.forms = forms;
    this.directory = directory;
    this.books = books;
    this.results = results;
    this.clock = clock;
  }

  /** Prints a parcel and lays it ready; one that was laid ready before stays as it is. */
  public SendOutcome send(ChannelCall.Send call) throws IOException {
    OutgoingParcel parcel = call.parcel();
    if (books.jobs().find(parcel.id()).isPresent()) {
      return new SendOutcome.Prepared();
    }
    Optional<FaxAccess> fax = directory.faxOf(parcel.to());
    if (settings.way() == FaxSendingSettings.Way.NONE || fax.isEmpty()) {
      return new UnprintableException(
              "FAXSEND-01",
              settings.way() == FaxSendingSettings.Way.NONE
                  ? "FAX の送り方が決まっていません。config/hub.yaml の faxSending.way を書いてください。"
                  : "相手の FAX 番号がありません。corporation.yaml の相手に fax を書いてください。")
          .refusal();
    }
    try {
      PrintedParcel printed = forms.print(parcel, fax.get());
      books
          .jobs()
          .prepare(parcel.id(), kept(printed, fax.get()), doubt(parcel, printed.document()));
    } catch (UnprintableException e) {
      return e.refusal();
    }
    return new SendOutcome.Prepared();
  }

  private FaxJobs.Printed kept(PrintedParcel printed, FaxAccess fax) throws IOException {
    ContentId boxes = printed.boxes().length == 0 ? null : books.vault().put(printed.boxes());
    return new FaxJobs.Printed(
        books.vault().put(printed.file()),
        boxes,
        printed.document().pages(),
        books.numbers().index(fax.digits()));
  }

  /** A page with 〓 in the place of a character goes out only when a person says so. */
  private static FaxJobs.@Nullable Doubt doubt(OutgoingParcel parcel, FormDocument document) {
    return document.missing().isEmpty()
        ? null
        : new FaxJobs.Doubt(
            parcel.from(),
            parcel.to(),
            "FAX の様式に印刷できない文字があり、そこは 〓 になります。"
                + document.missing().stream()
                    .map(MissingCharacter::message)
                    .collect(Collectors.joining(" "))
                + " このまま送るなら「"
                + Answers.TRY_AGAIN
                + "」、介護ソフトで直して書き出し直すなら「"
                + Answers.GIVE_UP
                + "」と答えてください。");
  }

  /** What an office sent, and when somebody said that it was; or the results of its sheets. */
  public EntryPage<?> list(ChannelCall.ListPage call) {
    return call.direction() == ChannelCall.Direction.SENT
        ? new EntryPage<>(
            books.jobs().open(call.office(), MOST_LISTED).stream()
                .flatMap(job -> sent(job).stream())
                .toList(),
            null)
        : new EntryPage<>(results.received(call.office()), null);
  }

  private Optional<SentEntry> sent(FaxJob job) {
    return books
        .parcels()
        .find(job.parcel())
        .map(
            parcel ->
                new SentEntry(
                    job.parcel(),
                    job.sentAt(),
                    "",
                    parcel.addressee(),
                    directory.nameOf(parcel.addressee()).orElse(""),
                    List.of(),
                    false,
                    null,
                    null,
                    job.receipt(),
                    ""));
  }

  /** The file of confirmed results. */
  public FetchedParcel fetch(ChannelCall.Fetch call) throws IOException {
    return results.fetch(call.office(), call.parcelId());
  }

  /** The results were received here; nobody at the other side hears of it. */
  public Acknowledged acknowledge(ChannelCall.Acknowledge call) throws IOException {
    results.taken(call.office(), call.parcelId());
    return new Acknowledged(call.parcelId(), clock.instant());
  }

  /** What a failure on the way means for the caller; it takes the place of the answer. */
  public ChannelException failure(Exchange exchange) {
    return ChannelFailures.of(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class));
  }
}
