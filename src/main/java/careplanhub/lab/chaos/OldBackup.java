package careplanhub.lab.chaos;

import careplanhub.lab.DemoMonthEnd.Drop;
import java.io.IOException;
import java.util.List;

/** A hub that goes on with the ledger of an old backup. */
final class OldBackup {
  private static final String OLDER = "連携基盤は知っていますが、この台帳にはありません";
  private static final String VERIFIED = "台帳が連携基盤より古くなっています";

  private OldBackup() {}

  static void happen(ChaosWorld world) throws IOException, InterruptedException {
    world.start();
    world.dropRound();
    world.awaitQuiet();
    RestorableHub hub = RestorableHub.of(world);
    hub.backUp();
    List<Drop> after = world.dropRound();
    world.awaitQuiet();
    hub.restore();
    world.traffic().forgottenByFirst(after);
    world.first().start();
    world.await("台帳が古いことをハブが言いません。", () -> FullDisk.count(world.first().log(), OLDER) > 0);
    world.check().expectFault(VERIFIED);
    world.dropRound();
    world.awaitQuiet();
  }
}
