package careplanhub.cli;

import careplanhub.hub.Books;
import careplanhub.hub.HubFolder;
import careplanhub.hub.alarm.AlarmDesk;
import careplanhub.ledger.Alarm;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./hub alarms list}: what lasts, and what could not be told. Exit codes: 0 nothing, 1. */
@Command(
    name = "list",
    description = {"続いている知らせと、まだ送れていない知らせを表示します。調べるのは動いているハブです。", "知らせがあれば終了コードは 1 です。"},
    mixinStandardHelpOptions = true)
final class AlarmsListCommand implements Callable<Integer> {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu/MM/dd HH:mm").withZone(ZoneId.of("Asia/Tokyo"));

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "フォルダ", description = "ハブのフォルダ")
  private Path directory;

  @Override
  public Integer call() throws IOException {
    HubFolder folder = new HubFolder(directory.toAbsolutePath());
    PrintWriter out = spec.commandLine().getOut();
    try (Books books = Books.open(folder, Clock.systemUTC())) {
      List<Alarm> open = books.alarms().open();
      for (Alarm alarm : open) {
        out.println(
            TIME.format(alarm.beganAt())
                + " から ［"
                + alarm.raised().kind().japanese()
                + "］ "
                + alarm.raised().sentence());
      }
      List<String> untold = AlarmDesk.untold(books.alarmDigests());
      untold.forEach(out::println);
      out.println("続いている知らせ " + open.size() + " 件、送れていない知らせ " + untold.size() + " 通");
      out.flush();
      return open.isEmpty() && untold.isEmpty() ? 0 : 1;
    }
  }
}
