package careplanhub.hub.alarm;

import static careplanhub.hub.alarm.AlarmFixture.HOME_HELP;
import static careplanhub.hub.alarm.AlarmFixture.PARTNER;
import static careplanhub.hub.alarm.AlarmFixture.SUPPORT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import careplanhub.ledger.Alarm.Raised;
import careplanhub.standard.OfficeNumber;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When silence, lateness and unanswered questions are alarms, and when they are not. */
class AlarmRulesTest {
  @TempDir Path folder;

  private AlarmFixture world;
  private int number;

  @BeforeEach
  void open() throws Exception {
    world = new AlarmFixture(folder);
    world.database.update(
        handle ->
            handle.execute(
                "INSERT INTO outgoing_unit (id, position, office, unit_key, state, opened_at,"
                    + " due_at) VALUES ('unit', 1, '9970000001', 'key', 'PACKED', 0, 0)"));
  }

  @AfterEach
  void close() {
    world.close();
  }

  private static Instant japan(String time) {
    return ZonedDateTime.parse(time + "+09:00[Asia/Tokyo]").toInstant();
  }

  private void sent(OfficeNumber office, String time, String state, String more) {
    number++;
    world.database.update(
        handle ->
            handle.execute(
                "INSERT INTO parcel (id, position, unit_id, sender, addressee, serial, channel,"
                    + " state, made_at, attempts, next_attempt_at, handed_over_at, fetched_at)"
                    + " VALUES (?, ?, 'unit', ?, ?, '0', 'relay', ?, ?, 0, 0, "
                    + more
                    + ")",
                "parcel-" + number,
                number,
                office.value(),
                PARTNER.value(),
                state,
                japan(time).toEpochMilli()));
  }

  private void sent(OfficeNumber office, String time) {
    sent(office, time, "CLOSED", "NULL, NULL");
  }

  private void came(String time) {
    number++;
    world.database.update(
        handle ->
            handle.execute(
                "INSERT INTO reception (id, channel, parcel_id, office, sender, message_sealed,"
                    + " serial, state, received_at, errors, next_attempt_at, attempts) VALUES (?,"
                    + " 'relay', ?, ?, ?, '', '0', 'ACKNOWLEDGED', ?, 0, 0, 0)",
                "reception-" + number,
                "theirs-" + number,
                HOME_HELP.value(),
                PARTNER.value(),
                japan(time).toEpochMilli()));
  }

  private List<Raised> look(AlarmRule rule, String time) throws IOException {
    return rule.look(japan(time));
  }

  private List<String> offices(AlarmRule rule, String time) throws IOException {
    return look(rule, time).stream().map(raised -> String.valueOf(raised.office())).toList();
  }

  private AlarmRule nothingSent() {
    return new NothingSent(world.books().traffic(), world.directory, world.settings().silence());
  }

  private AlarmRule nothingReceived() {
    return new NothingReceived(
        world.books().traffic(), world.directory, world.settings().silence());
  }

  @Test
  void whoSentEveryMonthAndNothingByTheThirdIsTold() throws Exception {
    for (String day : List.of("2026-08-28", "2026-10-02", "2026-10-26")) {
      sent(SUPPORT, day + "T10:00");
    }
    sent(HOME_HELP, "2026-11-02T10:00");

    assertEquals(List.of(), offices(nothingSent(), "2026-12-03T16:59"));
    assertEquals(List.of(SUPPORT.value()), offices(nothingSent(), "2026-12-03T17:00"));
    assertTrue(look(nothingSent(), "2026-12-03T17:00").get(0).sentence().contains("12 月のやりとり"));
    assertEquals(List.of(SUPPORT.value()), offices(nothingSent(), "2026-12-24T23:59"));
    assertEquals(List.of(), offices(nothingSent(), "2026-12-25T00:00"));
  }

  @Test
  void whatWasSentAtTheEndOfTheMonthBeforeCounts() throws Exception {
    for (String day : List.of("2026-09-26", "2026-10-26", "2026-11-20", "2026-11-25")) {
      sent(SUPPORT, day + "T00:00");
    }
    assertEquals(List.of(), offices(nothingSent(), "2026-12-03T18:00"));
  }

  @Test
  void whoseMonthHadAGapIsNotExpected() throws Exception {
    sent(SUPPORT, "2026-09-01T10:00");
    sent(SUPPORT, "2026-11-01T10:00");
    assertEquals(List.of(), offices(nothingSent(), "2026-12-03T18:00"));
  }

  private AlarmRule agreedDayMissed() {
    return new AgreedDayMissed(
        world.books().traffic(), world.directory, world.settings().silence());
  }

  @Test
  void whoSendsByEveryAgreedDayAndNotByThisOneIsTold() throws Exception {
    for (String day : List.of("2026-08-31", "2026-09-11", "2026-10-31")) {
      sent(SUPPORT, day + "T10:00");
    }
    sent(HOME_HELP, "2026-10-31T10:00");

    assertEquals(List.of(), offices(agreedDayMissed(), "2026-11-30T16:59"));
    List<Raised> raised = look(agreedDayMissed(), "2026-11-30T17:00");
    assertEquals(List.of(SUPPORT), raised.stream().map(Raised::office).toList());
    assertTrue(raised.get(0).sentence().contains("11 月 30 日"), raised.get(0).sentence());
    assertEquals(List.of(SUPPORT.value()), offices(agreedDayMissed(), "2026-12-10T16:59"));
    assertEquals(
        List.of(), offices(agreedDayMissed(), "2026-12-10T17:00"), "nothing by any tenth before");
  }

  @Test
  void whatWasSentAfterTheAgreedDayBeforeOrLateCounts() throws Exception {
    for (String day : List.of("2026-08-20", "2026-09-30", "2026-10-20", "2026-11-11")) {
      sent(SUPPORT, day + "T10:00");
    }
    assertEquals(List.of(), offices(agreedDayMissed(), "2026-11-30T18:00"), "in time");
    assertEquals(List.of(SUPPORT.value()), offices(agreedDayMissed(), "2026-12-31T18:00"));
    sent(SUPPORT, "2026-12-31T18:30");
    assertEquals(List.of(), offices(agreedDayMissed(), "2026-12-31T19:00"), "late, but sent");
  }

  @Test
  void aDayThatAShortMonthLacksIsItsLastOne() {
    Instant now = japan("2027-02-28T20:00");
    AgreedTime time = AgreedTime.before(now, List.of(30), 17);
    assertEquals("2027-02-28", time.day().toString());
    assertEquals("2027-01-31", time.begin().toString());
    assertEquals("2027-01-30", time.monthsBefore(1, List.of(30)).day().toString());
  }

  @Test
  void aPartnerIsLateAfterItsLatestDayAndTheGrace() throws Exception {
    // Days 8, 9 and 7 of the months, which begin on the 25th.
    came("2026-09-01T12:00");
    came("2026-10-03T12:00");
    came("2026-10-31T12:00");
    came("2026-11-20T12:00");

    assertEquals(List.of(), offices(nothingReceived(), "2026-12-05T11:59"));
    assertEquals(List.of(HOME_HELP.value()), offices(nothingReceived(), "2026-12-05T12:00"));
    String sentence = look(nothingReceived(), "2026-12-06T12:00").get(0).sentence();
    assertTrue(sentence.contains("9980000001 つばめ居宅介護支援事業所"), sentence);
    came("2026-12-06T11:00");
    assertEquals(List.of(), offices(nothingReceived(), "2026-12-06T12:00"));
  }

  @Test
  void aPartnerFromWhomNothingCameOneMonthIsNotExpected() throws Exception {
    came("2026-09-01T12:00");
    came("2026-10-31T12:00");
    assertEquals(List.of(), offices(nothingReceived(), "2026-12-20T12:00"));
  }

  @Test
  void aParcelWithoutItsLightIsToldWhenItsTimeIsOver() throws Exception {
    AlarmRule rule = new LateLights(world.books().traffic(), world.settings().late());
    String now = "2026-12-10T12:00";
    sent(SUPPORT, "2026-12-10T08:01", "READY", "NULL, NULL");
    sent(
        SUPPORT,
        "2026-12-07T11:00",
        "HANDED_OVER",
        japan("2026-12-07T12:01").toEpochMilli() + ", NULL");
    sent(SUPPORT, "2026-10-01T12:00", "READY", "NULL, NULL");
    assertEquals(List.of(), look(rule, now));

    sent(SUPPORT, "2026-12-10T07:59", "READY", "NULL, NULL");
    sent(
        HOME_HELP,
        "2026-12-07T11:00",
        "HANDED_OVER",
        japan("2026-12-07T11:59").toEpochMilli() + ", NULL");
    sent(
        HOME_HELP,
        "2026-12-01T11:00",
        "HANDED_OVER",
        japan("2026-12-01T11:59").toEpochMilli() + ", " + japan("2026-12-05T11:59").toEpochMilli());
    assertEquals(
        List.of("late:hand_over:9970000001", "late:fetch:9970000002", "late:take:9970000002"),
        look(rule, now).stream().map(Raised::id).toList());
  }

  @Test
  void aLightThatCannotBeKnownIsNotMissed() throws Exception {
    sent(
        SUPPORT,
        "2026-12-01T11:00",
        "HANDED_OVER",
        japan("2026-12-01T11:59").toEpochMilli() + ", NULL");
    world.database.update(handle -> handle.execute("UPDATE parcel SET channel = 'client-folder'"));
    AlarmRule rule = new LateLights(world.books().traffic(), world.settings().late());
    assertEquals(List.of(), look(rule, "2026-12-10T12:00"));
  }

  @Test
  void questionsAndRefusedFilesThatWaitTooLongAreToldWithoutTheirNames() throws Exception {
    AlarmRule rule =
        new Unanswered(
            world.books().traffic(), world.directory, world::errors, world.settings().late());
    asked("2026-12-09T12:30");
    Path errors = Files.createDirectories(world.errors(HOME_HELP));
    refused(errors, "架空花子.csv", "2026-12-09T12:30");
    assertEquals(List.of(), look(rule, "2026-12-10T12:00"));

    List<Raised> late = look(rule, "2026-12-10T12:31");
    assertEquals(
        List.of("unanswered:question:9970000001", "unanswered:error:9970000002"),
        late.stream().map(Raised::id).toList());
    assertTrue(late.get(1).sentence().contains("1 件"), late.get(1).sentence());
    assertFalse(late.get(1).sentence().contains("花子"), late.get(1).sentence());
  }

  private void asked(String time) {
    world.database.update(
        handle ->
            handle.execute(
                "INSERT INTO question (id, office, kind, subject, asked_at, text_sealed) VALUES"
                    + " ('q', ?, 'ERRORS', 's', ?, '')",
                SUPPORT.value(),
                japan(time).toEpochMilli()));
  }

  private static void refused(Path errors, String name, String time) throws IOException {
    Files.writeString(errors.resolve(name), "");
    Path reason = Files.writeString(errors.resolve(name + ".txt"), "理由");
    FileTime written = FileTime.from(japan(time));
    Files.setLastModifiedTime(reason, written);
  }
}
