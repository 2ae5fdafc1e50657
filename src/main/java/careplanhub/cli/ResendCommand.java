package careplanhub.cli;

import careplanhub.hub.Books;
import careplanhub.hub.HubFolder;
import careplanhub.ledger.Parcel;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./hub resend}: sends again what was sent; the hub never does so by itself. */
@Command(name = "resend", description = "送ったものを、同じ内容でもう一度送ります。", mixinStandardHelpOptions = true)
final class ResendCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "フォルダ", description = "ハブのフォルダ")
  private Path directory;

  @Parameters(index = "1", paramLabel = "受付番号", description = "送信一覧の受付番号")
  private String id;

  @Override
  public Integer call() throws IOException {
    try (Books books = Books.open(new HubFolder(directory.toAbsolutePath()), Clock.systemUTC())) {
      if (books.parcels().find(id).filter(books.withdrawals()::isWithdrawn).isPresent()) {
        throw new WrongUse(spec.commandLine(), "取り下げた送信は、もう一度送れません。必要なら、介護ソフトから出し直してください。");
      }
      Optional<Parcel> again = books.parcels().sendAgain(id, "person:command-line");
      if (again.isEmpty()) {
        throw new WrongUse(spec.commandLine(), "この受付番号の送信はありません。送信一覧で確かめてください。");
      }
      spec.commandLine().getOut().println("もう一度送ります。新しい受付番号: " + again.get().id());
      return 0;
    }
  }
}
