package careplanhub.cli;

import careplanhub.lab.chaos.FaultSwitch;
import careplanhub.relay.RelayRegistration;
import careplanhub.relay.RelayServer;
import careplanhub.relay.RelaySettings;
import careplanhub.security.Certificates;
import careplanhub.security.KeyFileException;
import careplanhub.security.OfficeKey;
import careplanhub.security.RandomSecret;
import careplanhub.standard.OfficeNumber;
import careplanhub.standard.ServiceTypeCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code ./hub relay DIR}: runs the reference relay until Ctrl-C; with {@code --register} it
 * registers one office instead, also while the relay runs.
 */
@Command(
    name = "relay",
    description = "連携基盤（中継サーバー）を動かす。Ctrl-C で終わる。--register を付けると、事業所を1つ登録して終わる。",
    mixinStandardHelpOptions = true)
final class RelayCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "DIR",
      description = "連携基盤のフォルダ。keys/ に relay.p12 と authority.crt、あれば relay.yaml に設定を置く。")
  private Path directory;

  @Option(names = "--port", paramLabel = "N", description = "待ち受けるポート。0 は空いているポート。省くと設定のとおり。")
  private @Nullable Integer port;

  @ArgGroup(exclusive = false)
  private @Nullable Registration registration;

  /** The office to register. */
  private static final class Registration {
    @Option(names = "--register", required = true, paramLabel = "事業所番号", description = "登録する事業所の番号")
    private String office;

    @Option(names = "--name", required = true, paramLabel = "名称", description = "登録する事業所の名称")
    private String name;

    @Option(
        names = "--certificate",
        required = true,
        paramLabel = "FILE",
        description = "登録する事業所の証明書（.crt）。いくつも入っていれば最後のもの")
    private Path certificate;

    @Option(
        names = "--service-types",
        split = ",",
        paramLabel = "コード",
        description = "登録する事業所のサービス種類コード。コンマで区切る")
    private List<String> serviceTypes = List.of();
  }

  @Override
  public Integer call() throws Exception {
    if (!Files.isDirectory(directory)) {
      throw new WrongUse(spec.commandLine(), "フォルダがありません: " + directory);
    }
    try {
      Registration office = registration;
      if (office == null) {
        run();
      } else {
        register(office);
      }
      return 0;
    } catch (KeyFileException e) {
      PrintWriter screen = spec.commandLine().getErr();
      screen.println("鍵または証明書を使えません。" + KeyWork.sentence(e));
      screen.println("./hub keys で作るか、置き場所を確かめてください。");
      return 1;
    }
  }

  private void run() throws Exception {
    FaultSwitch faults = FaultSwitch.ofThisProcess();
    Optional<String> refusal = faults.refusalFor(directory);
    if (refusal.isPresent()) {
      throw new WrongUse(spec.commandLine(), refusal.get());
    }
    RelaySettings loaded = RelaySettings.load(directory);
    RelaySettings settings = port == null ? loaded : loaded.withPort(port);
    Clock clock = faults.clock(Clock.systemUTC());
    PatientStart patient = new PatientStart(directory, spec.commandLine().getOut());
    try (RelayServer relay = patient.of(() -> RelayServer.start(settings, directory, clock))) {
      Runtime.getRuntime().addShutdownHook(new Thread(relay::close, "relay-stop"));
      String address = "https://" + settings.listening().host() + ":" + relay.port() + "/v1";
      spec.commandLine().getOut().println("連携基盤: " + address + " （終わるには Ctrl-C）");
      new CountDownLatch(1).await();
    }
  }

  /** The password is made here and shown once; the relay keeps only its hash. */
  private void register(Registration office) throws IOException {
    if (!OfficeNumber.isValid(office.office)
        || !office.serviceTypes.stream().allMatch(ServiceTypeCode::isValid)) {
      throw new WrongUse(spec.commandLine(), "事業所番号は数字10桁、サービス種類コードは英数字2桁で書いてください。");
    }
    List<X509Certificate> certificates = Certificates.read(office.certificate);
    if (certificates.isEmpty()) {
      throw new WrongUse(spec.commandLine(), "証明書がありません: " + office.certificate);
    }
    char[] password = RandomSecret.password();
    RelayRegistration.register(
        directory,
        new OfficeNumber(office.office),
        office.name,
        office.serviceTypes.stream().map(ServiceTypeCode::new).toList(),
        OfficeKey.fingerprint(certificates.get(certificates.size() - 1)),
        password);
    PrintWriter screen = spec.commandLine().getOut();
    screen.println("登録しました。利用者ID: " + office.office);
    screen.println("パスワード: " + String.valueOf(password) + " （この画面にだけ表示します）");
  }
}
