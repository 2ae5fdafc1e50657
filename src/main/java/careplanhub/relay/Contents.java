package careplanhub.relay;

import careplanhub.store.Checkpoints;
import careplanhub.store.Database;
import careplanhub.store.Vault;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of parcels, encrypted, in chunks of the database, so that a parcel of any size passes
 * through little memory and a slow sender or receiver never holds the database. Each chunk is
 * durable before the next is taken. Safe for use from several threads.
 */
final class Contents {
  private static final int CHUNK = 1024 * 1024;

  private final Database database;
  private final Vault vault;

  Contents(Database database, Vault vault) {
    this.database = database;
    this.vault = vault;
  }

  /** Takes the bytes of one file; closing it keeps the last ones. */
  OutputStream writer(String uploadId, int fileNumber) {
    return new Writer(uploadId, fileNumber);
  }

  /** Reads a file that was written whole; reading fails when it was deleted meanwhile. */
  InputStream reader(String uploadId, int fileNumber, long size) {
    return new Reader(uploadId, fileNumber, size);
  }

  /** Deletes what a refused or broken upload left; what an accepted parcel holds stays. */
  void discard(String uploadId) {
    database.update(
        handle ->
            handle.execute(
                "DELETE FROM chunks WHERE upload_id = ?"
                    + " AND upload_id NOT IN (SELECT upload_id FROM parcels)",
                uploadId));
  }

  /** Deletes what uploads left that were under way when the relay last stopped. */
  void discardUnfinished() {
    database.update(
        handle ->
            handle.execute(
                "DELETE FROM chunks WHERE upload_id NOT IN (SELECT upload_id FROM parcels)"));
  }

  /** Within the caller's transaction: deletes the bytes of a parcel. */
  static void delete(Handle handle, String uploadId) {
    handle.execute("DELETE FROM chunks WHERE upload_id = ?", uploadId);
  }

  private final class Writer extends OutputStream {
    private final String uploadId;
    private final int fileNumber;
    private final ByteArrayOutputStream chunk = new ByteArrayOutputStream();
    private int chunkNumber;

    Writer(String uploadId, int fileNumber) {
      this.uploadId = uploadId;
      this.fileNumber = fileNumber;
    }

    @Override
    public void write(int value) {
      write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      int done = 0;
      while (done < length) {
        int part = Math.min(length - done, CHUNK - chunk.size());
        chunk.write(bytes, offset + done, part);
        done += part;
        if (chunk.size() == CHUNK) {
          keepChunk();
        }
      }
    }

    @Override
    public void close() {
      if (chunk.size() > 0) {
        keepChunk();
      }
    }

    private void keepChunk() {
      byte[] sealed = vault.seal(chunk.toByteArray());
      chunk.reset();
      database.update(
          handle ->
              handle.execute(
                  "INSERT INTO chunks (upload_id, file_number, chunk_number, sealed)"
                      + " VALUES (?, ?, ?, ?)",
                  uploadId,
                  fileNumber,
                  chunkNumber,
                  sealed));
      chunkNumber++;
      Checkpoints.reached("relay-chunk-kept");
    }
  }

  private final class Reader extends InputStream {
    private final String uploadId;
    private final int fileNumber;
    private long left;
    private byte[] chunk = new byte[0];
    private int position;
    private int chunkNumber;

    Reader(String uploadId, int fileNumber, long size) {
      this.uploadId = uploadId;
      this.fileNumber = fileNumber;
      this.left = size;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      if (length == 0) {
        return 0;
      }
      if (left == 0) {
        return -1;
      }
      if (position == chunk.length) {
        chunk = nextChunk();
        position = 0;
      }
      int count = Math.min(length, chunk.length - position);
      System.arraycopy(chunk, position, buffer, offset, count);
      position += count;
      left -= count;
      return count;
    }

    private byte[] nextChunk() throws IOException {
      Arrays.fill(chunk, (byte) 0);
      byte @Nullable [] sealed =
          database.read(
              handle ->
                  handle
                      .createQuery(
                          "SELECT sealed FROM chunks WHERE upload_id = :upload"
                              + " AND file_number = :file AND chunk_number = :chunk")
                      .bind("upload", uploadId)
                      .bind("file", fileNumber)
                      .bind("chunk", chunkNumber)
                      .mapTo(byte[].class)
                      .findOne()
                      .orElse(null));
      if (sealed == null) {
        throw new EOFException("A parcel's content was deleted while it was read.");
      }
      chunkNumber++;
      return vault.unseal(sealed);
    }
  }
}
