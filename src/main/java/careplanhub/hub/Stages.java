package careplanhub.hub;

import careplanhub.channel.ChannelLimits;
import careplanhub.channel.Channels;
import careplanhub.hub.notice.KeyNotices;
import careplanhub.hub.partners.PartnerList;
import careplanhub.office.ConfigurationException;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;

/** The beans that the stages' routes name, joined to one another. */
final class Stages {
  private final Ground ground;
  private final SharedParts shared;
  private final HubChannels channels;
  private final OfficeFolderWatch folderWatch;
  private final DamagedParcels damaged = new DamagedParcels();
  private final VendorPolls vendorPolls = new VendorPolls();
  private final RouteSecrets secrets;
  private final MailRefusals mailRefusals;
  private final AlarmStage alarms;

  Stages(Ground ground) throws IOException, ConfigurationException {
    this.ground = ground;
    this.shared = SharedParts.of(ground);
    this.channels = new HubChannels(ground, shared);
    this.folderWatch =
        new OfficeFolderWatch(
            shared.folders(), ground.directory(), ground.files(), ground.books().receptions());
    this.secrets = new RouteSecrets(ground.folder().keys().resolve("secrets"), System.getenv());
    this.mailRefusals =
        new MailRefusals(ground.settings().vendorMail().refusalsShown(), System::nanoTime);
    this.alarms = new AlarmStage(ground, shared.folders(), channels.keyNotices(), secrets);
  }

  OfficeFolders folders() {
    return shared.folders();
  }

  OfficeFolderWatch folderWatch() {
    return folderWatch;
  }

  /** What health asks of them, by its name there. */
  Map<String, Supplier<String>> troubles() {
    Map<String, Supplier<String>> troubles = new HashMap<>(channels.troubles());
    troubles.put("intake", shared.gate()::trouble);
    troubles.put("folders", folderWatch::trouble);
    troubles.put("ledger", damaged::trouble);
    return troubles;
  }

  /** The same for what only needs a look. */
  Map<String, Supplier<String>> warnings() {
    Map<String, Supplier<String>> warnings = new HashMap<>(channels.warnings());
    warnings.put("adapters", ground.adapters()::warning);
    warnings.put("tables", shared.memory()::warning);
    warnings.put("partners", ground.directory()::troubleOfPartners);
    warnings.put("vendorFiles", vendorPolls::trouble);
    warnings.put("vendorMail", mailRefusals::warning);
    warnings.put("alarms", alarms::warning);
    return warnings;
  }

  /** What a person is to do about keys, certificates and licences. */
  KeyNotices keyNotices() {
    return channels.keyNotices();
  }

  /** Counts what the channels know, and what people are to be told of. */
  void count(MeterRegistry meters) {
    channels.count(meters);
    alarms.count(meters);
  }

  /** Lets what health tells be told to people. */
  void watch(RouteHealth health) {
    alarms.watch(health);
  }

  /** What vendor routes name {@code #secret:…} and {@code #mail-…:…}. */
  SharedRegistry.Secrets secrets() {
    MailAccess mail = new MailAccess(secrets, ground.folder().keys());
    return (name, type) -> secrets.lookup(name, type).or(() -> mail.lookup(name, type));
  }

  /** The vendor routes that are to run, for a context whose templates are loaded. */
  FilledRoutes vendorRoutes(CamelContext context) {
    return new FilledRoutes(
        context,
        new VendorRoutes(
            ground.folder().config(), ground.settings().vendors(), ground.directory(), secrets),
        ground.folder().vendors(),
        vendorPolls::keepOnly);
  }

  /** The routes to the partners' SFTP servers, for a context whose templates are loaded. */
  FilledRoutes sftpRoutes(CamelContext context) {
    return channels.sftpRoutes(context, secrets);
  }

  Map<String, String> channelProperties() {
    Map<String, String> properties = new HashMap<>(channels.properties());
    properties.putAll(alarms.properties());
    properties.putAll(StageProperties.ofVendorRoutes(ground.settings(), ground.folder().keys()));
    return properties;
  }

  Map<String, Object> beans(CamelContext context) throws IOException {
    Channels calls = new Channels(context, ChannelLimits.defaults());
    Map<String, Object> beans = new HashMap<>(channels.beans());
    beans.put("lanes", shared.lanes());
    beans.put("adapters", ground.adapters());
    beans.put("evidence", ground.books().evidence());
    beans.put("officeFolders", folderWatch);
    beans.put(
        "patience",
        new Patience(ground.books().postponements(), ground.settings(), ground.clock()));
    beans.putAll(alarms.beans());
    housekeeping(beans);
    partnerLists(beans);
    beans.putAll(
        new SendingStages(ground, shared, vendorPolls, mailRefusals, damaged).beans(calls));
    beans.putAll(new ReceivingStages(ground, shared, channels::keyOf).beans(calls));
    return beans;
  }

  private void housekeeping(Map<String, Object> beans) {
    Books books = ground.books();
    beans.put(
        "officeLists",
        new OfficeLists(
            shared.folders(),
            ground.directory(),
            ground.settings(),
            ground.files(),
            books.parcels(),
            books.enclosures(),
            books.receptions(),
            books.withdrawals(),
            books.consents(),
            shared.changes(),
            shared.sendTroubles(),
            channels.keyNotices()::current,
            ground.clock()));
    beans.put(
        "retention",
        new Retention(
            shared.folders(),
            ground.directory(),
            ground.settings().retention(),
            ground.files(),
            books.vault(),
            books.keptContents(),
            ground.clock()));
  }

  private void partnerLists(Map<String, Object> beans) throws IOException {
    OutboxFilter filter = new OutboxFilter(ground.quietFiles(), () -> true);
    beans.put("partnerListFilter", filter);
    beans.put(
        "partnerList",
        new PartnerList(
            ground.folder().config(),
            ground.directory(),
            ground.settings().partnerList(),
            ground.files()));
    beans.put(
        "partnerListFolder",
        PartnerListFolder.of(ground.folder().partners(), ground.files(), filter));
  }
}
