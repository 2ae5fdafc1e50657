package careplanhub.cli;

import careplanhub.security.Certificates;
import careplanhub.security.KeyFileException;
import careplanhub.security.OfficeKey;
import careplanhub.security.ReceiptException;
import careplanhub.security.Receipts;
import careplanhub.security.VerifiedReceipt;
import careplanhub.vendor.kit.KitException;
import careplanhub.vendor.kit.PackTrust;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The publishers whose packs are taken: the certificates in a folder. */
final class Publishers implements PackTrust {
  private final Path folder;

  /**
   * @param folder with files that end in .crt, .cer or .pem
   */
  Publishers(Path folder) {
    this.folder = folder;
  }

  @Override
  public Opened open(byte[] sealed) throws KitException {
    try {
      VerifiedReceipt receipt = Receipts.verify(sealed, certificates());
      return new Opened(
          receipt.content(),
          OfficeKey.commonName(receipt.signer()),
          OfficeKey.fingerprint(receipt.signer()));
    } catch (ReceiptException e) {
      throw new KitException(
          switch (e.reason()) {
            case NOT_A_RECEIPT -> "パックの署名を読めません。途中で壊れていないか、もう一度受け取ってください。";
            case WRONG_SIGNATURE -> "パックの署名が中身と合いません。書き換えられたおそれがあるので、作った人に確かめてください。";
            case UNTRUSTED_SIGNER -> unknown(sealed);
          });
    } catch (KeyFileException e) {
      throw new KitException(KeyWork.sentence(e));
    } catch (IOException e) {
      throw new KitException("発行者の証明書を読めません。フォルダのアクセス権を確かめてください: " + folder);
    }
  }

  private String unknown(byte[] sealed) {
    String who =
        Receipts.claimedSigner(sealed)
            .map(
                signer ->
                    "「"
                        + OfficeKey.commonName(signer)
                        + "」と名乗る証明書 SHA-256 "
                        + OfficeKey.fingerprint(signer))
            .orElse("名乗りの無い証明書");
    return "信じる発行者の署名ではないので入れませんでした（"
        + who
        + "）。発行者に電話などでこの SHA-256 を確かめ、合っていれば、発行者から受け取った証明書（.crt）を "
        + folder
        + " に置いて、もう一度入れてください。";
  }

  private List<X509Certificate> certificates() throws IOException {
    List<X509Certificate> certificates = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      List<Path> files;
      try (Stream<Path> found = Files.list(folder)) {
        files =
            found
                .filter(file -> file.toString().matches("(?i).*\\.(crt|cer|pem)"))
                .sorted()
                .toList();
      }
      for (Path file : files) {
        certificates.addAll(Certificates.read(file));
      }
    }
    return certificates;
  }
}
