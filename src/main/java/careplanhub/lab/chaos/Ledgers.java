package careplanhub.lab.chaos;

import careplanhub.hub.Books;
import careplanhub.hub.HubFolder;
import careplanhub.lab.SyntheticCorporation;
import careplanhub.ledger.EvidenceVerifier;
import careplanhub.ledger.Parcel;
import careplanhub.store.Database;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Ledgers whose bytes a disk has changed, and old ones that come back from a backup. */
final class Ledgers {
  private static final Duration WITHOUT_RELAY = Duration.ofSeconds(3);
  private static final int HEADER = 100;
  private static final int MOST_PARCELS = 100;

  static final List<Scenario> SCENARIOS =
      List.of(
          new Scenario(
              "ledger-page-flipped",
              "台帳のファイルのページが壊れる。控えから戻す。",
              "ハブは起動を断り、そのことを日本語で言う。verify も壊れていると言う。控えから戻すと続きが届く。",
              Ledgers::pageFlipped),
          new Scenario(
              "ledger-address-flipped",
              "台帳の中で、送信待ちの宛先の数字が 1 つ変わる。控えから戻す。",
              "ハブはその送信を止め、日本語で言う。どこにも送らない。控えから戻すと正しい宛先に届く。",
              Ledgers::addressFlipped),
          new Scenario(
              "evidence-flipped",
              "台帳の中で、証跡の 1 文字が変わる。控えから戻す。",
              "verify がその番号を言う。控えから戻すと続きが届き、証跡も合う。",
              Ledgers::evidenceFlipped),
          new Scenario(
              "old-backup-restored",
              "控えを作った後にやり取りが進み、その古い控えから戻して続ける。",
              "相手に二度届けない。ハブと verify が、台帳が連携基盤より古いことを言う。新しいファイル連番はぶつからない。",
              OldBackup::happen));

  private Ledgers() {}

  private static void pageFlipped(ChaosWorld world) throws IOException, InterruptedException {
    RestorableHub hub = waiting(world);
    byte[] bytes = Files.readAllBytes(hub.ledger());
    int page = pageSize(bytes);
    for (int at = page; at + HEADER < bytes.length; at += page) {
      // The first bytes of a page tell what the rest is: every page says something else now.
      bytes[at] ^= 0x55;
      bytes[at + 5] ^= 0x3A;
    }
    Files.write(hub.ledger(), bytes);
    world.first().start();
    if (world.first().awaitEnd(ChaosWorld.LONGEST_WAIT) != 1) {
      world.problem("台帳が壊れているのに、ハブが起動を断りません。");
    }
    mustSay(world, "台帳（data/ledger.sqlite）が壊れています");
    verifierMustSay(world, "台帳 data/ledger.sqlite を読めません");
    goOn(world, hub);
  }

  private static void addressFlipped(ChaosWorld world) throws IOException, InterruptedException {
    RestorableHub hub = waiting(world);
    Parcel parcel = parcel(world);
    String row = parcel.unitId() + parcel.sender().value() + parcel.addressee().value();
    if (!flip(hub.ledger(), row, row.length() - 2)) {
      world.problem("台帳に送信の行が見つかりません。");
      return;
    }
    world.relay().start();
    world.first().start();
    world.await("宛先が変わったことをハブが言いません。", () -> FullDisk.count(world.first().log(), "証跡と合いません") > 0);
    world.mustRun(world.first());
    goOn(world, hub);
  }

  private static void evidenceFlipped(ChaosWorld world) throws IOException, InterruptedException {
    RestorableHub hub = waiting(world);
    String details = firstEvidence(hub);
    if (!flip(hub.ledger(), details, details.length() / 2)) {
      world.problem("台帳に証跡が見つかりません。");
      return;
    }
    verifierMustSay(world, "証跡 ");
    goOn(world, hub);
  }

  /** Parcels wait for a relay that is down; the hub stands still, and a backup was made of it. */
  private static RestorableHub waiting(ChaosWorld world) throws IOException, InterruptedException {
    world.start();
    world.dropRound();
    world.awaitQuiet();
    world.relay().kill();
    world.dropRound();
    world.await("受け取りません。", () -> world.check().outboxesAreEmpty() && hasReady(world));
    ChaosWorld.pass(WITHOUT_RELAY);
    RestorableHub hub = RestorableHub.of(world);
    hub.backUp();
    world.first().kill();
    try (Database database = Database.openAsItIs(hub.ledger())) {
      database.read(handle -> checkpoint(handle));
    }
    return hub;
  }

  private static boolean checkpoint(Handle handle) {
    return handle.createQuery("PRAGMA wal_checkpoint(TRUNCATE)").mapToMap().list().isEmpty();
  }

  private static boolean hasReady(ChaosWorld world) throws IOException {
    try (Books books = Books.open(new HubFolder(world.folders().first()), Clock.systemUTC())) {
      return books.parcels().countByState().getOrDefault(Parcel.State.READY, 0L) >= 2;
    }
  }

  private static Parcel parcel(ChaosWorld world) throws IOException {
    try (Books books = Books.open(new HubFolder(world.folders().first()), Clock.systemUTC())) {
      return SyntheticCorporation.first().offices().stream()
          .flatMap(office -> books.parcels().sentBy(office.number(), MOST_PARCELS).stream())
          .filter(parcel -> parcel.state() == Parcel.State.READY)
          .findFirst()
          .orElseThrow();
    }
  }

  private static void goOn(ChaosWorld world, RestorableHub hub)
      throws IOException, InterruptedException {
    hub.restore();
    if (!world.relay().isRunning()) {
      world.relay().start();
    }
    world.first().start();
    world.dropRound();
    world.awaitQuiet();
  }

  private static void mustSay(ChaosWorld world, String words) throws IOException {
    if (FullDisk.count(world.first().log(), words) == 0) {
      world.problem("ハブが「" + words + "」と言いません。");
    }
  }

  private static void verifierMustSay(ChaosWorld world, String words) throws IOException {
    String said =
        EvidenceVerifier.verify(world.folders().first()).fault().map(f -> f.message()).orElse("");
    if (!said.contains(words)) {
      world.problem("verify が「" + words + "」と言わず、「" + said + "」と言います。");
    }
  }

  private static int pageSize(byte[] database) {
    int size = ((database[16] & 0xFF) << 8) | (database[17] & 0xFF);
    return size == 1 ? 1 << 16 : size;
  }

  private static String firstEvidence(RestorableHub hub) {
    try (Database database = Database.openAsItIs(hub.ledger())) {
      return database.read(
          handle ->
              handle
                  .createQuery("SELECT details FROM evidence_entry WHERE seq = 1")
                  .mapTo(String.class)
                  .one());
    }
  }

  /**
   * Changes one character of a text wherever it stands: a file also keeps what rows were before.
   */
  private static boolean flip(Path ledger, String text, int place) throws IOException {
    String bytes = Files.readString(ledger, StandardCharsets.ISO_8859_1);
    char other = text.charAt(place) == '8' ? '7' : '8';
    String flipped = text.substring(0, place) + other + text.substring(place + 1);
    Files.writeString(ledger, bytes.replace(text, flipped), StandardCharsets.ISO_8859_1);
    return bytes.contains(text);
  }
}
