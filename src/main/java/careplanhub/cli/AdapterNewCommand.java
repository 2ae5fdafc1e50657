package careplanhub.cli;

import careplanhub.office.ConfigurationException;
import careplanhub.office.Directory;
import careplanhub.office.HubSettings;
import careplanhub.office.IntakeSettings;
import careplanhub.standard.FileNameException;
import careplanhub.standard.Finding;
import careplanhub.standard.NamedSource;
import careplanhub.standard.OfficeNumber;
import careplanhub.store.DurableFiles;
import careplanhub.store.RealFiles;
import careplanhub.vendor.ClockSerials;
import careplanhub.vendor.SupportOfficeLookup;
import careplanhub.vendor.VendorContext;
import careplanhub.vendor.VendorRows;
import careplanhub.vendor.kit.AdapterDraft;
import careplanhub.vendor.kit.KitException;
import careplanhub.vendor.kit.Sample;
import careplanhub.vendor.kit.SampleReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code ./hub adapter new}: drafts an adapter from a sample of a layout. Exit codes: 0 drafted, 1
 * not, 2 wrong use.
 */
@Command(
    name = "new",
    description = {
      "見本のファイルから、アダプタ（変換設定）の下書きを作ります。",
      "文字コード、見出し、列の意味を推し、確かさと、推せなかった列を示します。見本の中身は写しません。"
    },
    mixinStandardHelpOptions = true)
final class AdapterNewCommand implements Callable<Integer> {
  private static final List<String> KINDS = List.of("UPJSK", "UPPLAN");
  private static final OfficeNumber ANY_OFFICE = new OfficeNumber("9970000002");
  private static final OfficeNumber ANY_PARTNER = new OfficeNumber("9980000001");
  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

  @Option(
      names = "--from",
      required = true,
      paramLabel = "SAMPLE",
      description = "介護ソフトが書き出した見本（CSV）")
  private Path from = Path.of("");

  @Option(names = "--name", paramLabel = "NAME", description = "アダプタの名前（英小文字、数字、-）。省くとファイル名から決めます。")
  private @Nullable String name;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "アダプタを置くフォルダ。この下に名前のフォルダを作ります。省くと config の vendors")
  private @Nullable Path out;

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      description = "標準仕様のファイル（UPJSK 実績、UPPLAN 予定）。日ごとの列があるときはその語で決めます。")
  private String kind = "UPJSK";

  @Option(names = "--scenario", description = "見本からシナリオ（テスト）も作ります。見本の行が写されるので、実在の人の見本では使わないでください。")
  private boolean scenario;

  @Option(names = "--config", paramLabel = "DIR", description = "設定のフォルダ。省くと、プログラムの隣の config")
  private Path config = ProgramFolder.config();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException, ConfigurationException {
    checkUse();
    HubSettings settings = HubSettings.read(config.resolve("hub.yaml"));
    String sampleName = String.valueOf(from.getFileName());
    String own = name == null ? AdapterDraft.nameOf(sampleName) : name;
    Path folder = folder(own);
    Path file = folder.resolve("adapter.yaml");
    PrintWriter screen = spec.commandLine().getOut();
    if (Files.exists(file)) {
      spec.commandLine().getErr().println("同じ名前のアダプタがあるので書きませんでした。--name で別の名前にしてください: " + file);
      return 1;
    }
    try {
      byte[] bytes = bytes(settings.kit().maximumSampleSize().bytes());
      Sample sample = SampleReader.read(sampleName, bytes, settings.kit());
      AdapterDraft draft = AdapterDraft.of(own, sample, kind);
      DurableFiles files = new DurableFiles(new RealFiles());
      files.createDirectories(folder);
      files.writeWhole(file, draft.yaml().getBytes(StandardCharsets.UTF_8));
      DraftReport.print(draft, sample, screen);
      tryOut(draft, bytes, settings.intake(), screen);
      if (scenario) {
        Path made = folder.resolve("scenarios").resolve("sample");
        LocalDate today = LocalDate.now(Clock.system(JAPAN));
        new SampleScenario(AdapterPlace.load(folder, settings), files)
            .write(
                made,
                from,
                bytes,
                new SampleScenario.Facts(ANY_OFFICE, ANY_PARTNER, today, sample.charset()));
        screen.println("見本からシナリオを作りました。standard と back が正しいか、目で確かめてください: " + made);
      }
      screen.println("書き出しました: " + file);
      screen.println(
          "次は ./hub adapter try " + shown(own, folder) + " " + from + " で、行ごとに確かめてください。");
      screen.flush();
      return 0;
    } catch (FileNameException e) {
      throw new IllegalStateException("A file that was just named has no name of the standard", e);
    } catch (KitException e) {
      spec.commandLine().getErr().println(from + ": " + e.sentence());
      return 1;
    }
  }

  private void checkUse() {
    if (!Files.isRegularFile(from)) {
      throw wrongUse("見本のファイルがありません: " + from);
    }
    if (name != null && !AdapterDraft.isName(name)) {
      throw wrongUse("--name には英小文字で始まる英小文字・数字・- を 40 文字まで書いてください。");
    }
    if (!KINDS.contains(kind)) {
      throw wrongUse("--kind に書けるもの: " + String.join("、", KINDS));
    }
  }

  private Path folder(String own) {
    Path place = out == null ? config.resolve("vendors") : out;
    boolean named = out != null && String.valueOf(place.getFileName()).equals(own);
    return named ? place : place.resolve(own);
  }

  private String shown(String own, Path folder) {
    return out == null ? own : folder.toString();
  }

  private byte[] bytes(long most) throws IOException {
    try (var in = Files.newInputStream(from)) {
      return in.readNBytes((int) Math.min(Integer.MAX_VALUE - 8, most + 1));
    }
  }

  /** Reads the sample with its own draft, which shows at once what does not fit. */
  private void tryOut(AdapterDraft draft, byte[] bytes, IntakeSettings limits, PrintWriter screen)
      throws IOException {
    Clock clock = Clock.system(JAPAN);
    VendorContext context =
        new VendorContext(
            ANY_OFFICE,
            Directory.empty(),
            SupportOfficeLookup.none(),
            new ClockSerials(clock),
            clock,
            limits);
    NamedSource source =
        new NamedSource(String.valueOf(from.getFileName()), () -> new ByteArrayInputStream(bytes));
    VendorRows read = draft.adapter().read(source, context);
    screen.println(
        "この下書きで見本を読むと、" + read.report().records() + " 行から標準仕様の " + read.rows().size() + " 行ができます。");
    List<Finding> findings = read.findings();
    findings.stream()
        .limit(5)
        .forEach(finding -> screen.println("  " + FindingLine.of("", finding).strip()));
    if (findings.size() > 5) {
      screen.println("  ほか " + (findings.size() - 5) + " 件");
    }
    if (!read.report().unmatched().isEmpty()) {
      screen.println("  だれのことか決まっていない利用者の行は待ちます（事業所の表 users.csv に書くと読めます）。");
    }
  }

  private WrongUse wrongUse(String sentence) {
    return new WrongUse(spec.commandLine(), sentence);
  }
}
