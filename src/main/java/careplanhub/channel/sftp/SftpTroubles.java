package careplanhub.channel.sftp;

import careplanhub.channel.ChannelException;
import careplanhub.channel.HostBreakers;
import careplanhub.standard.OfficeNumber;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** What a person has to know of the partners' servers. Safe for every thread. */
final class SftpTroubles {
  private final ConcurrentHashMap<String, String> sentences = new ConcurrentHashMap<>();

  /** What was done when it failed. */
  enum Work {
    SEND("送信"),
    RECEIVE("受信"),
    TRACK("送信の確認"),
    REJECTED("受け取られなかった送信");

    private final String word;

    Work(String word) {
      this.word = word;
    }
  }

  void failed(OfficeNumber partner, Work work, ChannelException failure) {
    if (!failure.code().equals(HostBreakers.OPEN)) {
      note(partner, work, failure.reason().messageJapanese());
    }
  }

  /** Notes something in words of its own. */
  void note(OfficeNumber partner, Work work, String sentence) {
    sentences.put(key(partner, work), sentence);
  }

  void succeeded(OfficeNumber partner, Work work) {
    sentences.remove(key(partner, work));
  }

  private static String key(OfficeNumber partner, Work work) {
    return "SFTP の相手 " + partner + "（" + work.word + "）: ";
  }

  /** Japanese; empty when all is well. */
  String warning() {
    SortedMap<String, String> sorted = new TreeMap<>(sentences);
    return sorted.entrySet().stream()
        .map(entry -> entry.getKey() + entry.getValue())
        .collect(Collectors.joining(" "));
  }
}
