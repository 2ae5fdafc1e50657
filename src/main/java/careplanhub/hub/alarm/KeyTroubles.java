package careplanhub.hub.alarm;

import careplanhub.hub.notice.Notice;
import careplanhub.ledger.Alarm;
import careplanhub.ledger.Alarm.Raised;
import careplanhub.office.Directory;
import careplanhub.standard.OfficeNumber;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The ends of certificates, revocation lists and licences; each step of warning is told anew. */
final class KeyTroubles implements AlarmRule {
  private final Supplier<List<Notice>> notices;
  private final Directory directory;

  KeyTroubles(Supplier<List<Notice>> notices, Directory directory) {
    this.notices = notices;
    this.directory = directory;
  }

  @Override
  public Set<Alarm.Kind> kinds() {
    return Set.of(Alarm.Kind.CERTIFICATE, Alarm.Kind.LICENCE);
  }

  @Override
  public List<Raised> look(Instant now) {
    return notices.get().stream().map(this::raised).toList();
  }

  /** The last part of a notice's id is its step. */
  private Raised raised(Notice notice) {
    int step = notice.id().lastIndexOf(':');
    return new Raised(
        step < 0 ? notice.id() : notice.id().substring(0, step),
        notice.kind() == Notice.Kind.LICENCE ? Alarm.Kind.LICENCE : Alarm.Kind.CERTIFICATE,
        office(notice.subject()),
        step < 0 ? "" : notice.id().substring(step + 1),
        notice.sentence());
  }

  private @Nullable OfficeNumber office(String subject) {
    if (!OfficeNumber.isValid(subject)) {
      return null;
    }
    OfficeNumber office = new OfficeNumber(subject);
    return directory.isOwn(office) ? office : null;
  }
}
