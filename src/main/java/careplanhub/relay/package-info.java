/**
 * The reference relay: a server that takes parcels from registered care offices over mutual TLS,
 * hands each to its addressee only and forgets it after its acknowledgement. A region can run it;
 * the demo and the tests talk to it. Its interface is {@code docs/relay-api.yaml}.
 */
@NullMarked
package careplanhub.relay;

import org.jspecify.annotations.NullMarked;
