package careplanhub.hub;

import careplanhub.store.StoreException;

/** What a failure of the ledger means to the people who run the hub. */
public final class StoreSentence {
  static final String RESUMES = "空きが戻れば自動で再開します。再起動は要りません。";

  private StoreSentence() {}

  /** Japanese: what happened and what to do. */
  public static String of(StoreException failure) {
    return switch (failure.reason()) {
      case DISK_FULL -> "台帳のディスクがいっぱいです。不要なファイルを消すか、ディスクを広げてください。" + RESUMES;
      case READ_ONLY, DISK_ERROR -> "台帳を読み書きできません。ディスクの状態とフォルダーの権限を確かめてください。";
      case DAMAGED ->
          "台帳（data/ledger.sqlite）が壊れています。何も送らずに止めました。"
              + "ハブを止め、./hub verify で確かめ、控えから戻してください（docs/operations.md）。";
      case BUSY -> "台帳をほかのプログラムが使い続けています。しばらくしてから、もう一度試してください。";
      case CONSTRAINT, UNREADABLE, OTHER -> "台帳を使えません（" + failure.reason() + "）。開発者に知らせてください。";
    };
  }

  /** Whether the store itself is in trouble, and not one file or row. */
  static boolean isOfStore(StoreException failure) {
    return switch (failure.reason()) {
      case DISK_FULL, READ_ONLY, DISK_ERROR, DAMAGED -> true;
      case BUSY, CONSTRAINT, UNREADABLE, OTHER -> false;
    };
  }
}
