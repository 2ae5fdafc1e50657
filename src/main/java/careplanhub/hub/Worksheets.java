package careplanhub.hub;

import careplanhub.ledger.Answers;
import careplanhub.ledger.OutgoingUnit;
import careplanhub.ledger.OutgoingUnits;
import careplanhub.ledger.Question;
import careplanhub.ledger.Questions;
import careplanhub.office.Directory;
import careplanhub.office.HubSettings;
import careplanhub.standard.OfficeNumber;
import careplanhub.store.DurableFiles;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks staff by a small worksheet in 要確認/ and reads what they filled in and dropped back. The
 * ledger holds the questions; a sheet that is lost is written again. Safe for every thread.
 */
public final class Worksheets {
  private static final Logger LOG = LoggerFactory.getLogger(Worksheets.class);

  private static final String ENDING = ".csv";
  private static final Pattern SHEET = Pattern.compile("Q[0-9]{8}\\.csv");

  private final OfficeFolders folder;
  private final Directory directory;
  private final HubSettings settings;
  private final DurableFiles files;
  private final Questions questions;
  private final OutgoingUnits units;
  private final OfficeMemory knownUsers;
  private final List<StaffSheet> sheets;
  private final Changes changes;
  private final Lanes lanes;

  Worksheets(
      OfficeFolders folder,
      Directory directory,
      HubSettings settings,
      DurableFiles files,
      Questions questions,
      OutgoingUnits units,
      OfficeMemory knownUsers,
      List<StaffSheet> sheets,
      Changes changes,
      Lanes lanes) {
    this.folder = folder;
    this.directory = directory;
    this.settings = settings;
    this.files = files;
    this.questions = questions;
    this.units = units;
    this.knownUsers = knownUsers;
    this.sheets = List.copyOf(sheets);
    this.changes = changes;
    this.lanes = lanes;
  }

  /** Notes the question; what it is about waits, everything else goes on. */
  public void ask(@ExchangeException NeedsPersonException need) throws IOException {
    OutgoingUnit unit = need.work().unit();
    Optional<Question> asked =
        switch (need.kind()) {
          case SUPPORT_OFFICE ->
              Optional.of(questions.askForSupportOffices(units, unit, need.text(), need.lines()));
          case WHO_IS_MEANT -> questions.askWhoIsMeant(units, unit, need.text(), need.lines());
          case USERS_WITH_ERRORS,
              REFUSED_BY_CHANNEL,
              WITHDRAWAL,
              OTHER_SATELLITES,
              ADDRESSEE,
              LATE_UNIT,
              CONFIRM_PARTNER,
              CHOOSE_CHANNEL,
              CORRECTION,
              CALL_FIRST,
              UNKNOWN_DELETE,
              DELETE_BY_HAND,
              CHECK_FAX_NUMBER,
              FAX_SENT,
              FAX_RESULTS,
              FAX_PAGE ->
              Optional.of(questions.askAbout(unit, need.kind(), need.text(), need.lines()));
        };
    if (asked.isPresent()) {
      LOG.info("office {}: question {} asked", unit.office(), asked.get().id());
      write(asked.get());
    }
    changes.touch(unit.office());
  }

  /** The same about what came in. */
  public void askAboutReception(@ExchangeException HeldReceptionException held) throws IOException {
    Question question = questions.askAbout(held.reception(), held.kind(), held.text(), held.line());
    LOG.info("office {}: question {} asked", question.office(), question.id());
    write(question);
    changes.touch(question.office());
  }

  /** The offices whose sheets are looked after. */
  public List<String> offices() {
    return directory.offices().stream().map(office -> office.number().value()).toList();
  }

  /**
   * Writes the sheets of an office's open questions that lie nowhere, and puts away those that were
   * answered another way. In a folder in trouble nothing is done until the next time.
   */
  public void keepInStep(String office, Exchange exchange) {
    OfficeNumber number = new OfficeNumber(office);
    if (!lanes.enter(exchange, "worksheets", office)) {
      return;
    }
    try {
      folder.require(number, folder.questions(number));
      for (StaffSheet sheet : sheets) {
        sheet.layOut(number);
      }
      Set<String> open = new HashSet<>();
      for (Question question : questions.open()) {
        open.add(question.id());
        if (question.office().equals(number)) {
          knownUsers.answer(question);
          if (!Files.exists(sheet(question))) {
            write(question);
          }
        }
      }
      putAwayAnswered(number, open);
    } catch (IOException e) {
      LOG.warn(Troubles.folder(number, folder.questions(number), e));
    } finally {
      lanes.leave(exchange);
    }
  }

  private void putAwayAnswered(OfficeNumber office, Set<String> open) throws IOException {
    List<Path> sheets;
    try (Stream<Path> found = Files.list(folder.questions(office))) {
      sheets = found.filter(file -> SHEET.matcher(nameOf(file)).matches()).toList();
    }
    for (Path sheet : sheets) {
      String id = nameOf(sheet).replace(ENDING, "");
      if (!open.contains(id) && questions.find(id).map(Question::isAnswered).orElse(false)) {
        putAway(office, sheet);
      }
    }
  }

  private void putAway(OfficeNumber office, Path sheet) throws IOException {
    files.moveInto(sheet, folder.done(office), nameOf(sheet));
    files.delete(ReasonText.beside(sheet));
  }

  private static String nameOf(Path file) {
    return String.valueOf(file.getFileName());
  }

  private void write(Question question) throws IOException {
    files.replaceWhole(sheet(question), WorksheetFile.write(question));
  }

  private Path sheet(Question question) {
    return folder.questions(question.office()).resolve(question.id() + ENDING);
  }

  /**
   * Reads a sheet that changed. Lines without an answer wait on; a wrong answer is said in a text
   * beside the sheet.
   *
   * @return the office, as a hint for the next stage
   */
  public String read(File body, Exchange exchange) throws IOException {
    String office = Intake.officeOf(exchange).value();
    Path sheet = body.toPath();
    Path remark = ReasonText.beside(sheet);
    if (Files.size(sheet) > settings.waiting().maximumWorksheetSize().bytes()) {
      files.replaceWhole(remark, WorksheetFile.remark(List.of("このファイルは大きすぎます。")));
      return office;
    }
    Optional<StaffSheet> wishes =
        sheets.stream().filter(one -> one.name().equals(nameOf(sheet))).findFirst();
    if (wishes.isPresent()) {
      if (wishes.get().read(new OfficeNumber(office))) {
        changes.touch(new OfficeNumber(office));
      }
      return office;
    }
    Map<Integer, String> answers;
    Optional<Question> question;
    try {
      WorksheetFile.Filled filled = WorksheetFile.read(Files.readAllBytes(sheet));
      answers = filled.answers();
      question = questions.find(filled.question()).filter(q -> q.office().value().equals(office));
    } catch (WorksheetFile.UnreadableException e) {
      files.replaceWhole(remark, WorksheetFile.remark(List.of(e.japanese())));
      return office;
    }
    if (question.isEmpty()) {
      files.replaceWhole(remark, WorksheetFile.remark(List.of("質問番号がこの事業所のものではありません。")));
      return office;
    }
    List<String> wrong = apply(question.get(), answers, "office " + office);
    if (!wrong.isEmpty()) {
      files.replaceWhole(remark, WorksheetFile.remark(wrong));
    } else if (questions.find(question.get().id()).map(Question::isAnswered).orElse(false)) {
      putAway(question.get().office(), sheet);
    }
    changes.touch(question.get().office());
    return office;
  }

  private List<String> apply(Question question, Map<Integer, String> answers, String actor) {
    List<String> wrong = new ArrayList<>();
    Map<Integer, String> given = new HashMap<>();
    for (int position = 0; position < question.lines().size(); position++) {
      String answer = answers.getOrDefault(position, "");
      if (answer.isEmpty() || question.lines().get(position).answer() != null) {
        continue;
      }
      if (Answers.isPossible(question, position, answer)) {
        given.put(position, answer);
      } else {
        wrong.add((position + 1) + " 行目の回答が正しくありません。" + Answers.help(question.kind()));
      }
    }
    questions.answer(question, given, actor);
    return wrong;
  }
}
