package careplanhub.cli;

import careplanhub.office.ConfigurationException;
import careplanhub.office.Directory;
import careplanhub.office.HubSettings;
import careplanhub.office.SupportOfficeTable;
import careplanhub.office.VendorSettings;
import careplanhub.standard.OfficeNumber;
import careplanhub.standard.StandardVersion;
import careplanhub.standard.VersionLoss;
import careplanhub.standard.VersionStep;
import careplanhub.store.DurableFiles;
import careplanhub.store.RealFiles;
import careplanhub.vendor.Adapter;
import careplanhub.vendor.Adapters;
import careplanhub.vendor.ClockSerials;
import careplanhub.vendor.FolderTables;
import careplanhub.vendor.OfficeKnowledge;
import careplanhub.vendor.SupportOfficeLookup;
import careplanhub.vendor.UserMatches;
import careplanhub.vendor.VendorContext;
import careplanhub.vendor.form.MonthForm;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code ./hub translate}: from a care software's layout to the standard or back, or between the
 * standard's versions. Files appear whole or not at all and never take another's place. Exit codes:
 * 0 all translated, 1 something was not, 2 wrong use.
 */
@Command(
    name = "translate",
    description = {
      "介護ソフト独自の形式と標準仕様の CSV を、または標準仕様の第3.2版と第4.1版を、互いに直します。",
      "第3.2版と第4.1版の間では、同じファイル連番のファイルをまとめて指定してください。誤りのある送信単位は書き出しません。",
      "介護ソフトの形式から直すときは、指定したファイルを 1 つの事業所の実績としてまとめます。" + "読めない行が 1 つでもあれば、何も書き出しません。"
    },
    mixinStandardHelpOptions = true)
final class TranslateCommand implements Callable<Integer> {
  private static final String STANDARD = StandardVersion.V4_1.label();

  @Option(
      names = "--from",
      required = true,
      paramLabel = "FORM",
      description = "元の形式。アダプタの名前（例 jittai）か 4.1 か 3.2")
  private String from = "";

  @Option(
      names = "--to",
      required = true,
      paramLabel = "FORM",
      description = "直した後の形式。4.1 か 3.2 かアダプタの名前")
  private String to = "";

  @Option(
      names = "--office",
      paramLabel = "NUMBER",
      description = "書き出した事業所の番号（10 桁）。4.1 に直すときに必要です。表（config の offices/番号）もこの事業所のものを使います。")
  private @Nullable String office;

  @Option(
      names = "--partner",
      paramLabel = "NUMBER",
      description = "送り先の居宅介護支援事業所の番号。省くと、事業所の表（config の offices/番号/support-offices.csv）で探します。")
  private @Nullable String partner;

  @Option(
      names = "--allow-loss",
      split = ",",
      paramLabel = "WHAT",
      description =
          "3.2 に直すとき落としてよいもの: equipment（福祉用具のコードと名称）、third_sheet（第３表）、"
              + "service_type（ファイル名のサービス種類コード）。書かなければ、あると直しません。")
  private List<String> losses = List.of();

  @Option(
      names = "--month",
      paramLabel = "YYYYMM",
      description = "ファイルに年月が無い形式から 4.1 に直すときの年月（例 202512）")
  private @Nullable String month;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "書き出すフォルダ。同じ名前のファイルがあれば書きません。")
  private Path out = Path.of(".");

  @Option(names = "--config", paramLabel = "DIR", description = "設定のフォルダ。省くと、プログラムの隣の config")
  private Path config = ProgramFolder.config();

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "直すファイル")
  private List<Path> files = List.of();

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    for (Path file : files) {
      if (!Files.isRegularFile(file)) {
        throw wrongUse("ファイルがありません: " + file);
      }
    }
    TranslationLog log = new TranslationLog(command().commandLine().getOut());
    try {
      write(translate(log), log);
    } catch (ConfigurationException e) {
      log.fail(e.getMessage() == null ? "設定を読めません。" : e.getMessage());
    }
    command().commandLine().getOut().flush();
    return log.hasFailed() ? 1 : 0;
  }

  private List<TranslatedFile> translate(TranslationLog log)
      throws IOException, ConfigurationException {
    HubSettings settings = HubSettings.read(config.resolve("hub.yaml"));
    VendorSettings vendors = settings.vendors();
    StandardVersion version = version(to);
    if (version != null && version(from) != null && !from.equals(to)) {
      VersionStep step = new VersionStep(directory()::serviceTypesOf, allowedLosses());
      return new BetweenVersions(version, step, settings.check().tolerant(), log).translate(files);
    }
    if (to.equals(STANDARD) && !from.equals(STANDARD)) {
      return new FromVendor(adapter(from, vendors), context(settings, log), log).translate(files);
    }
    if (from.equals(STANDARD) && !to.equals(STANDARD)) {
      OfficeKnowledge knowledge =
          office == null
              ? OfficeKnowledge.none()
              : knowledge(number("--office", office), vendors, log);
      return new ToVendor(
              adapter(to, vendors),
              settings.check().tolerant().reading(),
              settings.intake().maximumVendorRows(),
              knowledge,
              log)
          .translate(files);
    }
    throw wrongUse("--from と --to のどちらか一方を " + STANDARD + " に、もう一方をアダプタの名前か 3.2 にしてください。");
  }

  private static @Nullable StandardVersion version(String label) {
    return Arrays.stream(StandardVersion.values())
        .filter(version -> version.label().equals(label))
        .findFirst()
        .orElse(null);
  }

  private Set<VersionLoss> allowedLosses() {
    Set<VersionLoss> allowed = EnumSet.noneOf(VersionLoss.class);
    for (String loss : losses) {
      allowed.add(
          Arrays.stream(VersionLoss.values())
              .filter(known -> known.name().equalsIgnoreCase(loss))
              .findFirst()
              .orElseThrow(
                  () -> wrongUse("--allow-loss に書けるもの: equipment, third_sheet, service_type")));
    }
    return allowed;
  }

  private Directory directory() throws ConfigurationException {
    Path corporation = config.resolve("corporation.yaml");
    return Files.exists(corporation) ? Directory.read(corporation) : Directory.empty();
  }

  /** The one adapter that is named: what is wrong with another one stops nothing here. */
  private Adapter adapter(String name, VendorSettings limits)
      throws IOException, ConfigurationException {
    Path vendors = config.resolve("vendors");
    Optional<Adapter> found = Adapters.load(vendors, name, limits);
    if (found.isPresent()) {
      return found.get();
    }
    List<String> others =
        Adapters.folders(vendors).stream()
            .map(folder -> String.valueOf(folder.getFileName()))
            .toList();
    throw wrongUse("「" + name + "」というアダプタはありません。使えるもの: " + String.join("、", others));
  }

  private VendorContext context(HubSettings settings, TranslationLog log)
      throws IOException, ConfigurationException {
    if (office == null) {
      throw wrongUse("4.1 に直すときは、書き出した事業所を --office で指定してください。");
    }
    OfficeNumber exporting = number("--office", office);
    SupportOfficeLookup supportOffices =
        partner == null
            ? table(exporting, log)
            : SupportOfficeLookup.always(number("--partner", partner));
    Clock clock = Clock.system(ZoneId.of("Asia/Tokyo"));
    return new VendorContext(
            exporting,
            directory(),
            supportOffices,
            new ClockSerials(clock),
            clock,
            settings.intake())
        .with(knowledge(exporting, settings.vendors(), log))
        .in(said());
  }

  private @Nullable YearMonth said() {
    if (month == null) {
      return null;
    }
    return MonthForm.parse(month).orElseThrow(() -> wrongUse("--month には年月を 202512 のように書いてください。"));
  }

  /** What the office wrote down in its tables. */
  private OfficeKnowledge knowledge(OfficeNumber of, VendorSettings limits, TranslationLog log)
      throws IOException {
    Path folder = FolderTables.folderOf(config, of);
    FolderTables tables = FolderTables.read(folder, limits);
    tables.findings().forEach((file, findings) -> log.tell(folder.resolve(file), findings));
    return new OfficeKnowledge(tables, UserMatches.none());
  }

  private SupportOfficeLookup table(OfficeNumber exporting, TranslationLog log) throws IOException {
    Path file = SupportOfficeTable.fileOf(config, exporting);
    SupportOfficeTable table = SupportOfficeTable.read(file);
    log.tell(file, table.findings());
    return SupportOfficeLookup.from(table);
  }

  private OfficeNumber number(String option, String text) {
    if (!OfficeNumber.isValid(text)) {
      throw wrongUse(option + " には 10 桁の事業所番号を書いてください。");
    }
    return new OfficeNumber(text);
  }

  private void write(List<TranslatedFile> translated, TranslationLog log) throws IOException {
    DurableFiles durable = new DurableFiles(new RealFiles());
    durable.createDirectories(out);
    for (TranslatedFile file : translated) {
      Path target = out.resolve(file.name());
      try {
        durable.writeWhole(target, file.bytes());
        log.note("書き出しました: " + target);
      } catch (FileAlreadyExistsException e) {
        log.fail("同じ名前のファイルがあるので書きませんでした: " + target);
      }
    }
  }

  private CommandSpec command() {
    if (spec == null) {
      throw new IllegalStateException("picocli has not begun this command");
    }
    return spec;
  }

  private WrongUse wrongUse(String sentence) {
    return new WrongUse(command().commandLine(), sentence);
  }
}
