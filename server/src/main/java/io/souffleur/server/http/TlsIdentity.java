package io.souffleur.server.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Collection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who this server is to those who speak TLS with it: a chain of certificates and their key. */
final class TlsIdentity {
  private static final Pattern KEY =
      Pattern.compile("-----BEGIN ([A-Z ]*)PRIVATE KEY-----([^-]*)-----END");
  private static final int SECRET_BYTES = 24;

  private final KeyStore store;
  private final String password;

  private TlsIdentity(KeyStore store, String password) {
    this.store = store;
    this.password = password;
  }

  KeyStore store() {
    return store;
  }

  String password() {
    return password;
  }

  /**
   * Reads two files in PEM: certificates (RFC 7468, section 5), the server's own first, and a
   * private key without a passphrase (section 10).
   *
   * @throws IOException when they can't be used, with what to do
   */
  static TlsIdentity read(Path certificate, Path key) throws IOException {
    X509Certificate[] chain = chain(certificate);
    PublicKey shown = chain[0].getPublicKey();
    PrivateKey secret = secret(key, shown.getAlgorithm());
    if (!belong(shown, secret)) {
      throw new IOException(key + " is not the key of the first certificate in " + certificate);
    }
    byte[] random = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(random);
    String password = Base64.getEncoder().encodeToString(random);
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setKeyEntry("souffleur", secret, password.toCharArray(), chain);
      return new TlsIdentity(store, password);
    } catch (GeneralSecurityException e) {
      throw new IOException(certificate + " and " + key + " can't be used: " + e.getMessage(), e);
    }
  }

  /**
   * Certificates in PEM, in their order.
   *
   * @throws IOException when there are none
   */
  static X509Certificate[] chain(Path file) throws IOException {
    try {
      Collection<? extends Certificate> chain =
          CertificateFactory.getInstance("X.509")
              .generateCertificates(new ByteArrayInputStream(Files.readAllBytes(file)));
      if (!chain.isEmpty()) {
        return chain.toArray(X509Certificate[]::new);
      }
    } catch (CertificateException e) {
      throw new IOException(file + " holds no certificates in PEM: " + e.getMessage(), e);
    }
    throw new IOException(file + " holds no certificates in PEM");
  }

  private static PrivateKey secret(Path file, String algorithm) throws IOException {
    Matcher block = KEY.matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
    if (!block.find()) {
      throw new IOException(file + " holds no private key in PEM");
    }
    if (!block.group(1).isEmpty()) {
      throw new IOException(
          file
              + " holds a key in another form; turn it into the usual one with: openssl pkcs8"
              + " -topk8 -nodes -in "
              + file.getFileName()
              + " -out key.pem");
    }
    try {
      return KeyFactory.getInstance(algorithm)
          .generatePrivate(new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(block.group(2))));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      // Not the cause: it may quote the key.
      throw new IOException(file + " holds a private key that can't be read as " + algorithm);
    }
  }

  /** Whether the two are halves of one pair: what one signs, the other confirms. */
  private static boolean belong(PublicKey shown, PrivateKey secret) throws IOException {
    String algorithm =
        switch (shown.getAlgorithm()) {
          case "RSA" -> "SHA256withRSA";
          case "EC" -> "SHA256withECDSA";
          default -> shown.getAlgorithm();
        };
    byte[] something = new byte[SECRET_BYTES];
    try {
      Signature signing = Signature.getInstance(algorithm);
      signing.initSign(secret);
      signing.update(something);
      byte[] signature = signing.sign();
      Signature confirming = Signature.getInstance(algorithm);
      confirming.initVerify(shown);
      confirming.update(something);
      return confirming.verify(signature);
    } catch (GeneralSecurityException e) {
      throw new IOException("keys of the kind " + shown.getAlgorithm() + " can't be used", e);
    }
  }
}
