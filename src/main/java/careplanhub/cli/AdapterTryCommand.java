package careplanhub.cli;

import careplanhub.office.ConfigurationException;
import careplanhub.office.Directory;
import careplanhub.office.HubSettings;
import careplanhub.standard.FileName;
import careplanhub.standard.FileNameException;
import careplanhub.standard.Finding;
import careplanhub.standard.Layout;
import careplanhub.standard.NamedSource;
import careplanhub.standard.OfficeNumber;
import careplanhub.standard.Row;
import careplanhub.standard.RowReader;
import careplanhub.standard.Standard;
import careplanhub.store.DurableFiles;
import careplanhub.store.RealFiles;
import careplanhub.vendor.Adapter;
import careplanhub.vendor.AdapterTrace;
import careplanhub.vendor.ClockSerials;
import careplanhub.vendor.FolderTables;
import careplanhub.vendor.OfficeKnowledge;
import careplanhub.vendor.ReadReport;
import careplanhub.vendor.SupportOfficeLookup;
import careplanhub.vendor.TracedRecord;
import careplanhub.vendor.UserMatches;
import careplanhub.vendor.VendorContext;
import careplanhub.vendor.VendorFile;
import careplanhub.vendor.form.MonthForm;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code ./hub adapter try}: shows row by row what an adapter makes of a file, and which lens did
 * what. A file of the standard is shown the other way. Exit codes: 0 all could be translated, 1
 * something could not, 2 wrong use.
 */
@Command(
    name = "try",
    description = {
      "アダプタでファイルを読み、行ごとに、介護ソフトの値、標準仕様の値、どのレンズが何をしたかを示します。",
      "標準仕様のファイル（UPJSK_… など）を指定すると、逆の向きを示します。何も送らず、ファイルも変えません。"
    },
    mixinStandardHelpOptions = true)
final class AdapterTryCommand implements Callable<Integer> {
  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
  private static final String ANY_OFFICE = "9970000002";

  @Parameters(
      index = "0",
      paramLabel = "ADAPTER",
      description = "アダプタの名前（config/vendors の下のフォルダ）か、フォルダ")
  private String named = "";

  @Parameters(index = "1", paramLabel = "FILE", description = "介護ソフトのファイルか、標準仕様のファイル")
  private Path file = Path.of("");

  @Option(
      names = "--office",
      paramLabel = "NUMBER",
      description = "書き出した事業所の番号。この事業所の表（config の offices/番号）も使います。")
  private @Nullable String office;

  @Option(names = "--partner", paramLabel = "NUMBER", description = "居宅介護支援事業所の番号（すべての利用者について）")
  private @Nullable String partner;

  @Option(names = "--month", paramLabel = "YYYYMM", description = "ファイルに年月が無い形式の年月")
  private @Nullable String month;

  @Option(names = "--rows", paramLabel = "N", description = "示す行の数（既定 20）")
  private int rows = 20;

  @Option(names = "--html", paramLabel = "FILE", description = "HTML のページとしても書き出します（利用者の値が入ります）。")
  private @Nullable Path html;

  @Option(names = "--config", paramLabel = "DIR", description = "設定のフォルダ。省くと、プログラムの隣の config")
  private Path config = ProgramFolder.config();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException, ConfigurationException {
    if (!Files.isRegularFile(file)) {
      throw wrongUse("ファイルがありません: " + file);
    }
    if (rows < 1) {
      throw wrongUse("--rows には 1 以上の数を書いてください。");
    }
    HubSettings settings = HubSettings.read(config.resolve("hub.yaml"));
    Path folder =
        AdapterPlace.folder(named, config)
            .orElseThrow(
                () -> wrongUse("アダプタがありません（adapter.yaml のあるフォルダか、config/vendors の名前）: " + named));
    Adapter adapter = AdapterPlace.load(folder, settings);
    Optional<FileName> standard = standardName();
    List<Finding> findings = new ArrayList<>();
    TriedPage page =
        standard.isPresent()
            ? fromStandard(adapter, standard.get(), settings, findings)
            : toStandard(adapter, settings, findings);
    new TriedText(spec.commandLine().getOut()).print(page);
    if (html != null) {
      StringOutput text = new StringOutput();
      TemplateEngine.createPrecompiled(ContentType.Html).render("tried.jte", page, text);
      new DurableFiles(new RealFiles())
          .replaceWhole(html, text.toString().getBytes(StandardCharsets.UTF_8));
      spec.commandLine().getOut().println("書き出しました: " + html);
    }
    spec.commandLine().getOut().flush();
    return findings.stream().anyMatch(Finding::isError) ? 1 : 0;
  }

  private Optional<FileName> standardName() {
    try {
      return Optional.of(FileName.parse(String.valueOf(file.getFileName())));
    } catch (FileNameException e) {
      return Optional.empty();
    }
  }

  private TriedPage toStandard(Adapter adapter, HubSettings settings, List<Finding> findings)
      throws IOException {
    NamedSource source = new NamedSource(file.toString(), () -> Files.newInputStream(file));
    List<TracedRecord> records = new ArrayList<>();
    boolean known = adapter.recognises(source);
    ReadReport report =
        AdapterTrace.toStandard(
            adapter,
            source,
            context(settings),
            record -> {
              if (records.size() < rows) {
                records.add(record);
              }
            });
    findings.addAll(report.findings());
    List<String> told = lines(findings);
    if (!known) {
      told.add(0, "このファイルは、このアダプタの形式と見分けられません（recognise を確かめてください）。");
    }
    return new TriedPage(
        adapter.title() + "（" + adapter.name() + "） → 標準仕様",
        report.records() + " 行のうち " + records.size() + " 行を示しました。",
        told,
        records);
  }

  private TriedPage fromStandard(
      Adapter adapter, FileName name, HubSettings settings, List<Finding> findings)
      throws IOException {
    if (!adapter.takes(name.kind())) {
      throw wrongUse(adapter.name() + " に直せるのは " + String.join("、", adapter.kinds()) + " だけです。");
    }
    Layout layout = Standard.data().layout(name.version(), name.kind()).orElseThrow();
    List<Row> read = new ArrayList<>();
    try (InputStream in = Files.newInputStream(file);
        RowReader reader =
            RowReader.open(in, layout, settings.check().tolerant().reading(), findings::add)) {
      for (Row row = reader.next();
          row != null && read.size() < settings.intake().maximumVendorRows();
          row = reader.next()) {
        read.add(row);
      }
    }
    List<TracedRecord> records = new ArrayList<>();
    List<Row> shown = read.subList(0, Math.min(rows, read.size()));
    AdapterTrace.fromStandard(adapter, name, shown, knowledge(settings), records::add);
    VendorFile whole = adapter.fromStandard(name, read, knowledge(settings));
    findings.addAll(whole.findings());
    return new TriedPage(
        "標準仕様 → " + adapter.title() + "（" + adapter.name() + "）",
        read.size() + " 行のうち " + records.size() + " 行を示しました。書くファイル " + whole.name(),
        lines(findings),
        records);
  }

  private List<String> lines(List<Finding> findings) {
    List<String> lines = new ArrayList<>();
    findings.forEach(
        finding -> lines.add(FindingLine.of(String.valueOf(file.getFileName()), finding)));
    return lines;
  }

  private VendorContext context(HubSettings settings) throws IOException {
    Clock clock = Clock.system(JAPAN);
    VendorContext context =
        new VendorContext(
            exporting(),
            Directory.empty(),
            partner == null
                ? SupportOfficeLookup.none()
                : SupportOfficeLookup.always(number("--partner", partner)),
            new ClockSerials(clock),
            clock,
            settings.intake());
    return context
        .with(knowledge(settings))
        .in(
            month == null
                ? null
                : MonthForm.parse(month)
                    .orElseThrow(() -> wrongUse("--month には年月を 202512 のように書いてください。")));
  }

  private OfficeNumber exporting() {
    return number("--office", office == null ? ANY_OFFICE : office);
  }

  private OfficeKnowledge knowledge(HubSettings settings) throws IOException {
    return office == null
        ? OfficeKnowledge.none()
        : new OfficeKnowledge(
            FolderTables.read(FolderTables.folderOf(config, exporting()), settings.vendors()),
            UserMatches.none());
  }

  private OfficeNumber number(String option, String text) {
    if (!OfficeNumber.isValid(text)) {
      throw wrongUse(option + " には 10 桁の事業所番号を書いてください。");
    }
    return new OfficeNumber(text);
  }

  private WrongUse wrongUse(String sentence) {
    return new WrongUse(spec.commandLine(), sentence);
  }
}
