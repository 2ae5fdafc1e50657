package careplanhub.channel;

import java.time.Instant;

/** What an acknowledge endpoint answers. */
public record Acknowledged(String parcelId, Instant acknowledgedAt) {}
