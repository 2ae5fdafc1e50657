package careplanhub.hub.alarm;

import careplanhub.hub.notice.Notice;
import careplanhub.office.AlarmSettings;
import careplanhub.office.Directory;
import careplanhub.standard.OfficeNumber;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What the rules look at, beside the ledger.
 *
 * @param errorFolders where an office's refused files lie, each with its reason beside it
 * @param notices what is to be done about keys and licences
 * @param awaitedPasswords the offices whose login waits for a one-time password
 */
public record AlarmSources(
    Function<OfficeNumber, Path> errorFolders,
    Supplier<List<Notice>> notices,
    Supplier<List<OfficeNumber>> awaitedPasswords) {

  List<AlarmRule> rules(AlarmSettings settings, Directory directory, AlarmBooks books) {
    return List.of(
        new NothingSent(books.traffic(), directory, settings.silence()),
        new AgreedDayMissed(books.traffic(), directory, settings.silence()),
        new NothingReceived(books.traffic(), directory, settings.silence()),
        new LateLights(books.traffic(), settings.late()),
        new Unanswered(books.traffic(), directory, errorFolders, settings.late()),
        new KeyTroubles(notices, directory),
        new AwaitedPasswords(awaitedPasswords),
        new BrokenWays(books.digests()));
  }
}
