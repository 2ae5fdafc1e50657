package careplanhub.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The form of one object in the vault: a header, then chunks of AES-256-GCM.
 *
 * <p>Header, 32 bytes: {@code CPHV}, key number (4 bytes), salt (16), nonce prefix (8). The
 * object's own key comes from the vault key and the salt by HKDF. Chunk n holds 64 KiB of content,
 * the last one less, and a tag of 16 bytes; its nonce is the prefix and n, its associated data the
 * header, n and whether it is the last. So a changed, moved, missing or added chunk does not
 * decrypt.
 */
final class SealedObject {
  static final int CHUNK = 64 * 1024;

  private static final byte[] MAGIC = "CPHV".getBytes(StandardCharsets.US_ASCII);
  private static final int SALT_BYTES = 16;
  private static final int PREFIX_BYTES = 8;
  private static final int HEADER_BYTES = MAGIC.length + Integer.BYTES + SALT_BYTES + PREFIX_BYTES;
  private static final int TAG_BYTES = 16;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final byte[] header;
  private final SecretKeySpec key;

  private SealedObject(byte[] header, byte[] key) {
    this.header = header;
    this.key = new SecretKeySpec(key, "AES");
  }

  /** Encrypts all of the stream under the newest key and adds the content to the name's HMAC. */
  static void write(VaultKey keys, Mac name, InputStream content, OutputStream out)
      throws IOException {
    SealedObject object = create(keys);
    out.write(object.header);
    byte[] chunk = content.readNBytes(CHUNK);
    for (int index = 0; ; index = Math.incrementExact(index)) {
      boolean last = chunk.length < CHUNK;
      name.update(chunk);
      out.write(object.crypt(Cipher.ENCRYPT_MODE, index, last, chunk));
      if (last) {
        return;
      }
      chunk = content.readNBytes(CHUNK);
    }
  }

  /** The decrypted content of an object; closing it closes the file. */
  static InputStream read(VaultKey keys, InputStream file) throws IOException {
    byte[] header = file.readNBytes(HEADER_BYTES);
    if (header.length < HEADER_BYTES
        || !Arrays.equals(header, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
      throw new VaultException(VaultException.Reason.DAMAGED, null);
    }
    return new Chunks(of(keys, header), file);
  }

  /** How many bytes of content an object file of this length holds. */
  static long contentSize(long fileSize) throws VaultException {
    long body = fileSize - HEADER_BYTES;
    long chunks = body / (CHUNK + TAG_BYTES) + 1;
    long size = body - chunks * TAG_BYTES;
    if (body < TAG_BYTES || size < 0) {
      throw new VaultException(VaultException.Reason.DAMAGED, null);
    }
    return size;
  }

  private static SealedObject create(VaultKey keys) throws VaultException {
    byte[] random = new byte[SALT_BYTES + PREFIX_BYTES];
    RANDOM.nextBytes(random);
    byte[] header =
        ByteBuffer.allocate(HEADER_BYTES).put(MAGIC).putInt(keys.newest()).put(random).array();
    return of(keys, header);
  }

  private static SealedObject of(VaultKey keys, byte[] header) throws VaultException {
    int saltStart = MAGIC.length + Integer.BYTES;
    byte[] salt = Arrays.copyOfRange(header, saltStart, saltStart + SALT_BYTES);
    byte[] key = keys.contentKey(ByteBuffer.wrap(header).getInt(MAGIC.length), salt);
    if (key == null) {
      throw new VaultException(VaultException.Reason.UNKNOWN_KEY, null);
    }
    return new SealedObject(header, key);
  }

  private byte[] crypt(int mode, int index, boolean last, byte[] chunk) throws VaultException {
    byte[] nonce =
        ByteBuffer.allocate(PREFIX_BYTES + Integer.BYTES)
            .put(header, HEADER_BYTES - PREFIX_BYTES, PREFIX_BYTES)
            .putInt(index)
            .array();
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, key, new GCMParameterSpec(TAG_BYTES * Byte.SIZE, nonce));
      cipher.updateAAD(header);
      cipher.updateAAD(ByteBuffer.allocate(Integer.BYTES).putInt(index).flip());
      cipher.updateAAD(new byte[] {(byte) (last ? 1 : 0)});
      return cipher.doFinal(chunk);
    } catch (AEADBadTagException e) {
      throw new VaultException(VaultException.Reason.DAMAGED, e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Java lacks AES-GCM", e);
    }
  }

  /** Decrypts chunk by chunk; nothing of a chunk is delivered before its tag was checked. */
  private static final class Chunks extends InputStream {
    private final SealedObject object;
    private final InputStream file;
    private byte[] content = new byte[0];
    private int position;
    private int index;
    private boolean ended;

    Chunks(SealedObject object, InputStream file) {
      this.object = object;
      this.file = file;
    }

    @Override
    public int read() throws IOException {
      return available() == 0 && !next() ? -1 : content[position++] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      if (length == 0) {
        return 0;
      }
      if (available() == 0 && !next()) {
        return -1;
      }
      int count = Math.min(length, available());
      System.arraycopy(content, position, buffer, offset, count);
      position += count;
      return count;
    }

    @Override
    public int available() {
      return content.length - position;
    }

    @Override
    public void close() throws IOException {
      file.close();
    }

    private boolean next() throws IOException {
      if (ended) {
        return false;
      }
      byte[] sealed = file.readNBytes(CHUNK + TAG_BYTES);
      if (sealed.length < TAG_BYTES) {
        throw new VaultException(VaultException.Reason.DAMAGED, null);
      }
      boolean last = sealed.length < CHUNK + TAG_BYTES;
      content = object.crypt(Cipher.DECRYPT_MODE, index, last, sealed);
      position = 0;
      index = Math.incrementExact(index);
      ended = last;
      return content.length > 0;
    }
  }
}
