package careplanhub.channel;

/**
 * A file of a listed parcel, as the other side shows it.
 *
 * @param name from outside: never a path, never in a log
 * @param kind ファイル種別: 登録, 削除, 画像 or PDF
 * @param csvVersion CSVバージョン, empty when there is none or the list does not say it
 * @param serviceType サービス種類 of the other office, such as "11: 訪問介護" or "XX: 不明"
 * @param size in bytes, 0 when the list does not say it
 * @param sha256 of the bytes, hexadecimal, empty when the list does not say it
 */
public record EntryFile(
    String name, String kind, String csvVersion, String serviceType, long size, String sha256) {}
