package careplanhub.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import careplanhub.store.RecordingFileLayer.Kind;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VaultTest {
  private static final char[] PASSWORD = "synthetic-password".toCharArray();
  private static final int CHUNK = 64 * 1024;
  private static final int SEALED_CHUNK = CHUNK + 16;
  private static final int HEADER = 32;

  @TempDir Path folder;

  private Path keyFile;
  private VaultKey key;
  private Vault vault;

  @BeforeEach
  void openVault() throws IOException {
    keyFile = folder.resolve("vault.p12");
    key = VaultKey.create(keyFile, PASSWORD);
    vault = Vault.open(folder.resolve("vault"), key);
  }

  @Test
  void piecesOfBytesAreSealedAndAnyChangeIsNoticed() {
    byte[] content = random(1000);

    byte[] sealed = vault.seal(content);

    assertArrayEquals(content, vault.unseal(sealed));
    assertArrayEquals(new byte[0], vault.unseal(vault.seal(new byte[0])));
    assertFalse(Arrays.equals(sealed, vault.seal(content)));
    for (int place : new int[] {3, 4, 16, sealed.length - 1}) {
      byte[] changed = sealed.clone();
      changed[place] ^= 1;
      assertThrows(StoreException.class, () -> vault.unseal(changed));
    }
    assertThrows(StoreException.class, () -> vault.unseal(Arrays.copyOf(sealed, 10)));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 1000, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK, 5 * CHUNK + 77})
  void whatIsPutComesBack(int length) throws IOException {
    byte[] content = random(length);

    ContentId id = vault.put(content);

    assertArrayEquals(content, read(vault, id));
    assertEquals(length, vault.size(id));
    assertEquals(id, vault.idOf(new ByteArrayInputStream(content)));
  }

  @Test
  void theSameContentHasOneCopyAndOneName() throws IOException {
    ContentId first = vault.put(random(100));
    ContentId second = vault.put(random(100));

    assertEquals(first, second);
    assertEquals(List.of(fileOf(first)), objects());
  }

  @Test
  void nothingOfTheContentIsOnTheDiskInTheClear() throws IOException {
    byte[] content = "被保険者番号 9900000001".repeat(50).getBytes(StandardCharsets.UTF_8);

    ContentId id = vault.put(content);

    String raw = Files.readString(fileOf(id), StandardCharsets.ISO_8859_1);
    assertFalse(raw.contains("9900000001"));
  }

  @Test
  void anotherVaultGivesTheSameContentAnotherName() throws IOException {
    Vault other =
        Vault.open(folder.resolve("other"), VaultKey.create(folder.resolve("other.p12"), PASSWORD));

    assertNotEquals(vault.put(random(100)), other.put(random(100)));
    assertNotEquals(vault.index("a"), other.index("a"));
  }

  @Test
  void anObjectIsDurableBeforePutReturns() throws IOException {
    RecordingFileLayer recording = new RecordingFileLayer(new RealFiles());
    Vault recorded = Vault.open(folder.resolve("vault"), key, recording);

    ContentId id = recorded.put(random(100));

    int synced = recording.indexOf(Kind.SYNCED, ".tmp");
    int published = recording.indexOf(Kind.PUBLISHED, id.hex());
    int directory = recording.indexOf(Kind.DIRECTORY_SYNCED, id.hex().substring(0, 2));
    assertTrue(0 <= synced && synced < published && published < directory);
  }

  @Test
  void aSourceThatBreaksLeavesNoObject() throws IOException {
    InputStream breaks =
        new FilterInputStream(InputStream.nullInputStream()) {
          @Override
          public int read(byte[] buffer, int offset, int length) throws IOException {
            throw new IOException("the share is gone");
          }
        };

    assertThrows(IOException.class, () -> vault.put(breaks));

    assertEquals(List.of(), objects());
  }

  @Test
  void aChangedByteIsFound() throws IOException {
    ContentId id = vault.put(random(3 * CHUNK));
    byte[] sealed = Files.readAllBytes(fileOf(id));
    for (int place : new int[] {0, 5, 10, 30, HEADER, HEADER + SEALED_CHUNK, sealed.length - 1}) {
      byte[] damaged = sealed.clone();
      damaged[place] ^= 1;
      Files.write(fileOf(id), damaged);

      assertThrows(VaultException.class, () -> read(vault, id), "byte " + place);
    }
  }

  @Test
  void aCutOffObjectIsFoundEvenAtTheEndOfAChunk() throws IOException {
    ContentId id = vault.put(random(3 * CHUNK));
    byte[] sealed = Files.readAllBytes(fileOf(id));
    for (int length : new int[] {0, 31, HEADER, HEADER + SEALED_CHUNK, sealed.length - 16}) {
      Files.write(fileOf(id), Arrays.copyOf(sealed, length));

      assertEquals(VaultException.Reason.DAMAGED, reasonOfReading(id), length + " bytes left");
    }
  }

  @Test
  void movedChunksAreFound() throws IOException {
    ContentId id = vault.put(random(3 * CHUNK));
    byte[] sealed = Files.readAllBytes(fileOf(id));
    byte[] moved = sealed.clone();
    System.arraycopy(sealed, HEADER, moved, HEADER + SEALED_CHUNK, SEALED_CHUNK);
    System.arraycopy(sealed, HEADER + SEALED_CHUNK, moved, HEADER, SEALED_CHUNK);
    Files.write(fileOf(id), moved);

    assertEquals(VaultException.Reason.DAMAGED, reasonOfReading(id));
  }

  @Test
  void anObjectUnderTheNameOfAnotherIsFound() throws IOException {
    ContentId one = vault.put(random(100));
    ContentId two = vault.put(random(101));
    Files.write(fileOf(one), Files.readAllBytes(fileOf(two)));

    assertEquals(VaultException.Reason.DAMAGED, reasonOfReading(one));
  }

  @Test
  void aMissingObjectIsSaidToBeMissing() throws IOException {
    ContentId id = vault.put(random(100));
    vault.delete(id);

    assertEquals(VaultException.Reason.MISSING, reasonOfReading(id));
    assertThrows(VaultException.class, () -> vault.size(id));
  }

  @Test
  void rotationKeepsOldObjectsReadableAndNamesUnchanged() throws IOException {
    ContentId before = vault.put(random(100));
    String sealedBefore = vault.seal("要介護１");
    String indexBefore = vault.index("131016", "9900000001");

    VaultKey rotated = key.rotate(keyFile, PASSWORD);
    Vault after = Vault.open(folder.resolve("vault"), rotated);
    ContentId newer = after.put(random(5000));

    assertArrayEquals(random(100), read(after, before));
    assertEquals(before, after.put(random(100)));
    assertEquals("要介護１", after.unseal(sealedBefore));
    assertEquals(indexBefore, after.index("131016", "9900000001"));
    assertEquals(VaultException.Reason.UNKNOWN_KEY, reasonOfReading(newer));
    assertArrayEquals(
        random(5000),
        read(Vault.open(folder.resolve("vault"), VaultKey.load(keyFile, PASSWORD)), newer));
  }

  @Test
  void theRecoveryTextBringsEveryKeyBack() throws IOException {
    VaultKey rotated = key.rotate(keyFile, PASSWORD);
    ContentId id = Vault.open(folder.resolve("vault"), rotated).put(random(100));
    String text = rotated.recoveryText();

    VaultKey recovered =
        VaultKey.recover(
            folder.resolve("again.p12"), "another".toCharArray(), text.replace(" ", "  "));

    assertArrayEquals(random(100), read(Vault.open(folder.resolve("vault"), recovered), id));
    String mistyped =
        text.replaceFirst("vault-1: .", "vault-1: " + (text.charAt(9) == 'a' ? 'b' : 'a'));
    assertThrows(
        VaultException.class, () -> VaultKey.recover(folder.resolve("no.p12"), PASSWORD, mistyped));
  }

  @Test
  void aKeyFileIsNeverReplacedByANewOne() {
    assertThrows(FileAlreadyExistsException.class, () -> VaultKey.create(keyFile, PASSWORD));
  }

  @Test
  void aWrongPasswordIsSaidToBeAboutTheKeyFile() {
    VaultException failure =
        assertThrows(VaultException.class, () -> VaultKey.load(keyFile, "wrong".toCharArray()));

    assertEquals(VaultException.Reason.KEY_FILE, failure.reason());
  }

  @Test
  void aSealedTextComesBackAndAChangedOneDoesNot() {
    String sealed = vault.seal("髙﨑　花子");

    assertEquals("髙﨑　花子", vault.unseal(sealed));
    assertNotEquals(sealed, vault.seal("髙﨑　花子"));
    String changed =
        sealed.substring(0, 10) + (sealed.charAt(10) == 'A' ? 'B' : 'A') + sealed.substring(11);
    for (String wrong : List.of(changed, "", "1.", "7" + sealed, "1.@@@")) {
      StoreException failure = assertThrows(StoreException.class, () -> vault.unseal(wrong));
      assertEquals(StoreException.Reason.UNREADABLE, failure.reason());
    }
  }

  @Test
  void anIndexKeepsItsPartsApart() {
    assertEquals(vault.index("a", "bc"), vault.index("a", "bc"));
    assertNotEquals(vault.index("a", "bc"), vault.index("ab", "c"));
  }

  @Test
  void whatACrashLeftHalfWrittenIsRemovedOnceItIsOld() throws IOException {
    Path left =
        Files.write(
            folder.resolve("vault/.incoming/.00000000-0000-0000-0000-000000000000.tmp"),
            new byte[10]);

    vault.removeUnfinished(Instant.EPOCH);
    assertTrue(Files.exists(left));
    vault.removeUnfinished(Instant.now().plusSeconds(60));
    assertFalse(Files.exists(left));
  }

  private VaultException.Reason reasonOfReading(ContentId id) {
    return assertThrows(VaultException.class, () -> read(vault, id)).reason();
  }

  private static byte[] read(Vault vault, ContentId id) throws IOException {
    try (InputStream in = vault.open(id)) {
      return in.readAllBytes();
    }
  }

  private Path fileOf(ContentId id) {
    return folder.resolve("vault").resolve(id.hex().substring(0, 2)).resolve(id.hex());
  }

  private List<Path> objects() throws IOException {
    try (Stream<Path> found = Files.walk(folder.resolve("vault"))) {
      return found.filter(Files::isRegularFile).toList();
    }
  }

  private static byte[] random(int length) {
    byte[] bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    return bytes;
  }
}
