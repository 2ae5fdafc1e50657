package careplanhub.ledger;

import careplanhub.ledger.EvidenceFault.Kind;
import careplanhub.security.Certificates;
import careplanhub.security.KeyFolder;
import careplanhub.security.OfficeKey;
import careplanhub.store.Database;
import careplanhub.store.DatabaseCopy;
import careplanhub.store.StoreException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Proves the evidence of a hub's folder offline, on a copy of the ledger and without any secret:
 * every entry has its content and its place, the seals and the head file are of the hub's key and
 * agree with the chain. What this cannot show stands in {@code docs/evidence.md}.
 */
public final class EvidenceVerifier {
  private static final String COPY = "ledger.sqlite";

  private EvidenceVerifier() {}

  /** Verifies {@code data/ledger.sqlite} and {@code data/evidence.head} by {@code keys/hub.crt}. */
  public static EvidenceReport verify(Path hubFolder) throws IOException {
    return verify(hubFolder, List.of());
  }

  /**
   * Like {@link #verify(Path)}; besides, each of these heads must be the hash of an entry.
   *
   * @param knownHeads heads of this hub that others hold, such as a partner's receipt
   * @throws NoSuchFileException when the folder has no ledger or no hub certificate
   */
  public static EvidenceReport verify(Path hubFolder, List<String> knownHeads) throws IOException {
    KeyFolder keys = new KeyFolder(hubFolder.resolve("keys"));
    List<X509Certificate> hubs = Certificates.read(keys.certificateBeside(keys.hub()));
    Path data = hubFolder.resolve("data");
    Path folder = Files.createTempDirectory("evidence");
    try {
      DatabaseCopy.copy(data.resolve(COPY), folder.resolve(COPY));
      return verifyCopy(folder.resolve(COPY), data.resolve(Evidence.HEAD_FILE), hubs, knownHeads);
    } finally {
      delete(folder);
    }
  }

  private static EvidenceReport verifyCopy(
      Path copy, Path headFile, List<X509Certificate> hubs, List<String> knownHeads)
      throws IOException {
    String headStatement =
        Files.exists(headFile) ? Files.readString(headFile, StandardCharsets.ISO_8859_1) : "";
    String fingerprint = OfficeKey.fingerprint(hubs.get(hubs.size() - 1));
    try (Database database = Database.openAsItIs(copy)) {
      return database.read(
          handle -> {
            ChainProof chain = new ChainProof(handle);
            Optional<EvidenceFault> fault = chain.firstFault();
            SealProof seals = new SealProof(handle, hubs);
            if (fault.isEmpty()) {
              fault = seals.firstFault(headStatement);
            }
            if (fault.isEmpty()) {
              fault = seals.firstUnknown(knownHeads);
            }
            return new EvidenceReport(
                chain.entries(),
                chain.first(),
                chain.last(),
                seals.count(),
                chain.head(),
                fingerprint,
                fault);
          });
    } catch (StoreException e) {
      EvidenceFault fault =
          new EvidenceFault(
              Kind.UNREADABLE,
              0,
              "台帳 data/ledger.sqlite を読めません（" + e.reason() + "）。ファイルが壊れているか、台帳ではありません。");
      return new EvidenceReport(0, "", "", 0, "", fingerprint, Optional.of(fault));
    }
  }

  private static void delete(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> found = Files.list(folder)) {
      files = found.toList();
    }
    for (Path file : files) {
      Files.delete(file);
    }
    Files.delete(folder);
  }
}
