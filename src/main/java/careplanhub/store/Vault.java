package careplanhub.store;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import javax.crypto.Mac;

/**
 * Raw bytes, each object in a file of its own, encrypted and named by what it holds.
 *
 * <p>Putting the same bytes twice gives the same id and one copy. What {@link #put} has returned is
 * on the disk. Objects are encrypted in chunks, so that a big file needs no memory; the form is in
 * {@code docs/evidence.md}. Safe for use from several threads and processes.
 */
public final class Vault {
  private static final String INCOMING = ".incoming";

  private final Path directory;
  private final VaultKey key;
  private final DurableFiles files;
  private final byte[] nameKey;
  private final byte[] indexKey;
  private final SealedText texts;

  private Vault(Path directory, VaultKey key, DurableFiles files) {
    this.directory = directory;
    this.key = key;
    this.files = files;
    this.nameKey = key.nameKey();
    this.indexKey = key.indexKey();
    this.texts = new SealedText(key);
  }

  /** Opens the vault in this directory, which is created when it is not there. */
  public static Vault open(Path directory, VaultKey key, FileLayer layer) throws IOException {
    DurableFiles files = new DurableFiles(layer);
    files.createDirectories(directory.resolve(INCOMING));
    return new Vault(directory, key, files);
  }

  /** Opens the vault on the machine's own files. */
  public static Vault open(Path directory, VaultKey key) throws IOException {
    return open(directory, key, new RealFiles());
  }

  /**
   * Keeps what the stream holds and returns when it is durable. The caller closes the stream.
   *
   * @return the same id for the same bytes
   */
  public ContentId put(InputStream bytes) throws IOException {
    Mac name = KeyDerivation.mac(nameKey);
    Path hidden =
        files.writeHidden(
            directory.resolve(INCOMING).resolve("object"),
            FileLayer.Access.SHARED,
            out -> SealedObject.write(key, name, bytes, out));
    ContentId id = new ContentId(KeyDerivation.hex(name.doFinal()));
    files.createDirectories(shelfOf(id));
    publish(hidden, id);
    Checkpoints.reached("vault-object-kept");
    return id;
  }

  /** Keeps these bytes; see {@link #put(InputStream)}. */
  public ContentId put(byte[] bytes) throws IOException {
    return put(new ByteArrayInputStream(bytes));
  }

  /**
   * Reads an object. Every byte delivered was written by this vault; that the whole object is the
   * one asked for is known when the stream has ended without a {@link VaultException}. The caller
   * closes it.
   *
   * @throws VaultException MISSING, UNKNOWN_KEY; while reading also DAMAGED
   */
  public InputStream open(ContentId id) throws IOException {
    InputStream file;
    try {
      file = Files.newInputStream(pathOf(id));
    } catch (NoSuchFileException e) {
      throw new VaultException(VaultException.Reason.MISSING, e);
    }
    try {
      return new NamedContent(SealedObject.read(key, file), KeyDerivation.mac(nameKey), id);
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  /**
   * The whole content of an object, in no more memory than it needs.
   *
   * @throws VaultException as {@link #open} does
   */
  public byte[] read(ContentId id) throws IOException {
    try (InputStream content = open(id)) {
      byte[] bytes = new byte[Math.toIntExact(size(id))];
      int count = content.readNBytes(bytes, 0, bytes.length);
      if (count < bytes.length || content.read() >= 0) {
        throw new VaultException(VaultException.Reason.DAMAGED, null);
      }
      return bytes;
    }
  }

  /** The number of bytes of the object's content, without reading it. */
  public long size(ContentId id) throws IOException {
    try {
      return SealedObject.contentSize(Files.size(pathOf(id)));
    } catch (NoSuchFileException e) {
      throw new VaultException(VaultException.Reason.MISSING, e);
    }
  }

  /** The id these bytes have or would have, without keeping them. */
  public ContentId idOf(InputStream bytes) throws IOException {
    Mac name = KeyDerivation.mac(nameKey);
    byte[] buffer = new byte[SealedObject.CHUNK];
    for (int count = bytes.read(buffer); count >= 0; count = bytes.read(buffer)) {
      name.update(buffer, 0, count);
    }
    return new ContentId(KeyDerivation.hex(name.doFinal()));
  }

  /** Deletes an object durably when its time is over. Does nothing when it is not there. */
  public void delete(ContentId id) throws IOException {
    Path object = pathOf(id);
    if (Files.exists(object)) {
      files.delete(object);
    }
  }

  /** Deletes what a crash left half-written before this moment. */
  public void removeUnfinished(Instant before) throws IOException {
    files.removeUnfinished(directory.resolve(INCOMING), before);
  }

  /**
   * Writes so many bytes, synced, and deletes them again: whether something could be kept now.
   *
   * @throws IOException when it could not
   */
  public void tryWriting(int bytes) throws IOException {
    files.discard(
        files.writeHidden(
            directory.resolve(INCOMING).resolve("probe"),
            FileLayer.Access.SHARED,
            Content.of(new byte[bytes])));
  }

  /** Encrypts a small text for the ledger; the result is one ASCII word, different each time. */
  public String seal(String text) {
    return texts.seal(text);
  }

  /**
   * Decrypts what {@link #seal(String)} gave.
   *
   * @throws StoreException with UNREADABLE when the text is changed or its key is not here
   */
  public String unseal(String sealed) {
    return texts.unseal(sealed);
  }

  /** Encrypts a piece of bytes that fits into memory; the result is different each time. */
  public byte[] seal(byte[] bytes) {
    return texts.seal(bytes);
  }

  /**
   * Decrypts what {@link #seal(byte[])} gave.
   *
   * @throws StoreException with UNREADABLE when a byte is changed or its key is not here
   */
  public byte[] unseal(byte[] sealed) {
    return texts.unseal(sealed);
  }

  /**
   * A name to look things up by without holding them in the clear: equal parts give equal indexes,
   * and ("a","bc") differs from ("ab","c").
   *
   * @return 64 hexadecimal digits
   */
  public String index(String... parts) {
    Mac index = KeyDerivation.mac(indexKey);
    for (String part : parts) {
      byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
      index.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
      index.update(bytes);
    }
    return KeyDerivation.hex(index.doFinal());
  }

  private void publish(Path hidden, ContentId id) throws IOException {
    try {
      files.publish(hidden, pathOf(id));
    } catch (FileAlreadyExistsException sameContentIsKept) {
      files.discard(hidden);
      files.syncDirectory(shelfOf(id));
    }
  }

  private Path shelfOf(ContentId id) {
    return directory.resolve(id.hex().substring(0, 2));
  }

  private Path pathOf(ContentId id) {
    return shelfOf(id).resolve(id.hex());
  }
}
