package careplanhub.cli;

import careplanhub.ledger.EvidenceReport;
import careplanhub.ledger.EvidenceVerifier;
import careplanhub.security.KeyFileException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./hub verify}: proves the evidence of a hub's folder. */
@Command(
    name = "verify",
    description = "ハブの証跡が記録されたままであることを確かめます（鍵のパスワードは要りません。フォルダは変えません）。",
    mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "フォルダ", description = "ハブのフォルダ、またはそのバックアップ")
  private Path hub;

  @Option(
      names = "--expect-head",
      paramLabel = "ハッシュ",
      description = "相手の受領証などに残っている、このハブの先頭ハッシュ。証跡に含まれることも確かめます（何度でも指定できます）")
  private List<String> knownHeads = new ArrayList<>();

  @Override
  public Integer call() throws IOException {
    EvidenceReport report;
    try {
      report = EvidenceVerifier.verify(hub, knownHeads);
    } catch (KeyFileException | NoSuchFileException e) {
      throw new WrongUse(
          spec.commandLine(), "ハブのフォルダではありません（data/ledger.sqlite と keys/hub.crt が要ります）: " + hub);
    }
    PrintWriter out = spec.commandLine().getOut();
    report.fault().ifPresent(fault -> out.println("証跡に異常があります。" + fault.message()));
    out.println(report.isWhole() ? "証跡は記録されたままです。" : "ここまでに確かめた証跡:");
    out.println("  件数          " + report.entries());
    out.println("  最初          " + report.first());
    out.println("  最後          " + report.last());
    out.println("  封印          " + report.seals());
    out.println("  先頭ハッシュ  " + report.head());
    out.println("  ハブの証明書  SHA-256 " + report.hubFingerprint());
    if (report.isWhole()) {
      out.println("ハブの証明書の値が、初期設定のときに控えたものと同じか見比べてください。");
    }
    return report.isWhole() ? 0 : 1;
  }
}
