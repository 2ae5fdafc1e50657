/**
 * The ways to partners and back. Each channel is four named Camel endpoints (send, list, fetch,
 * acknowledge) in {@code routes/channel-*.yaml}; {@link careplanhub.channel.Channels} calls them,
 * and the beans here say what a route's step means. The channel {@code relay} is the client of a
 * relay with the interface of {@code docs/relay-api.yaml}.
 */
@NullMarked
package careplanhub.channel;

import org.jspecify.annotations.NullMarked;
