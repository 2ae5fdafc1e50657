package careplanhub.relay;

import careplanhub.store.Checkpoints;
import careplanhub.store.Database;
import careplanhub.store.Vault;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
  private final long heldBytes;

  /**
   * @param heldBytes up to which size what an upload brings stays in memory until it is accepted
   */
  Contents(Database database, Vault vault, long heldBytes) {
    this.database = database;
    this.vault = vault;
    this.heldBytes = heldBytes;
  }

  /** The contents of an upload that begins; it must be kept or discarded. */
  Incoming incoming(String uploadId) {
    return new Incoming(uploadId);
  }

  /** Reads a file that was written whole; reading fails when it was deleted meanwhile. */
  InputStream reader(String uploadId, int fileNumber, long size) {
    return new Reader(uploadId, fileNumber, size);
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

  /** An encrypted piece of a file. */
  @SuppressWarnings("ArrayRecordComponent") // carried, never compared
  private record Chunk(int fileNumber, int number, byte[] sealed) {}

  /** The contents of one upload, for one thread. */
  final class Incoming {
    private final String uploadId;
    private final List<Chunk> held = new ArrayList<>();
    private long size;
    private boolean inDatabase;

    private Incoming(String uploadId) {
      this.uploadId = uploadId;
    }

    /** Takes the bytes of one file; closing it takes the last ones. */
    OutputStream writer(int fileNumber) {
      return new Writer(this, fileNumber);
    }

    /** Within the transaction that accepts the parcel: keeps what is not kept yet. */
    void keep(Handle handle) {
      for (Chunk chunk : held) {
        handle.execute(
            "INSERT INTO chunks (upload_id, file_number, chunk_number, sealed)"
                + " VALUES (?, ?, ?, ?)",
            uploadId,
            chunk.fileNumber(),
            chunk.number(),
            chunk.sealed());
      }
    }

    /** Deletes what a refused or broken upload left; what an accepted parcel holds stays. */
    void discard() {
      if (inDatabase) {
        database.update(
            handle ->
                handle.execute(
                    "DELETE FROM chunks WHERE upload_id = ?"
                        + " AND upload_id NOT IN (SELECT upload_id FROM parcels)",
                    uploadId));
      }
    }

    private void take(Chunk chunk) {
      held.add(chunk);
      size += chunk.sealed().length;
      if (size > heldBytes) {
        inDatabase = true;
        database.update(this::keep);
        held.clear();
        Checkpoints.reached("relay-chunk-kept");
      }
    }
  }

  private final class Writer extends OutputStream {
    private final Incoming upload;
    private final int fileNumber;
    private final ByteArrayOutputStream chunk = new ByteArrayOutputStream();
    private int chunkNumber;

    Writer(Incoming upload, int fileNumber) {
      this.upload = upload;
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
      upload.take(new Chunk(fileNumber, chunkNumber, vault.seal(chunk.toByteArray())));
      chunk.reset();
      chunkNumber++;
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
