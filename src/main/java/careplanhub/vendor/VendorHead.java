package careplanhub.vendor;

import java.util.List;

/**
 * What the beginning of a vendor's file tells.
 *
 * @param encoding of the file
 * @param preamble the lines above the header
 * @param header where the columns lie
 */
record VendorHead(TextEncoding encoding, List<List<String>> preamble, VendorHeader header) {}
