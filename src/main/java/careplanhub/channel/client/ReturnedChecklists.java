package careplanhub.channel.client;

import careplanhub.office.ClientFolderSettings;
import careplanhub.standard.OfficeNumber;
import careplanhub.store.DurableFiles;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears what people filled into checklists. What was refused stands in a text beside the sheet;
 * what was good counts at once. Safe for every thread.
 */
public final class ReturnedChecklists {
  private static final Logger LOG = LoggerFactory.getLogger(ReturnedChecklists.class);

  private final ClientPlaces places;
  private final ClientFolderSettings settings;
  private final FolderBook book;
  private final Statements statements;
  private final ChecklistFilter filter;
  private final DurableFiles files;
  private final Clock clock;

  ReturnedChecklists(
      ClientPlaces places,
      ClientFolderSettings settings,
      FolderBook book,
      Statements statements,
      ChecklistFilter filter,
      DurableFiles files,
      Clock clock) {
    this.places = places;
    this.settings = settings;
    this.book = book;
    this.statements = statements;
    this.filter = filter;
    this.files = files;
    this.clock = clock;
  }

  /** Reads a sheet that changed. */
  public void read(File body, Exchange exchange) throws IOException {
    ClientPlace place = places.usable(RouteOffice.of(exchange));
    Path sheet = body.toPath();
    List<String> remarks = new ArrayList<>();
    int said = 0;
    if (Files.size(sheet) > settings.maximumChecklistSize().bytes()) {
      remarks.add("このファイルは大きすぎて、チェックリストとして読めません。（CLIENT-10）");
    } else {
      byte[] bytes = Files.readAllBytes(sheet);
      ReturnedLines lines =
          new ReturnedLines(place, book, new SentWord(clock, settings.sentTolerance()));
      lines.read(bytes);
      said = say(place, lines.words(), ListedFiles.sha256(bytes));
      remarks.addAll(lines.refused());
      remarks.addAll(unfinished(place, lines.words()));
    }
    remark(place, sheet, remarks);
    if (said > 0 || !remarks.isEmpty()) {
      LOG.info(
          "office {}: a checklist said {} lines, {} remarks", place.office(), said, remarks.size());
    }
  }

  /** It could not be read now, as when it is open in Excel: it is tried again. */
  public void tryAgain(File body, @ExchangeException Exception trouble) {
    filter.forget(body.toPath());
    LOG.warn("a checklist cannot be read now, {}", trouble.getClass().getSimpleName());
  }

  private int say(ClientPlace place, List<ReturnedLines.Word> words, String source)
      throws IOException {
    int first = 0;
    for (ReturnedLines.Word word : words) {
      boolean counted =
          statements.say(
              place,
              word.folder(),
              new Statement(
                  word.line().number(),
                  word.sentAt(),
                  word.who(),
                  "checklist",
                  source,
                  clock.instant()));
      first += counted ? 1 : 0;
    }
    return first;
  }

  /** A send unit of which only some files are said to be sent is not sent. */
  private List<String> unfinished(ClientPlace place, List<ReturnedLines.Word> words)
      throws IOException {
    Set<String> remarks = new LinkedHashSet<>();
    for (ReturnedLines.Word word : words) {
      Map<Integer, Statement> said = statements.of(place, word.folder());
      List<Integer> lines = word.folder().linesOf(word.line().parcel());
      List<Integer> missing = lines.stream().filter(line -> !said.containsKey(line)).toList();
      if (!missing.isEmpty()) {
        remarks.add("番号 " + missing + ": 一緒に送るファイルの「送信済」がまだです。そろうまで、この送信単位は送信済みになりません。");
      }
    }
    return List.copyOf(remarks);
  }

  private void remark(ClientPlace place, Path sheet, List<String> remarks) throws IOException {
    Path text = Reasons.beside(sheet);
    if (!remarks.isEmpty()) {
      List<String> all = new ArrayList<>();
      all.add("チェックリストについて、次のことを確かめてください。ほかの行は記録しました。");
      all.addAll(remarks);
      files.replaceWhole(text, Reasons.text(all));
      return;
    }
    if (Files.exists(text)) {
      files.delete(text);
    }
    if (place.handOver().equals(sheet.getParent())) {
      files.moveInto(sheet, place.sent(), Trees.nameOf(sheet));
      filter.forget(sheet);
    }
  }

  /** The offices whose folders people said nothing of for long, for the health of the hub. */
  public List<OfficeNumber> unanswered() {
    List<OfficeNumber> offices = new ArrayList<>();
    for (ClientPlace place : places.all()) {
      try {
        if (isUnanswered(place)) {
          offices.add(place.office());
        }
      } catch (IOException e) {
        LOG.debug("office {}: its folders cannot be read", place.office());
      }
    }
    return offices;
  }

  private boolean isUnanswered(ClientPlace place) throws IOException {
    for (HandOverFolder folder : book.all(place)) {
      boolean old = folder.madeAt().plus(settings.answerWarning()).isBefore(clock.instant());
      if (old && statements.of(place, folder).size() < folder.lines().size()) {
        return true;
      }
    }
    return false;
  }
}
