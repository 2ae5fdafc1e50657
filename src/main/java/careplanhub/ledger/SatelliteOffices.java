package careplanhub.ledger;

import careplanhub.standard.OfficeNumber;
import careplanhub.store.Database;

/** The offices that have sent a result with a サテライト枝番. Safe for every thread. */
public final class SatelliteOffices {
  private final Database database;

  public SatelliteOffices(Database database) {
    this.database = database;
  }

  /** Whether the office has ever sent one. */
  public boolean contains(OfficeNumber office) {
    return database.read(
        handle ->
            handle
                .createQuery("SELECT 1 FROM satellite_office WHERE office = :office")
                .bind("office", office.value())
                .mapTo(Integer.class)
                .findFirst()
                .isPresent());
  }

  /** Remembers the office; nothing changes when it is known. */
  public void add(OfficeNumber office) {
    database.update(
        handle ->
            handle
                .createUpdate(
                    "INSERT INTO satellite_office (office) VALUES (:office) ON CONFLICT (office) DO"
                        + " NOTHING")
                .bind("office", office.value())
                .execute());
  }
}
