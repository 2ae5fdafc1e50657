package careplanhub.hub;

import careplanhub.ledger.Evidence;
import careplanhub.office.IntakeSettings;
import careplanhub.store.StoreException;
import careplanhub.store.Vault;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether the hub takes files now. It closes when evidence cannot be written, when a disk that
 * keeps what is taken has too little space, and when vault or ledger fail; it looks again after the
 * interval of the settings and opens by itself. What is taken stays in outboxes and channels
 * meanwhile. Time is measured by a clock that never jumps. Safe for every thread.
 */
final class IntakeGate {
  private static final Logger LOG = LoggerFactory.getLogger(IntakeGate.class);
  private static final int PROBE_BYTES = 64 * 1024;

  private final Evidence evidence;
  private final Vault vault;
  private final List<Path> kept;
  private final IntakeSettings settings;
  private final LongSupplier nanoTime;
  private final ReentrantLock looking = new ReentrantLock();
  private volatile boolean looked;
  private volatile long lookedAt;
  private volatile String trouble = "";

  /**
   * @param kept the folders whose disks hold vault and ledger
   * @param nanoTime {@link System#nanoTime}, or a test's
   */
  IntakeGate(
      Evidence evidence,
      Vault vault,
      List<Path> kept,
      IntakeSettings settings,
      LongSupplier nanoTime) {
    this.evidence = evidence;
    this.vault = vault;
    this.kept = List.copyOf(kept);
    this.settings = settings;
    this.nanoTime = nanoTime;
  }

  /** Whether files may be taken; what it tells is at most the interval old. */
  boolean isOpen() {
    long now = nanoTime.getAsLong();
    boolean due = !looked || now - lookedAt >= settings.recheckInterval().toNanos();
    if (due && looking.tryLock()) {
      try {
        become(troubleNow());
        lookedAt = nanoTime.getAsLong();
        looked = true;
      } finally {
        looking.unlock();
      }
    }
    return trouble.isEmpty();
  }

  /**
   * Keeping a file failed: closes when the hub's own store is the reason, not the file.
   *
   * @param failure of the vault or the ledger, or of reading the file
   */
  void failed(Exception failure) {
    looking.lock();
    try {
      String reason = failure instanceof StoreException store ? sentence(store) : writeTrouble();
      if (!reason.isEmpty()) {
        become(reason);
        lookedAt = nanoTime.getAsLong();
        looked = true;
      }
    } finally {
      looking.unlock();
    }
  }

  /** Japanese: why nothing is taken and what to do; empty when files are taken. */
  String trouble() {
    return isOpen() ? "" : trouble;
  }

  private String troubleNow() {
    String space = spaceTrouble();
    if (!space.isEmpty()) {
      return space;
    }
    if (!evidence.writable()) {
      return "証跡を書けません。台帳のディスクの空きとフォルダーの権限を確かめてください。" + StoreSentence.RESUMES;
    }
    return trouble.isEmpty() ? "" : writeTrouble();
  }

  private String spaceTrouble() {
    for (Path folder : kept) {
      try {
        FileStore disk = Files.getFileStore(folder);
        if (disk.getUsableSpace() < settings.minimumFreeSpace().bytes()) {
          return "保管庫か台帳のディスクの空きが足りません（"
              + folder
              + " の残りが "
              + (settings.minimumFreeSpace().bytes() >> 10)
              + " KB 未満）。不要なファイルを消すか、ディスクを広げてください。"
              + StoreSentence.RESUMES;
        }
      } catch (IOException e) {
        return "保管庫か台帳のフォルダーを見られません（" + folder + "）。接続と権限を確かめてください。戻れば自動で再開します。";
      }
    }
    return "";
  }

  private String writeTrouble() {
    try {
      vault.tryWriting(PROBE_BYTES);
      return "";
    } catch (IOException e) {
      return "保管庫に書けません。ディスクの空きと、保管庫のフォルダーの権限を確かめてください。" + StoreSentence.RESUMES;
    }
  }

  private static String sentence(StoreException failure) {
    return StoreSentence.isOfStore(failure) ? StoreSentence.of(failure) : "";
  }

  private void become(String reason) {
    if (trouble.isEmpty() && !reason.isEmpty()) {
      LOG.warn("受け取りを止めました。{}", reason);
    } else if (!trouble.isEmpty() && reason.isEmpty()) {
      LOG.warn("受け取りを再開しました。");
    }
    trouble = reason;
  }
}
