package careplanhub.channel.fax;

import careplanhub.ledger.FaxJob;
import careplanhub.office.FaxGatewaySettings;
import careplanhub.office.FaxSendingSettings;
import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileFilter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads what the FAX server reports of attempts: the name of a file tells which and whether it was
 * sent, its text perhaps why not. Safe for every thread.
 */
public final class FaxReports implements GenericFileFilter<File> {
  private static final Logger LOG = LoggerFactory.getLogger(FaxReports.class);
  private static final int HASH_LENGTH = 32;
  private static final int LONGEST_REASON = 200;

  private final FaxSendingSettings settings;
  private final FaxBooks books;
  private final FaxAttempts attempts;
  private final GenericFileFilter<File> still;
  private final Pattern sent;
  private final Pattern failed;

  FaxReports(
      FaxSendingSettings settings,
      FaxBooks books,
      FaxAttempts attempts,
      GenericFileFilter<File> still) {
    this.settings = settings;
    this.books = books;
    this.attempts = attempts;
    this.still = still;
    this.sent = pattern(settings.gateway().sentReports());
    this.failed = pattern(settings.gateway().failedReports());
  }

  /** A template in which <code>{job}</code> is the attempt and <code>*</code> anything. */
  private static Pattern pattern(String template) {
    String quoted =
        "\\Q"
            + template.replace("{job}", "\\E([0-9a-f]{12}-[0-9]{1,6})\\Q").replace("*", "\\E.*\\Q")
            + "\\E";
    return Pattern.compile(quoted, Pattern.CASE_INSENSITIVE);
  }

  /** A report that lies still and is small enough. */
  @Override
  public boolean accept(GenericFile<File> file) {
    FaxGatewaySettings gateway = settings.gateway();
    return !file.isDirectory()
        && attempt(file.getFileNameOnly()).isPresent()
        && file.getFileLength() <= gateway.maximumReportSize().bytes()
        && still.accept(file);
  }

  private Optional<String> attempt(String name) {
    return attempt(sent, name).or(() -> attempt(failed, name));
  }

  private static Optional<String> attempt(Pattern pattern, String name) {
    Matcher found = pattern.matcher(name);
    return found.matches() ? Optional.of(found.group(1)) : Optional.empty();
  }

  /** Notes what a report says. One about nothing of ours changes nothing. */
  public void read(File body) throws IOException {
    String name = body.getName();
    byte[] text = Files.readAllBytes(body.toPath());
    String attempt = attempt(name).orElseThrow();
    Optional<FaxJob> job = books.jobs().ofAttempt(attempt);
    if (job.isEmpty()) {
      LOG.warn("a report of a FAX server is about no attempt of this hub");
      return;
    }
    String receipt = attempt + " " + hash(text);
    if (attempt(sent, name).isPresent()) {
      books.jobs().sent(job.get(), receipt);
      LOG.info("parcel {} was sent by FAX", job.get().parcel());
    } else if (books.jobs().failed(job.get(), attempt, receipt, settings.retryDelay())) {
      LOG.warn("parcel {}: attempt {} by FAX failed", job.get().parcel(), job.get().attempt());
      if (job.get().attempt() >= settings.attempts()) {
        attempts.ask(
            job.get(), "FAX を " + job.get().attempt() + " 回送りましたが、送れませんでした。" + reason(text));
      }
    }
  }

  private static String reason(byte[] text) {
    String words =
        decoded(text, StandardCharsets.UTF_8)
            .or(() -> decoded(text, Charset.forName("windows-31j")))
            .orElse("")
            .replaceAll("[\\s\\p{Cntrl}]+", " ")
            .strip();
    return words.isEmpty()
        ? ""
        : "FAX サーバーの報告: 「"
            + words.substring(
                0,
                words.offsetByCodePoints(
                    0, Math.min(LONGEST_REASON, words.codePointCount(0, words.length()))))
            + "」";
  }

  private static Optional<String> decoded(byte[] text, Charset charset) {
    try {
      return Optional.of(charset.newDecoder().decode(ByteBuffer.wrap(text)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static String hash(byte[] text) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(text);
      return HexFormat.of().formatHex(hash).substring(0, HASH_LENGTH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
