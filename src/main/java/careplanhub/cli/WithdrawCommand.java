package careplanhub.cli;

import careplanhub.hub.Books;
import careplanhub.hub.HubFolder;
import careplanhub.hub.WithdrawalRefusedException;
import careplanhub.hub.Withdrawing;
import careplanhub.office.ConfigurationException;
import careplanhub.office.HubSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./hub withdraw}: shows what a withdrawal would take, and orders it with {@code --yes}. */
@Command(
    name = "withdraw",
    description = "送ったものを取り下げます（削除のファイルを送ります）。--yes を付けるまでは、取り下げる内容を示すだけです。",
    mixinStandardHelpOptions = true)
final class WithdrawCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "フォルダ", description = "ハブのフォルダ")
  private Path directory;

  @Parameters(index = "1", paramLabel = "受付番号", description = "送信一覧の受付番号")
  private String id;

  @Option(names = "--user", paramLabel = "被保険者番号", description = "この利用者の分だけを取り下げる。省くと全員")
  private String user = "";

  @Option(names = "--yes", description = "取り下げる")
  private boolean confirmed;

  @Override
  public Integer call() throws IOException, ConfigurationException {
    HubFolder folder = new HubFolder(directory.toAbsolutePath());
    HubSettings settings = HubSettings.read(folder.settings());
    try (Books books = Books.open(folder, Clock.systemUTC())) {
      Withdrawing withdrawing = new Withdrawing(books, settings.check().tolerant().reading());
      Withdrawing.Plan plan = withdrawing.plan(id, user);
      print(plan);
      if (!confirmed) {
        spec.commandLine().getOut().println("まだ取り下げていません。取り下げるには、--yes を付けてもう一度実行してください。");
        return 0;
      }
      List<String> files = withdrawing.orderConfirmed(plan, "person:command-line");
      files.forEach(file -> spec.commandLine().getOut().println("取り下げのファイル: " + file));
      spec.commandLine().getOut().println("動いているハブが送ります。送信一覧で確かめてください。");
      return 0;
    } catch (WithdrawalRefusedException e) {
      throw new WrongUse(spec.commandLine(), e.japanese());
    }
  }

  private void print(Withdrawing.Plan plan) {
    PrintWriter out = spec.commandLine().getOut();
    out.println("送信先 " + plan.parcel().addressee() + " から、次のものを取り下げます。");
    for (Withdrawing.Delete delete : plan.deletes()) {
      out.println("■ " + delete.japanese() + "（" + delete.held().size() + " 件）");
      delete.lines().forEach(out::println);
    }
    plan.remarks().forEach(remark -> out.println("・" + remark));
  }
}
