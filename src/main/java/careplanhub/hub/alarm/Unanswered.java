package careplanhub.hub.alarm;

import careplanhub.ledger.Alarm;
import careplanhub.ledger.Alarm.Raised;
import careplanhub.ledger.Traffic;
import careplanhub.office.Directory;
import careplanhub.office.LateSettings;
import careplanhub.office.Office;
import careplanhub.standard.OfficeNumber;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Questions and files in error folders that nobody has dealt with. */
final class Unanswered implements AlarmRule {
  private static final Logger LOG = LoggerFactory.getLogger(Unanswered.class);

  private final Traffic traffic;
  private final Directory directory;
  private final Function<OfficeNumber, Path> errorFolders;
  private final LateSettings settings;

  /**
   * @param errorFolders where an office's refused files lie, each with its reason beside it
   */
  Unanswered(
      Traffic traffic,
      Directory directory,
      Function<OfficeNumber, Path> errorFolders,
      LateSettings settings) {
    this.traffic = traffic;
    this.directory = directory;
    this.errorFolders = errorFolders;
    this.settings = settings;
  }

  @Override
  public Set<Alarm.Kind> kinds() {
    return Set.of(Alarm.Kind.UNANSWERED);
  }

  @Override
  public List<Raised> look(Instant now) {
    Instant before = now.minus(settings.answer());
    Instant notBefore = now.minus(settings.forgetAfter());
    List<Raised> raised = new ArrayList<>();
    traffic
        .openQuestions(before, notBefore)
        .forEach(
            (office, count) ->
                raised.add(
                    raised(
                        "question:",
                        office,
                        "事業所 "
                            + office
                            + " の質問 "
                            + count
                            + " 件が、答えを待っています。要確認フォルダーの用紙か ./hub waiting で答えてください。")));
    for (Office office : directory.offices()) {
      long files = refused(errorFolders.apply(office.number()), before, notBefore);
      if (files > 0) {
        raised.add(
            raised(
                "error:",
                office.number(),
                "事業所 "
                    + office.number()
                    + " の error フォルダーに、直していないファイルが "
                    + files
                    + " 件あります。横の .txt を読んで直し、済んだものは error フォルダーから消してください。"));
      }
    }
    return raised;
  }

  private static Raised raised(String what, OfficeNumber office, String sentence) {
    return new Raised("unanswered:" + what + office, Alarm.Kind.UNANSWERED, office, "", sentence);
  }

  /** A reason is written when its file is put there; a folder that is away is told by health. */
  private static long refused(Path folder, Instant before, Instant notBefore) {
    if (!Files.isDirectory(folder)) {
      return 0;
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".txt"))
          .filter(file -> isBetween(file, notBefore, before))
          .count();
    } catch (IOException | UncheckedIOException e) {
      LOG.warn("an error folder cannot be read: {}", e.getClass().getSimpleName());
      return 0;
    }
  }

  private static boolean isBetween(Path file, Instant from, Instant until) {
    try {
      Instant written = Files.getLastModifiedTime(file).toInstant();
      return !written.isBefore(from) && !written.isAfter(until);
    } catch (IOException e) {
      return false;
    }
  }
}
