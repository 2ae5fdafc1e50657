package careplanhub.hub;

import careplanhub.channel.ParcelFile;
import careplanhub.channel.ParcelRules;
import careplanhub.ledger.Arrivals;
import careplanhub.ledger.Consent;
import careplanhub.ledger.Consents;
import careplanhub.ledger.Parcel;
import careplanhub.ledger.Parcels;
import careplanhub.office.Directory;
import careplanhub.office.HubSettings;
import careplanhub.standard.FileKind;
import careplanhub.standard.FileName;
import careplanhub.standard.OfficeNumber;
import careplanhub.standard.Row;
import careplanhub.standard.UserIdentity;
import careplanhub.standard.units.PlannedFile;
import careplanhub.store.ContentId;
import careplanhub.store.Vault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Records the consent (同意) of a user with a plan or slip that was sent. Its PDF goes to the
 * addressee as an attachment where that is agreed, and stays here where not; a date never goes. A
 * command beside a running hub may do so too. Safe for every thread.
 */
public final class Consenting {
  /** How the name of a consent's PDF begins. */
  static final String NAMED = "同意";

  private static final String RESULT = "UPJSK";
  private static final String END = "%%EOF";
  private static final int TAIL = 1024;

  private final Consents consents;
  private final Parcels parcels;
  private final Vault vault;
  private final KeptUnits kept;
  private final ParcelRules rules;
  private final HubSettings settings;
  private final Directory directory;

  /** The consents of a hub. */
  public Consenting(Books books, HubSettings settings, Directory directory) {
    this.consents = books.consents();
    this.parcels = books.parcels();
    this.vault = books.vault();
    this.kept =
        new KeptUnits(
            books.parcels(),
            books.receptions(),
            books.vault(),
            new Rewriting(settings.check().tolerant().reading()));
    this.rules = new ParcelRules(settings.attachments(), office -> false);
    this.settings = settings;
    this.directory = directory;
  }

  /**
   * What a person says.
   *
   * @param parcel 受付番号
   * @param insuredNumber of the user
   * @param on the day of the consent
   * @param by who notes it, may be empty
   * @param pdf null when there is only the date
   */
  public record Said(
      String parcel, String insuredNumber, LocalDate on, String by, @Nullable Path pdf) {}

  /**
   * What became of it.
   *
   * @param refusal Japanese: why nothing was recorded, and what to do; empty when it was
   * @param travels whether the PDF goes to the addressee
   */
  public record Recorded(String refusal, boolean travels) {
    private static Recorded refused(String japanese) {
      return new Recorded(japanese, false);
    }
  }

  /** Whether PDFs of consents may go to an office; within one hub they may. */
  static boolean goTo(Directory directory, OfficeNumber office) {
    return directory.isOwn(office)
        || directory.partner(office).map(p -> p.terms().consentPdf()).orElse(false);
  }

  /**
   * Records it; the same said twice is recorded and sent once.
   *
   * @param actor who says it, as the evidence shall name it
   */
  public Recorded record(Said said, String actor) throws IOException {
    Optional<Parcel> parcel =
        parcels.find(said.parcel()).filter(one -> one.state() != Parcel.State.GIVEN_UP);
    if (parcel.isEmpty()) {
      return Recorded.refused("送ったものに、この受付番号はありません。送信一覧で確かめてください。");
    }
    Optional<UserIdentity> user = user(parcel.get(), said.insuredNumber());
    if (user.isEmpty()) {
      return Recorded.refused("この送信の計画や提供票に、この被保険者番号の利用者はありません。受付番号と被保険者番号を確かめてください。");
    }
    byte[] pdf = new byte[0];
    if (said.pdf() != null) {
      Optional<String> unreadable = faultOf(said.pdf());
      if (unreadable.isPresent()) {
        return Recorded.refused(unreadable.get());
      }
      pdf = Files.readAllBytes(said.pdf());
      if (!isWholePdf(pdf, parcel.get().addressee())) {
        return Recorded.refused("PDF として読めません。コピーが終わってから、正しい PDF でやり直してください。");
      }
    }
    return record(parcel.get(), user.get(), said, pdf, actor);
  }

  private Recorded record(Parcel parcel, UserIdentity user, Said said, byte[] pdf, String actor)
      throws IOException {
    boolean travels = pdf.length > 0 && goTo(directory, parcel.addressee());
    ContentId content = pdf.length > 0 ? vault.put(pdf) : null;
    consents.record(
        new Consent(parcel.id(), user, said.on(), said.by(), content, travels),
        travels && content != null ? attachment(parcel, said, content, pdf.length) : null,
        actor);
    return new Recorded("", travels);
  }

  private Optional<UserIdentity> user(Parcel parcel, String insuredNumber) throws IOException {
    for (PlannedFile file : kept.sent(parcel, Consenting::isPlanOrSlip)) {
      for (Row row : file.rows()) {
        if (row.user().insuredNumber().equals(insuredNumber)) {
          return Optional.of(row.user());
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isPlanOrSlip(FileName name) {
    return name.fileKind().use() == FileKind.Use.REGISTER && !name.kind().equals(RESULT);
  }

  private Optional<String> faultOf(Path pdf) throws IOException {
    if (!Files.isRegularFile(pdf)) {
      return Optional.of("同意の PDF がありません。名前と場所を確かめてください。");
    }
    return Files.size(pdf) > settings.attachments().maximumSize().bytes()
        ? Optional.of("同意の PDF が大きすぎます。小さくするか、管理者に上限（attachments.maximumSize）の変更を依頼してください。")
        : Optional.empty();
  }

  /** A PDF ends in its mark; one that is still being copied does not. */
  private boolean isWholePdf(byte[] bytes, OfficeNumber addressee) {
    byte[] tail = Arrays.copyOfRange(bytes, Math.max(0, bytes.length - TAIL), bytes.length);
    String end = new String(tail, StandardCharsets.ISO_8859_1);
    return end.contains(END)
        && rules.faultOf(new ParcelFile(NAMED + ".pdf", bytes), addressee).isEmpty();
  }

  /** It goes as what staff put into a folder of attachments does. */
  private Arrivals.Found attachment(Parcel parcel, Said said, ContentId content, long size) {
    String day = DateTimeFormatter.BASIC_ISO_DATE.format(said.on());
    String name =
        Attachment.FOLDER
            + "/"
            + parcel.addressee()
            + " "
            + NAMED
            + " "
            + parcel.id()
            + "/"
            + NAMED
            + "_"
            + said.insuredNumber()
            + "_"
            + day
            + ".pdf";
    String key = Attachment.unitKey(vault, name);
    return new Arrivals.Found(parcel.sender(), name, content, size, key, Duration.ZERO);
  }
}
