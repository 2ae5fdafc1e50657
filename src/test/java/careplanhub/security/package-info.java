/** Tests of keys, certificates, TLS and receipts, with real handshakes on the loopback. */
@NullMarked
package careplanhub.security;

import org.jspecify.annotations.NullMarked;
