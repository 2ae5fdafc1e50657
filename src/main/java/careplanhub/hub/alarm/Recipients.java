package careplanhub.hub.alarm;

import careplanhub.hub.alarm.Recipient.Way;
import careplanhub.office.AlarmSettings;
import careplanhub.office.Directory;
import careplanhub.office.Office;
import careplanhub.office.PersonToTell;
import careplanhub.standard.OfficeNumber;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** Who is told: the administrators, the offices' people to tell, and the webhook. */
final class Recipients {
  private final AlarmSettings settings;
  private final Directory directory;
  private final UnaryOperator<String> index;

  /**
   * @param index makes an address into what may stand in the ledger
   */
  Recipients(AlarmSettings settings, Directory directory, UnaryOperator<String> index) {
    this.settings = settings;
    this.directory = directory;
    this.index = index;
  }

  /** All of them; one address is one recipient, for however many offices. */
  List<Recipient> all() {
    List<Recipient> all = new ArrayList<>();
    if (settings.webhook().isUsed()) {
      all.add(new Recipient(Recipient.keyOf(Way.WEBHOOK, ""), Way.WEBHOOK, "", true, Set.of()));
    }
    if (settings.mail().isUsed()) {
      Map<String, Set<OfficeNumber>> people = people();
      Set<String> administrators = new TreeSet<>();
      settings.mail().administrators().forEach(each -> administrators.add(plain(each)));
      administrators.forEach(address -> all.add(mail(address, true, Set.of())));
      people.forEach(
          (address, offices) -> {
            if (!administrators.contains(address)) {
              all.add(mail(address, false, offices));
            }
          });
    }
    return all;
  }

  private Map<String, Set<OfficeNumber>> people() {
    Map<String, Set<OfficeNumber>> people = new LinkedHashMap<>();
    for (Office office : directory.offices()) {
      for (PersonToTell person : office.people()) {
        if (!person.mail().isEmpty()) {
          people
              .computeIfAbsent(plain(person.mail()), address -> new LinkedHashSet<>())
              .add(office.number());
        }
      }
    }
    return people;
  }

  private Recipient mail(String address, boolean everything, Set<OfficeNumber> offices) {
    return new Recipient(
        Recipient.keyOf(Way.MAIL, index.apply(address)), Way.MAIL, address, everything, offices);
  }

  private static String plain(String address) {
    return address.toLowerCase(Locale.ROOT);
  }
}
