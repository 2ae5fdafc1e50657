package careplanhub.channel.fax;

import careplanhub.ledger.Answers;
import careplanhub.ledger.FaxJob;
import careplanhub.ledger.FaxJobs;
import careplanhub.ledger.Parcel;
import careplanhub.office.Directory;
import careplanhub.office.FaxAccess;
import careplanhub.office.FaxSendingSettings;
import careplanhub.office.FaxSendingSettings.Way;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The steps of {@code routes/channel-fax.yaml} that hand parcels on to whoever dials. What may have
 * been handed on is never handed on again before a report of failure or a person says so. Safe for
 * every thread.
 */
public final class FaxAttempts {
  private static final Logger LOG = LoggerFactory.getLogger(FaxAttempts.class);
  private static final String JOB = "faxJob";
  private static final String BY_MAIL = "faxByMail";
  private static final String UNSURE =
      "FAX サービスにメールを渡している途中で止まったので、送ったかどうか分かりません。FAX サービスの送信記録を確かめてください。";
  private static final String UNCHECKED =
      "FAX 番号が変わったか無くなったので、送っていません。corporation.yaml の相手の fax を確かめてください。"
          + "新しい番号は、次にこの相手へ送るときに確認の質問が出ます。";

  private final FaxSendingSettings settings;
  private final Directory directory;
  private final FaxBooks books;
  private final FaxFiles files;
  private final FaxMail mail;
  private volatile String warning = "";

  FaxAttempts(
      FaxSendingSettings settings,
      Directory directory,
      FaxBooks books,
      FaxFiles files,
      FaxMail mail) {
    this.settings = settings;
    this.directory = directory;
    this.books = books;
    this.files = files;
    this.mail = mail;
  }

  /** Japanese: why nothing could be handed on; empty after a success. */
  String warning() {
    return warning;
  }

  /** What is to be handed on now. */
  public List<FaxJob> due() {
    return settings.way() == Way.NONE ? List.of() : books.jobs().due(settings.maximumJobs());
  }

  /**
   * Begins an attempt. For a folder it hands it on too; for a mail the message is made, and the
   * exchange says that it is to be sent.
   */
  public void begin(FaxJob job, Exchange exchange) throws IOException {
    exchange.setProperty(JOB, job);
    exchange.setProperty(BY_MAIL, false);
    Parcel parcel = books.parcels().find(job.parcel()).orElseThrow();
    Optional<FaxAccess> fax =
        directory
            .faxOf(parcel.addressee())
            .filter(one -> books.numbers().isChecked(parcel.addressee(), one.digits()));
    boolean unsure = settings.way() == Way.MAIL && job.state() == FaxJob.State.BEGUN;
    if (fax.isEmpty() || unsure) {
      exchange.removeProperty(JOB);
      ask(job, unsure ? UNSURE : UNCHECKED);
    } else if (settings.way() == Way.MAIL) {
      compose(job, parcel, fax.get(), exchange);
    } else {
      lay(job, parcel, fax.get(), exchange);
    }
  }

  private void lay(FaxJob job, Parcel parcel, FaxAccess fax, Exchange exchange) throws IOException {
    if (job.state() == FaxJob.State.WAITING) {
      files.lay(FaxFiles.Ask.next(job, parcel.sender(), fax), books.vault().read(job.content()));
      begun(job, exchange);
    }
    FaxJob begun = exchange.getProperty(JOB, FaxJob.class);
    files.handOn(FaxFiles.Ask.last(begun, parcel.sender(), fax));
  }

  private void compose(FaxJob job, Parcel parcel, FaxAccess fax, Exchange exchange)
      throws IOException {
    FaxFiles.Ask ask = FaxFiles.Ask.next(job, parcel.sender(), fax);
    mail.compose(ask, books.vault().read(job.content()), settings.format(), exchange);
    begun(job, exchange);
    exchange.setProperty(BY_MAIL, true);
  }

  private void begun(FaxJob job, Exchange exchange) {
    books.jobs().begin(job);
    exchange.setProperty(JOB, job.begun());
  }

  /** The attempt was handed on: a report, or a person, has to say what became of it. */
  public void handedOn(Exchange exchange) {
    FaxJob job = exchange.getProperty(JOB, FaxJob.class);
    if (job != null) {
      books.jobs().handedOn(job, reports() ? settings.reportWait() : Duration.ZERO);
      LOG.info("parcel {} handed on to be sent by FAX", job.parcel());
      warning = "";
    }
  }

  private boolean reports() {
    return settings.way() == Way.FOLDER && settings.gateway().reports();
  }

  /** An attempt met a trouble; what certainly was not handed on is tried again after a wait. */
  public void failed(Exchange exchange, @ExchangeException Exception trouble) {
    FaxJob job = exchange.getProperty(JOB, FaxJob.class);
    LOG.warn(
        "parcel {} not handed on by FAX, {}",
        job == null ? "?" : job.parcel(),
        trouble.getClass().getSimpleName());
    warning =
        settings.way() == Way.MAIL
            ? "FAX サービスにメールを渡せません。メールサーバー、ログイン、証明書（faxSending.mail）を確かめてください。自動でやり直します。"
            : "FAX サーバーのフォルダーに置けません。共有の接続、空き、権限を確かめてください。自動でやり直します。";
    if (job == null) {
      return;
    }
    if (job.state() == FaxJob.State.WAITING || isMailUnsent(job, trouble)) {
      books.jobs().tryLater(job, settings.retryDelay(), trouble.getClass().getSimpleName());
    } else if (settings.way() == Way.MAIL) {
      ask(job, UNSURE);
    }
  }

  private boolean isMailUnsent(FaxJob job, Exception trouble) {
    return settings.way() == Way.MAIL
        && job.state() == FaxJob.State.BEGUN
        && FaxMail.isUnsent(trouble);
  }

  /** Asks about what nobody has reported in time. */
  public void askAboutOverdue() {
    for (FaxJob job : books.jobs().overdue(settings.maximumJobs())) {
      ask(
          job,
          reports()
              ? "FAX の送信結果の報告が届きません。FAX サーバーの送信記録を確かめてください。"
              : "FAX を"
                  + (settings.way() == Way.MAIL ? "FAX サービス" : "FAX サーバー")
                  + "に渡しました。送信記録を確かめてください。");
    }
  }

  /** Asks a person what became of a job. */
  void ask(FaxJob job, String text) {
    Parcel parcel = books.parcels().find(job.parcel()).orElseThrow();
    books
        .jobs()
        .ask(
            job,
            new FaxJobs.Doubt(
                parcel.sender(),
                parcel.addressee(),
                "送信先 "
                    + parcel.addressee()
                    + directory.nameOf(parcel.addressee()).map(name -> " " + name).orElse("")
                    + "（"
                    + job.pages()
                    + " ページ）: "
                    + text
                    + "送れていれば「"
                    + Answers.SENT
                    + "」、送れていなければ「"
                    + Answers.TRY_AGAIN
                    + "」か「"
                    + Answers.GIVE_UP
                    + "」と答えてください。"));
  }
}
