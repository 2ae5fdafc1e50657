package careplanhub.channel.client;

import java.time.Instant;

/**
 * What a person said of a line of a checklist: that its file was sent.
 *
 * @param line the line's number
 * @param sentAt when it was sent; where only a day or 済 was said, the latest moment it can have
 *     been
 * @param who who said so: the name in the checklist, or who used the command; may be empty
 * @param way checklist or command-line
 * @param source SHA-256 of the checklist that said so, empty for a command
 * @param saidAt when the hub read it
 */
record Statement(int line, Instant sentAt, String who, String way, String source, Instant saidAt) {}
