package careplanhub.hub;

import careplanhub.standard.CheckOptions;
import java.util.List;

/** What several stages use, one of each in a hub. */
record SharedParts(
    OfficeFolders folders,
    OfficeMemory memory,
    IntakeGate gate,
    CheckOptions options,
    Rewriting rewriting,
    KeptUnits keptUnits,
    Lanes lanes,
    Changes changes,
    SendTroubles sendTroubles) {

  static SharedParts of(Ground ground) {
    Books books = ground.books();
    CheckOptions options = ground.settings().check().tolerant();
    Changes changes = new Changes();
    Rewriting rewriting = new Rewriting(options.reading());
    ground.directory().offices().forEach(office -> changes.touch(office.number()));
    return new SharedParts(
        new OfficeFolders(ground.folder().root(), ground.directory()),
        new OfficeMemory(
            ground.folder().config(),
            ground.settings().vendors(),
            books.confirmedUsers(),
            books.questions()),
        new IntakeGate(
            books.evidence(),
            books.vault(),
            List.of(ground.folder().data(), ground.folder().vault()),
            ground.settings().intake(),
            System::nanoTime),
        options,
        rewriting,
        new KeptUnits(books.parcels(), books.receptions(), books.vault(), rewriting),
        new Lanes(),
        changes,
        new SendTroubles());
  }
}
