package careplanhub.lab.bench;

import careplanhub.hub.Hub;
import careplanhub.hub.HubFolder;
import careplanhub.lab.DemoWorld;
import careplanhub.lab.SyntheticCorporation;
import careplanhub.lab.SyntheticOffice;
import careplanhub.lab.chaos.Fault;
import careplanhub.lab.chaos.FaultFile;
import careplanhub.lab.chaos.FaultSwitch;
import careplanhub.ledger.Parcel;
import careplanhub.relay.RelayServer;
import careplanhub.relay.RelaySettings;
import careplanhub.standard.OfficeNumber;
import careplanhub.standard.ServiceTypeCode;
import careplanhub.store.RealFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Two corporations with a hub each and a relay between them, where two offices of the second can
 * get into trouble: the first one's inbox hangs, and the last one cannot be reached, because the
 * way to it takes what is sent and never answers. All other ways stay as they are. Whoever starts
 * it closes it.
 */
final class IsolationWorld implements AutoCloseable {
  private static final String RELAY_CALL = "        - to: direct:relay-call\n";

  private final DemoWorld folders;
  private final SyntheticCorporation senders;
  private final SyntheticCorporation receivers;
  private final FaultFile faults;
  private final RelayServer relay;
  private final SilentProxy way;
  private final Hub sending;
  private final Hub receiving;

  private IsolationWorld(
      DemoWorld folders,
      SyntheticCorporation senders,
      SyntheticCorporation receivers,
      FaultFile faults,
      RelayServer relay,
      SilentProxy way,
      Hub sending,
      Hub receiving) {
    this.folders = folders;
    this.senders = senders;
    this.receivers = receivers;
    this.faults = faults;
    this.relay = relay;
    this.way = way;
    this.sending = sending;
    this.receiving = receiving;
  }

  /**
   * Makes the world in a folder and starts its programs.
   *
   * @param offices how many each corporation has, at least 3
   * @param answerWithin how long the sending hub waits for an answer
   */
  static IsolationWorld start(
      Path folder, Path programHome, int offices, Duration answerWithin, Clock clock)
      throws Exception {
    SyntheticCorporation senders = corporation("架空訪問介護グループ", "994", "11", offices);
    SyntheticCorporation receivers = corporation("架空居宅支援グループ", "995", "43", offices);
    DemoWorld folders =
        new DemoWorld(
            folder.resolve("relay"),
            folder.resolve("senders"),
            folder.resolve("receivers"),
            senders,
            receivers);
    FaultFile faults = FaultFile.create(folder);
    folders.create(programHome, DemoWorld.Pace.BRISK, clock);
    RelayServer relay =
        RelayServer.start(RelaySettings.load(folders.relay()), folders.relay(), clock);
    SilentProxy way = SilentProxy.to(relay.port());
    goAnotherWay(folders.first(), last(receivers).number(), way.port());
    waitForAnswers(folders.first(), answerWithin);
    Hub sending = Hub.start(folders.first(), programHome, new RealFiles(), clock);
    Hub receiving = Hub.start(folders.second(), programHome, FaultSwitch.of(folder).files(), clock);
    return new IsolationWorld(folders, senders, receivers, faults, relay, way, sending, receiving);
  }

  /** A corporation of so many offices of one service type. */
  static SyntheticCorporation corporation(String name, String beginning, String type, int offices) {
    return new SyntheticCorporation(
        name,
        IntStream.range(0, offices)
            .mapToObj(
                number ->
                    new SyntheticOffice(
                        new OfficeNumber("%s%07d".formatted(beginning, number)),
                        new ServiceTypeCode(type),
                        name + (number + 1)))
            .toList());
  }

  /** Parcels for one addressee go by another port; an integrator would change the route alike. */
  private static void goAnotherWay(Path hub, OfficeNumber addressee, int port) throws IOException {
    Path route = hub.resolve("routes").resolve("channel-relay.yaml");
    String shipped = Files.readString(route);
    int call = shipped.indexOf(RELAY_CALL);
    String other =
        """
                - choice:
                    when:
                      - simple: "${exchangeProperty.relayAddressee} == '%s'"
                        steps:
                          - toD:
                              uri: "https://localhost:%d/v1"
                              allowOptimisedComponents: false
                              parameters:
                                sslContextParameters: "#${exchangeProperty.relayKey}"
                                httpClientConfigurer: "#relayHttp"
                                connectTimeout: "{{relay.connectTimeout}}"
                                connectionRequestTimeout: "{{relay.connectTimeout}}"
                                responseTimeout: "{{relay.responseTimeout}}"
                                soTimeout: "{{relay.responseTimeout}}"
                                disableStreamCache: true
                    otherwise:
                      steps:
                        - to: direct:relay-call
        """
            .formatted(addressee.value(), port);
    Files.writeString(
        route,
        shipped.substring(0, call) + other + shipped.substring(call + RELAY_CALL.length()),
        StandardCharsets.UTF_8);
  }

  private static void waitForAnswers(Path hub, Duration longest) throws IOException {
    Path settings = new HubFolder(hub).settings();
    String text = Files.readString(settings);
    String wait = "relay:\n  responseTimeout: " + longest.toSeconds() + "s\n";
    Files.writeString(settings, text.replace("relay:\n", wait));
  }

  List<SyntheticOffice> senders() {
    return senders.offices();
  }

  List<SyntheticOffice> receivers() {
    return receivers.offices();
  }

  /** Whether an office is one of the two that get into trouble. */
  boolean isInTrouble(SyntheticOffice office) {
    return office.equals(receivers.offices().get(0)) || office.equals(last(receivers));
  }

  Path outbox(SyntheticOffice sender) {
    return folder(folders.first(), sender, "outbox");
  }

  Path inbox(SyntheticOffice receiver) {
    return folder(folders.second(), receiver, "inbox");
  }

  /** From now on one inbox hangs and one addressee does not answer. */
  void begin() throws IOException {
    Path inbox = inbox(receivers.offices().get(0)).toAbsolutePath().normalize();
    faults.set(new Fault(Fault.Kind.HANG, inbox));
    way.fallSilent();
  }

  /** How many parcels the sending hub has made that nobody has taken over. */
  long parcelsThatWait() {
    return sending.books().parcels().countByState().getOrDefault(Parcel.State.READY, 0L);
  }

  /** Whether somebody waits for an answer that does not come. */
  boolean isMetBySilence() {
    return way.hasSwallowed();
  }

  /** All is well again. */
  void end() throws IOException {
    faults.set();
    way.speak();
  }

  @Override
  public void close() throws IOException {
    end();
    sending.close();
    receiving.close();
    way.close();
    relay.close();
  }

  private static SyntheticOffice last(SyntheticCorporation corporation) {
    return corporation.offices().get(corporation.offices().size() - 1);
  }

  private static Path folder(Path hub, SyntheticOffice office, String name) {
    return hub.resolve("offices").resolve(office.number().value()).resolve(name);
  }
}
