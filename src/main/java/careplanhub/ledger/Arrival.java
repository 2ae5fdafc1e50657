package careplanhub.ledger;

import careplanhub.standard.OfficeNumber;
import careplanhub.store.ContentId;
import java.time.Instant;

/**
 * One file taken from an office's outbox.
 *
 * @param id the ledger's name for it; logs use it instead of the file's name
 * @param office whose outbox held it
 * @param arrivedAt when the hub took it
 * @param name the file's name; it may contain a person's name
 * @param content its raw bytes in the vault
 * @param size bytes
 * @param satellite サテライト枝番 of the place that exported it; empty for the office itself
 */
public record Arrival(
    String id,
    OfficeNumber office,
    Instant arrivedAt,
    String name,
    ContentId content,
    long size,
    String satellite) {}
