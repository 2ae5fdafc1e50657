package careplanhub.hub.alarm;

import static careplanhub.hub.alarm.AlarmFixture.ADMINISTRATOR;
import static careplanhub.hub.alarm.AlarmFixture.HANAKO;
import static careplanhub.hub.alarm.AlarmFixture.HOME_HELP;
import static careplanhub.hub.alarm.AlarmFixture.SUPPORT;
import static careplanhub.hub.alarm.AlarmFixture.TARO;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import careplanhub.hub.notice.Notice;
import careplanhub.ledger.Alarm;
import java.net.ConnectException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is told what and when: once, in one digest, again after a day, and when it is over. */
class AlarmDeskTest {
  private static final Duration SETTLED = Duration.ofMinutes(6);
  private static final Duration DAY = Duration.ofDays(1);

  @TempDir Path folder;

  private AlarmFixture world;

  @BeforeEach
  void open() throws Exception {
    world = new AlarmFixture(folder);
  }

  @AfterEach
  void close() {
    world.close();
  }

  /** Lets something be wrong for so long that it is told. */
  private void isWrong(Runnable change) {
    change.run();
    assertEquals(List.of(), world.due());
    world.pass(SETTLED);
  }

  @Test
  void eachPersonGetsOneDigestOfTheirOfficesAndTheAdministratorsOneOfAll() {
    isWrong(
        () -> {
          world.passwords.addAll(List.of(SUPPORT, HOME_HELP));
          world.health.put("intake", "受け取りを止めています。");
          world.health.put("engine", "");
        });
    List<Digest> told = world.tell();

    assertEquals(List.of(HANAKO, ADMINISTRATOR, TARO), AlarmFixture.addresses(told));
    assertEquals(2, AlarmFixture.to(HANAKO, told).news().begun().size());
    assertEquals(1, AlarmFixture.to(TARO, told).news().begun().size());
    Digest all = AlarmFixture.to(ADMINISTRATOR, told);
    assertEquals(3, all.news().begun().size());
    String text = DigestText.body(all, "架空法人ひばり会");
    assertTrue(text.contains("受け取りを止めています。"), text);
    assertTrue(text.contains("事業所 9970000002"), text);
    assertEquals("【連携ハブ】新しい知らせ 3 件、続いているもの 0 件、終わったもの 0 件", DigestText.subject(all));
  }

  @Test
  void whatIsOverSoonIsNeverTold() {
    world.passwords.add(SUPPORT);
    assertEquals(List.of(), world.tell());
    world.passwords.clear();
    world.pass(SETTLED);
    assertEquals(List.of(), world.tell());
    world.pass(DAY);
    assertEquals(List.of(), world.tell());
  }

  @Test
  void whatLastsIsToldAgainAfterADayAndOnceWhenItIsOver() {
    isWrong(() -> world.passwords.add(SUPPORT));
    assertEquals(2, world.tell().size());
    world.pass(DAY.minus(Duration.ofMinutes(1)));
    assertEquals(List.of(), world.tell());
    world.pass(Duration.ofMinutes(1));
    Digest again = AlarmFixture.to(HANAKO, world.tell());
    assertEquals(0, again.news().begun().size());
    assertEquals(1, again.news().lasting().size());

    world.passwords.clear();
    world.pass(Duration.ofHours(1));
    Digest over = AlarmFixture.to(HANAKO, world.tell());
    assertEquals(1, over.news().ended().size());
    assertTrue(DigestText.body(over, "").contains("終わったもの"));
    world.pass(DAY);
    assertEquals(List.of(), world.tell());
  }

  @Test
  void whatBeginsAgainAfterItsEndWasToldIsNews() {
    isWrong(() -> world.passwords.add(SUPPORT));
    assertEquals(2, world.tell().size());
    world.passwords.clear();
    world.pass(Duration.ofHours(1));
    assertEquals(2, world.tell().size());

    world.pass(Duration.ofHours(1));
    isWrong(() -> world.passwords.add(SUPPORT));
    assertEquals(1, AlarmFixture.to(HANAKO, world.tell()).news().begun().size());
  }

  @Test
  void whatComesWithinTheIntervalWaitsForTheNextDigest() {
    isWrong(() -> world.passwords.add(SUPPORT));
    assertEquals(2, world.tell().size());
    isWrong(() -> world.passwords.add(HOME_HELP));
    // Taro was told nothing yet.
    assertEquals(List.of(TARO), AlarmFixture.addresses(world.tell()));
    world.pass(Duration.ofMinutes(30));
    List<Digest> later = world.tell();
    assertEquals(List.of(HANAKO, ADMINISTRATOR), AlarmFixture.addresses(later));
    assertEquals(1, AlarmFixture.to(HANAKO, later).news().begun().size());
    assertEquals(1, AlarmFixture.to(HANAKO, later).news().known());
  }

  @Test
  void nobodyGetsMoreDigestsADayThanTheSettingsSay() throws Exception {
    world.use("maximumDigestsPerDay: 2");
    isWrong(() -> world.health.put("first", "一つ目"));
    assertEquals(1, world.tell().size());
    for (String name : List.of("second", "third")) {
      world.pass(Duration.ofHours(1));
      isWrong(() -> world.health.put(name, "次"));
      assertEquals(name.equals("second") ? 1 : 0, world.tell().size(), name);
    }
    world.pass(DAY);
    assertEquals(1, AlarmFixture.to(ADMINISTRATOR, world.tell()).news().begun().size());
  }

  @Test
  void whatHasNoRoomComesWithTheNextDigest() throws Exception {
    world.use("maximumLines: 2");
    isWrong(
        () -> {
          for (int number = 1; number <= 5; number++) {
            world.health.put("check-" + number, "おかしい");
          }
        });
    Digest first = AlarmFixture.to(ADMINISTRATOR, world.tell());
    assertEquals(2, first.news().begun().size());
    assertEquals(3, first.left());
    assertTrue(DigestText.body(first, "").contains("ほかに 3 件"));
    List<Integer> next = new ArrayList<>();
    for (int times = 0; times < 2; times++) {
      world.pass(Duration.ofHours(1));
      next.add(AlarmFixture.to(ADMINISTRATOR, world.tell()).news().begun().size());
    }
    assertEquals(List.of(2, 1), next);
  }

  @Test
  void theNextStepOfAWarningIsToldAtOnce() {
    isWrong(() -> world.notices.add(notice("P30D")));
    assertEquals(2, world.tell().size());
    world.pass(Duration.ofHours(1));
    assertEquals(List.of(), world.tell());
    world.notices.set(0, notice("P7D"));
    Digest worse = AlarmFixture.to(HANAKO, world.tell());
    assertEquals(1, worse.news().begun().size());
    assertEquals(0, worse.news().ended().size());
  }

  private Notice notice(String step) {
    return new Notice(
        "certificate:" + SUPPORT + ":" + step,
        Notice.Kind.CERTIFICATE,
        SUPPORT.value(),
        world.clock.instant(),
        "証明書が切れます。");
  }

  @Test
  void aRestartTellsNothingTwiceAndForgetsNothing() throws Exception {
    isWrong(() -> world.passwords.add(SUPPORT));
    world.use("");
    assertEquals(2, world.tell().size());
    world.use("");
    world.pass(Duration.ofHours(1));
    assertEquals(List.of(), world.tell());
    world.passwords.clear();
    world.use("");
    assertEquals(1, AlarmFixture.to(HANAKO, world.tell()).news().ended().size());
  }

  @Test
  void aDigestThatWasBegunKeepsItsIdOverACrash() throws Exception {
    isWrong(() -> world.health.put("intake", "止まりました。"));
    String begun = world.due().get(0).id();
    world.use("");
    assertEquals(begun, world.tell().get(0).id());
    assertEquals(0, world.desk().waitingCount());
  }

  @Test
  void aDigestThatIsNotTakenWaitsIsToldInHealthAndTriedAgain() {
    isWrong(() -> world.passwords.add(HOME_HELP));
    List<Digest> due = world.due();
    Digest first = due.get(0);
    world.desk().notTold(first, new ConnectException("synthetic"));
    assertNull(world.desk().claim(due.get(1)), "others of this round do not wait for the server");

    world.desk().look();
    assertTrue(world.desk().warning().contains("メールで知らせを送れません"), world.desk().warning());
    assertTrue(world.desk().warning().contains("つながりません"), world.desk().warning());
    assertEquals(1, world.desk().openCount(Alarm.Kind.ALARM_CHANNEL));
    world.pass(world.settings().retryDelay());
    assertEquals(first.id(), AlarmFixture.to(ADMINISTRATOR, world.tell()).id());
    world.desk().look();
    assertFalse(world.desk().warning().contains("送れません"), world.desk().warning());
  }

  @Test
  void whatWaitsButIsOverMeanwhileIsNotSent() {
    isWrong(() -> world.passwords.add(HOME_HELP));
    world.due().forEach(digest -> world.desk().notTold(digest, new ConnectException("synthetic")));
    world.passwords.clear();
    world.pass(Duration.ofHours(1));
    assertEquals(List.of(), world.tell());
    assertEquals(0, world.desk().waitingCount());
  }

  @Test
  void aRuleThatFailsIsToldAndEndsNothing() {
    isWrong(() -> world.notices.add(notice("P7D")));
    assertEquals(2, world.tell().size());
    world.notices.add(null);
    world.pass(Duration.ofHours(1));
    world.desk().look();
    assertEquals(1, world.desk().openCount(Alarm.Kind.WATCH));
    assertEquals(1, world.desk().openCount(Alarm.Kind.CERTIFICATE));
  }

  @Test
  void whatIsOverIsForgottenInTheEnd() throws Exception {
    isWrong(() -> world.passwords.add(SUPPORT));
    assertEquals(2, world.tell().size());
    world.passwords.clear();
    world.pass(Duration.ofHours(1));
    assertEquals(2, world.tell().size());
    world.pass(world.settings().kept().plus(DAY));
    world.desk().look();
    for (String table : List.of("alarm", "alarm_told", "alarm_digest")) {
      long rows =
          world.database.read(
              handle ->
                  handle.createQuery("SELECT COUNT(*) FROM " + table).mapTo(Long.class).one());
      assertEquals(0, rows, table);
    }
  }

  @Test
  void aLedgerThatFailsIsToldToTheAdministratorsOnceADay() {
    world.passwords.add(SUPPORT);
    world.database.close();
    List<Digest> due = world.due();
    world.desk().notTold(due.get(0), new ConnectException("synthetic"));
    List<Digest> told = world.tell();

    assertEquals(List.of(ADMINISTRATOR), AlarmFixture.addresses(told));
    assertTrue(DigestText.body(told.get(0), "").contains("台帳に書けません"));
    world.pass(DAY.minus(Duration.ofMinutes(1)));
    assertEquals(List.of(), world.tell());
    world.pass(Duration.ofMinutes(1));
    assertEquals(1, world.tell().size());
  }

  @Test
  void noAddressStandsInTheLedgerOrInWhatALogMaySay() {
    isWrong(() -> world.passwords.add(SUPPORT));
    Digest digest = world.tell().get(0);
    String recipients =
        world.database.read(
            handle ->
                String.join(
                    " ",
                    handle
                        .createQuery(
                            "SELECT recipient FROM alarm_told UNION SELECT recipient FROM"
                                + " alarm_digest")
                        .mapTo(String.class)
                        .list()));
    assertTrue(recipients.contains("index-of-"), recipients);
    assertFalse(recipients.contains("@"), recipients);
    assertFalse((digest + " " + digest.recipient()).contains("@"));
  }
}
