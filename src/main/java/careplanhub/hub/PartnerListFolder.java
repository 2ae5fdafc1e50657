package careplanhub.hub;

import careplanhub.hub.partners.Imported;
import careplanhub.store.DurableFiles;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder {@code partners/}: a list that lies there still is imported and put into {@code
 * done/}, or into {@code error/} when nothing of it could be read, with a Japanese text beside it
 * that names each line that was refused. Safe for every thread.
 */
public final class PartnerListFolder {
  private static final Logger LOG = LoggerFactory.getLogger(PartnerListFolder.class);
  private static final String FILE = "hubPartnerList";
  private static final String END = "\r\n";

  private final Path done;
  private final Path error;
  private final DurableFiles files;
  private final OutboxFilter filter;

  private PartnerListFolder(Path folder, DurableFiles files, OutboxFilter filter) {
    this.done = folder.resolve("done");
    this.error = folder.resolve("error");
    this.files = files;
    this.filter = filter;
  }

  /** The folder, which is made where it is not there. */
  static PartnerListFolder of(Path folder, DurableFiles files, OutboxFilter filter)
      throws IOException {
    PartnerListFolder made = new PartnerListFolder(folder, files, filter);
    files.createDirectories(made.done);
    files.createDirectories(made.error);
    return made;
  }

  /** Remembers the list at hand. */
  public Path open(File body, Exchange exchange) {
    Path list = body.toPath();
    exchange.setProperty(FILE, list);
    return list;
  }

  /** Puts the list away, beside what came of it. */
  public void putAway(Imported imported, Exchange exchange) throws IOException {
    boolean nothing =
        imported.refused() > 0
            && imported.changes().isEmpty()
            && imported.changes().same().isEmpty();
    putAway(exchange, nothing ? error : done, text(imported.lines()));
    LOG.info(
        "partner list: {} added, {} changed, {} lines refused",
        imported.changes().added().size(),
        imported.changes().changed().size(),
        imported.refused());
  }

  /** Something unforeseen happened; the list is put aside, since it would happen again. */
  public void putAside(Exchange exchange, @ExchangeException Exception trouble) throws IOException {
    LOG.warn("partner list not imported, {}", Troubles.nameOf(trouble));
    putAway(exchange, error, text(List.of("取り込めませんでした。空きと権限を確かめて、もう一度入れてください。")));
  }

  private void putAway(Exchange exchange, Path to, byte[] text) throws IOException {
    Path list = exchange.getProperty(FILE, Path.class);
    Path moved = files.moveInto(list, to, SafeNames.of(String.valueOf(list.getFileName())));
    files.writeWhole(ReasonText.beside(moved), text);
    filter.forget(list);
  }

  private static byte[] text(Iterable<String> lines) {
    return ("\uFEFF相手の一覧の取り込み" + END + END + String.join(END, lines) + END)
        .getBytes(StandardCharsets.UTF_8);
  }
}
