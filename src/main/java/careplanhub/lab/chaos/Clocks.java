package careplanhub.lab.chaos;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;

/** Clocks of relay and hubs that jump while files wait, or that pass the end of a year. */
final class Clocks {
  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
  private static final Duration BEFORE_MIDNIGHT = Duration.ofSeconds(45);
  private static final Duration WITHOUT_RELAY = Duration.ofSeconds(4);
  private static final String INVARIANT = "何も失わず、二重に届けず、待ち時間は設定の上限より延びない。証跡は verify で確かめられる。";

  static final List<Scenario> SCENARIOS =
      List.of(
          new Scenario(
              "clock-forward",
              "送信待ちのものがある間に、時計が 1 時間進む。",
              INVARIANT,
              world -> jump(world, Duration.ofHours(1))),
          new Scenario(
              "clock-back",
              "送信待ちのものがある間に、時計が 1 時間戻る。",
              INVARIANT,
              world -> jump(world, Duration.ofHours(-1))),
          new Scenario("clock-year-end", "ファイルが流れている間に、年が変わる。", INVARIANT, Clocks::passYearEnd));

  private Clocks() {}

  private static void jump(ChaosWorld world, Duration offset)
      throws IOException, InterruptedException {
    world.start();
    world.dropRound();
    world.awaitQuiet();
    world.relay().kill();
    world.dropRound();
    ChaosWorld.pass(WITHOUT_RELAY);
    world.faults().setClock(offset);
    world.relay().start();
    world.dropRound();
    world.awaitQuiet();
    world.faults().setClock(Duration.ZERO);
    world.dropRound();
    world.awaitQuiet();
  }

  private static void passYearEnd(ChaosWorld world) throws IOException, InterruptedException {
    LocalDateTime now = LocalDateTime.now(JAPAN);
    LocalDateTime begin = LocalDateTime.of(now.getYear() + 1, 1, 1, 0, 0).minus(BEFORE_MIDNIGHT);
    world.faults().setClock(Duration.between(now, begin));
    world.remark("方法: 子プロセスの時計を 12 月 31 日 23 時 59 分 15 秒（日本時間）から動かした");
    // The files' own times are the machine's: they must not look as old as the clock says.
    world.setting(
        "intake:\n", "retention:\n  done: 3000d\n  error: 3000d\n  inbox: 3000d\nintake:\n");
    world.start();
    long until = System.nanoTime() + BEFORE_MIDNIGHT.plusSeconds(15).toNanos();
    while (System.nanoTime() < until) {
      world.dropRound();
      ChaosWorld.pass(Duration.ofSeconds(10));
    }
    world.awaitQuiet();
  }
}
