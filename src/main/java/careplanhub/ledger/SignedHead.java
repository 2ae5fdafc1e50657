package careplanhub.ledger;

import careplanhub.security.OfficeKey;
import careplanhub.security.ReceiptException;
import careplanhub.security.Receipts;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a hub states about its chain and signs: up to this entry it goes, and this is its hash.
 *
 * @param seq the last entry that is meant
 * @param hash its hash
 * @param at when, as in an entry
 */
record SignedHead(long seq, String hash, String at) {
  private static final String BEGIN = "-----BEGIN CMS-----\n";
  private static final String END = "\n-----END CMS-----\n";
  private static final int LINE = 64;
  private static final Pattern STATEMENT =
      Pattern.compile(
          "careplan-hub evidence head 1\nseq=(\\d{1,18})\nhash=([0-9a-f]{64})\nat=(\\S{1,40})\n");

  /** The statement signed by the hub's key: CMS signed data in PEM. */
  String signedBy(OfficeKey hub) {
    String text = "careplan-hub evidence head 1\nseq=%d\nhash=%s\nat=%s\n".formatted(seq, hash, at);
    byte[] signed = Receipts.sign(hub, text.getBytes(StandardCharsets.UTF_8));
    byte[] lineEnd = {'\n'};
    return BEGIN + Base64.getMimeEncoder(LINE, lineEnd).encodeToString(signed) + END;
  }

  /** The statement in a signed text; empty when it is none or not signed by one of these keys. */
  static Optional<SignedHead> verify(String pem, List<X509Certificate> hubs) {
    try {
      String base64 = pem.replace(BEGIN.strip(), "").replace(END.strip(), "");
      byte[] content = Receipts.verify(Base64.getMimeDecoder().decode(base64), hubs).content();
      Matcher parts = STATEMENT.matcher(new String(content, StandardCharsets.UTF_8));
      return parts.matches()
          ? Optional.of(
              new SignedHead(Long.parseLong(parts.group(1)), parts.group(2), parts.group(3)))
          : Optional.empty();
    } catch (ReceiptException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
