package careplanhub.hub;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;

/** Reads a running hub's evidence from its ledger. */
final class HubEvidence {
  private HubEvidence() {}

  /** The details of every entry whose action has this word, oldest first. */
  static List<String> of(Path hub, String word) throws Exception {
    List<String> details = new ArrayList<>();
    try (Connection ledger =
            DriverManager.getConnection("jdbc:sqlite:" + new HubFolder(hub).ledger());
        PreparedStatement query =
            ledger.prepareStatement(
                "SELECT action || ' ' || details FROM evidence_entry WHERE action LIKE ? ORDER BY"
                    + " seq")) {
      query.setString(1, "%" + word + "%");
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          details.add(rows.getString(1));
        }
      }
    }
    return details;
  }
}
