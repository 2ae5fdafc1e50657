/**
 * Keys, certificates, TLS contexts, signed receipts, sealed parcels and passwords. Certificates,
 * revocation lists and CMS come from Bouncy Castle, TLS and PKCS#12 from the JDK. Knows nothing of
 * the hub.
 */
@NullMarked
package careplanhub.security;

import org.jspecify.annotations.NullMarked;
