package careplanhub.security;

import careplanhub.security.SealedParcelException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAKey;
import java.security.spec.MGF1ParameterSpec;
import java.util.Collection;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cms.AuthEnvelopedData;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.CMSAuthEnvelopedData;
import org.bouncycastle.cms.CMSAuthEnvelopedDataGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.Recipient;
import org.bouncycastle.cms.RecipientInfoGenerator;
import org.bouncycastle.cms.RecipientInformation;
import org.bouncycastle.cms.jcajce.JceCMSContentEncryptorBuilder;
import org.bouncycastle.cms.jcajce.JceKeyAgreeAuthEnvelopedRecipient;
import org.bouncycastle.cms.jcajce.JceKeyAgreeRecipientId;
import org.bouncycastle.cms.jcajce.JceKeyAgreeRecipientInfoGenerator;
import org.bouncycastle.cms.jcajce.JceKeyTransAuthEnvelopedRecipient;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipientId;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipientInfoGenerator;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OutputAEADEncryptor;
import org.bouncycastle.operator.jcajce.JcaAlgorithmParametersConverter;
import org.jspecify.annotations.Nullable;

/** CMS authenticated-enveloped data (RFC 5083) for one recipient, under AES-256-GCM (RFC 5084). */
final class Envelope {
  private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();

  /** Places in a certificate's key usage (RFC 5280, 4.2.1.3). */
  private static final int KEY_ENCIPHERMENT = 2;

  private static final int KEY_AGREEMENT = 4;

  private Envelope() {}

  /** Envelopes the content; DER. */
  static byte[] close(byte[] content, X509Certificate recipient) throws SealedParcelException {
    try {
      CMSAuthEnvelopedDataGenerator generator = new CMSAuthEnvelopedDataGenerator();
      generator.addRecipientInfoGenerator(generatorFor(recipient));
      OutputAEADEncryptor encryptor =
          (OutputAEADEncryptor)
              new JceCMSContentEncryptorBuilder(CMSAlgorithm.AES256_GCM)
                  .setProvider(PROVIDER)
                  .build();
      return generator
          .generate(new CMSProcessableByteArray(content), encryptor)
          .toASN1Structure()
          .getEncoded(ASN1Encoding.DER);
    } catch (CMSException | GeneralSecurityException | IOException e) {
      throw new SealedParcelException(Reason.KEY_UNFIT, e);
    }
  }

  /** What was enveloped for one of the keys. */
  static byte[] open(byte[] sealed, Collection<OfficeKey> keys) throws SealedParcelException {
    CMSAuthEnvelopedData data = read(sealed);
    for (OfficeKey key : keys) {
      RecipientInformation information = informationFor(data, key);
      if (information != null) {
        return contentOf(information, key);
      }
    }
    throw new SealedParcelException(Reason.OTHER_RECIPIENT, null);
  }

  /** Checks that a certificate allows its key to be used for envelopes. */
  static void requireFit(X509Certificate recipient) throws SealedParcelException {
    boolean agreement = recipient.getPublicKey() instanceof ECPublicKey;
    boolean[] usage = recipient.getKeyUsage();
    boolean known = agreement || recipient.getPublicKey() instanceof RSAKey;
    if (!known || (usage != null && !usage[agreement ? KEY_AGREEMENT : KEY_ENCIPHERMENT])) {
      throw new SealedParcelException(Reason.KEY_UNFIT, null);
    }
  }

  // Bouncy Castle meets hostile bytes with unchecked exceptions of many kinds.
  private static CMSAuthEnvelopedData read(byte[] sealed) throws SealedParcelException {
    try {
      CMSAuthEnvelopedData data = new CMSAuthEnvelopedData(sealed);
      ASN1ObjectIdentifier algorithm =
          AuthEnvelopedData.getInstance(data.toASN1Structure().getContent())
              .getAuthEncryptedContentInfo()
              .getContentEncryptionAlgorithm()
              .getAlgorithm();
      if (!NISTObjectIdentifiers.id_aes256_GCM.equals(algorithm)) {
        throw new SealedParcelException(Reason.NOT_SEALED, null);
      }
      return data;
    } catch (CMSException | RuntimeException e) {
      throw new SealedParcelException(Reason.NOT_SEALED, e);
    }
  }

  private static byte[] contentOf(RecipientInformation information, OfficeKey key)
      throws SealedParcelException {
    try (InputStream content = information.getContentStream(recipient(key)).getContentStream()) {
      return content.readAllBytes();
    } catch (CMSException | IOException | RuntimeException e) {
      throw new SealedParcelException(Reason.DAMAGED, e);
    }
  }

  private static boolean isAgreement(OfficeKey key) {
    return key.certificate().getPublicKey() instanceof ECPublicKey;
  }

  private static @Nullable RecipientInformation informationFor(
      CMSAuthEnvelopedData data, OfficeKey key) {
    return data.getRecipientInfos()
        .get(
            isAgreement(key)
                ? new JceKeyAgreeRecipientId(key.certificate())
                : new JceKeyTransRecipientId(key.certificate()));
  }

  private static Recipient recipient(OfficeKey key) {
    return isAgreement(key)
        ? new JceKeyAgreeAuthEnvelopedRecipient(key.key()).setProvider(PROVIDER)
        : new JceKeyTransAuthEnvelopedRecipient(key.key()).setProvider(PROVIDER);
  }

  private static RecipientInfoGenerator generatorFor(X509Certificate recipient)
      throws GeneralSecurityException {
    if (recipient.getPublicKey() instanceof ECPublicKey key) {
      KeyPair ephemeral = ephemeral(key);
      return new JceKeyAgreeRecipientInfoGenerator(
              CMSAlgorithm.ECDH_SHA256KDF,
              ephemeral.getPrivate(),
              ephemeral.getPublic(),
              CMSAlgorithm.AES256_WRAP)
          .addRecipient(recipient)
          .setProvider(PROVIDER);
    }
    if (!(recipient.getPublicKey() instanceof RSAKey)) {
      throw new InvalidKeyException("neither EC nor RSA");
    }
    OAEPParameterSpec oaep =
        new OAEPParameterSpec(
            "SHA-256", "MGF1", MGF1ParameterSpec.SHA256, PSource.PSpecified.DEFAULT);
    return new JceKeyTransRecipientInfoGenerator(
            recipient,
            new JcaAlgorithmParametersConverter()
                .getAlgorithmIdentifier(PKCSObjectIdentifiers.id_RSAES_OAEP, oaep))
        .setProvider(PROVIDER);
  }

  private static KeyPair ephemeral(ECPublicKey like) throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(like.getParams());
    return generator.generateKeyPair();
  }
}
