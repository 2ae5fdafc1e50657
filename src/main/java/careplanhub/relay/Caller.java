package careplanhub.relay;

import careplanhub.standard.OfficeNumber;

/**
 * Who calls, as its certificate says.
 *
 * @param office the registered office
 * @param fingerprint SHA-256 of the client certificate, hexadecimal
 */
record Caller(OfficeNumber office, String fingerprint) {}
