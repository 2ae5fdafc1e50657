package careplanhub.channel.fax;

import careplanhub.fax.page.PageDecoder;
import careplanhub.fax.page.PageRefusedException;
import careplanhub.fax.read.PageReader;
import careplanhub.fax.read.ReadPage;
import careplanhub.ledger.Question;
import careplanhub.standard.OfficeNumber;
import careplanhub.store.ContentId;
import careplanhub.store.DurableFiles;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The step of the routes {@code fax-inbox-…} that takes one file: kept in the vault, read page by
 * page in a child process, noted, and only then moved. What cannot be read is put aside with its
 * reason, and stops nothing else. Safe for every thread.
 */
public final class FaxArrivals {
  private static final Logger LOG = LoggerFactory.getLogger(FaxArrivals.class);
  private static final String TARGET = "faxTarget";
  private static final String SHARED = "shared";
  private static final String TAKEN = "取込済";
  private static final String ERROR = "error";
  private static final String BOM = "\uFEFF";

  private final PageDecoder decoder;
  private final PageReader reader;
  private final FaxFiling filing;
  private final FaxBooks books;
  private final DurableFiles files;

  FaxArrivals(
      PageDecoder decoder,
      PageReader reader,
      FaxFiling filing,
      FaxBooks books,
      DurableFiles files) {
    this.decoder = decoder;
    this.reader = reader;
    this.filing = filing;
    this.books = books;
    this.files = files;
  }

  /** Takes a file and says where it is to be moved. The same bytes again change nothing. */
  public void take(File body, Exchange exchange) throws IOException, InterruptedException {
    Path file = body.toPath();
    String route = exchange.getFromRouteId();
    OfficeNumber staff = new OfficeNumber(route.substring(route.lastIndexOf('-') + 1));
    String place = route.contains(SHARED) ? SHARED : staff.value();
    ContentId content;
    try (InputStream bytes = Files.newInputStream(file)) {
      content = books.vault().put(bytes);
    }
    String folder = TAKEN;
    if (!books.inbox().isKnown(content)) {
      try {
        List<SeenPage> pages = pages(file);
        List<Question> asked =
            books.inbox().arrived(filing.file(content, place, staff, body.getName(), pages));
        LOG.info("a file came by FAX: {} pages, {} questions", pages.size(), asked.size());
      } catch (PageRefusedException e) {
        folder = ERROR;
        refuse(file, content, e);
      }
    }
    exchange.setProperty(TARGET, free(file.resolveSibling(folder), file).toString());
  }

  private List<SeenPage> pages(Path file)
      throws IOException, PageRefusedException, InterruptedException {
    List<SeenPage> pages = new ArrayList<>();
    try (InputStream bytes = Files.newInputStream(file)) {
      decoder.decode(
          bytes,
          (number, decoded) -> {
            ReadPage read = reader.read(decoded.image());
            ContentId picture = books.vault().put(PagePictures.png(read.upright()));
            pages.add(new SeenPage(number, read.code(), read.marks(), picture));
          });
    }
    return pages;
  }

  private void refuse(Path file, ContentId content, PageRefusedException refused)
      throws IOException {
    books.inbox().refused(content, refused.refusal().code());
    Path error = file.resolveSibling(ERROR);
    files.createDirectories(error);
    Path target = free(error, file);
    files.replaceWhole(
        target.resolveSibling(target.getFileName() + ".txt"),
        (BOM + refused.refusal().message() + "\r\n").getBytes(StandardCharsets.UTF_8));
    LOG.warn("a file that came by FAX was put aside: {}", refused.refusal().code());
  }

  /** A name that nothing has there yet. */
  private static Path free(Path folder, Path file) {
    Path target = folder.resolve(file.getFileName()).toAbsolutePath();
    for (int count = 2; Files.exists(target); count++) {
      target = folder.resolve(count + "-" + file.getFileName()).toAbsolutePath();
    }
    return target;
  }
}
