package careplanhub.lab.chaos;

import careplanhub.lab.DemoMonthEnd.Drop;
import careplanhub.store.Checkpoints;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** Files that come again, in each form that people and programs give them. */
final class Repeats {
  private static final Duration AFTER_DROP = Duration.ofSeconds(3);

  static final List<Scenario> SCENARIOS =
      List.of(
          new Scenario(
              "repeat-same",
              "送り終えたファイルと同じ名前・同じ中身のファイルが、もう一度 outbox に入る。",
              "重複として記録し、相手には二度届けない。",
              Repeats::same),
          new Scenario(
              "repeat-other-bytes",
              "送り終えたファイルと同じ名前で、中身の違うファイルが outbox に入る。",
              "訂正として新しいファイル連番で届ける。前のものは書き換えない。",
              Repeats::otherBytes),
          new Scenario(
              "repeat-other-name",
              "送り終えたファイルと同じ中身のファイルが、別のファイル連番の名前で outbox に入る。",
              "ソフトが改めて書き出したものとして、その名前で 1 回届ける。",
              Repeats::otherName),
          new Scenario(
              "repeat-in-flight",
              "受け取りの途中で強制終了し、同じファイルが置き直される。送信待ちの間にも同じファイルが入る。",
              "どの時点で入れ直しても、相手には 1 回だけ届く。",
              Repeats::inFlight));

  private Repeats() {}

  private static void same(ChaosWorld world) throws IOException, InterruptedException {
    world.start();
    List<Drop> first = world.dropRound();
    world.awaitQuiet();
    world.drop(world.traffic().again(first));
    world.awaitQuiet();
  }

  private static void otherBytes(ChaosWorld world) throws IOException, InterruptedException {
    world.start();
    world.dropRound();
    world.awaitQuiet();
    world.drop(world.traffic().correctionOfThisRound());
    world.awaitQuiet();
  }

  private static void otherName(ChaosWorld world) throws IOException, InterruptedException {
    world.start();
    List<Drop> first = world.dropRound();
    world.awaitQuiet();
    world.drop(world.traffic().underOtherNames(first));
    world.awaitQuiet();
  }

  private static void inFlight(ChaosWorld world) throws IOException, InterruptedException {
    world.start();
    world.dropRound();
    world.awaitQuiet();
    for (String step : List.of("intake-vault-written", "intake-ledger-written", "intake-moved")) {
      world.first().start(step);
      List<Drop> round = world.dropRound();
      if (world.first().awaitEnd(ChaosWorld.LONGEST_WAIT) != Checkpoints.HALT_STATUS) {
        world.problem("hub-a は " + step + " に来ませんでした。");
      }
      world.killed();
      world.dropWhatIsStillInOutbox(round);
      world.first().start();
      world.awaitQuiet();
    }
    world.relay().kill();
    List<Drop> waiting = world.dropRound();
    world.await("受け取りません。", world.check()::outboxesAreEmpty);
    world.drop(world.traffic().again(waiting));
    ChaosWorld.pass(AFTER_DROP);
    world.relay().start();
    world.awaitQuiet();
  }
}
