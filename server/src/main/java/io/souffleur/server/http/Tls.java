package io.souffleur.server.http;

import io.souffleur.server.config.Running;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * TLS 1.2 and 1.3 with a certificate that is read again when its files change; connections that are
 * open keep what they began with. One thread looks at the files. Safe for use by any thread.
 */
final class Tls implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Tls.class);
  private static final long LOOK_MS = 2_000;

  /** Forward secrecy and authenticated encryption only (RFC 9325, section 4.2). */
  private static final String[] CIPHERS = {
    "TLS_AES_128_GCM_SHA256",
    "TLS_AES_256_GCM_SHA384",
    "TLS_CHACHA20_POLY1305_SHA256",
    "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
    "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
    "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
    "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
    "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
    "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256"
  };

  private final Running.Tls files;
  private final SslContextFactory.Server context = new SslContextFactory.Server();
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(
          task -> Thread.ofPlatform().daemon().name("certificate").unstarted(task));
  private List<FileTime> seen;

  private Tls(Running.Tls files) throws IOException {
    this.files = files;
    this.seen = times();
    context.setExcludeProtocols();
    context.setIncludeProtocols("TLSv1.3", "TLSv1.2");
    context.setExcludeCipherSuites();
    context.setIncludeCipherSuites(CIPHERS);
    context.setRenegotiationAllowed(false);
    show(context);
    var unused = watch.scheduleWithFixedDelay(this::look, LOOK_MS, LOOK_MS, TimeUnit.MILLISECONDS);
  }

  /**
   * Starts to look after two files.
   *
   * @throws IOException when they can't be used, with what to do
   */
  static Tls with(Running.Tls files) throws IOException {
    return new Tls(files);
  }

  SslContextFactory.Server context() {
    return context;
  }

  private void show(SslContextFactory.Server to) throws IOException {
    TlsIdentity identity = TlsIdentity.read(files.certificate(), files.key());
    to.setKeyStore(identity.store());
    to.setKeyStorePassword(identity.password());
    to.setKeyManagerPassword(identity.password());
  }

  private void look() {
    try {
      List<FileTime> now = times();
      if (now.equals(seen)) {
        return;
      }
      seen = now;
      context.reload(unused -> showUnchecked());
      LOG.info("the certificate was read again");
      TlsFiles.warning(files, Instant.now()).ifPresent(LOG::warn);
    } catch (Exception e) {
      LOG.warn("the certificate stays what it was: {}", e.getMessage());
    }
  }

  private void showUnchecked() {
    try {
      show(context);
    } catch (IOException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  private List<FileTime> times() throws IOException {
    return List.of(time(files.certificate()), time(files.key()));
  }

  private static FileTime time(Path file) throws IOException {
    return Files.getLastModifiedTime(file);
  }

  @Override
  public void close() {
    watch.shutdownNow();
  }
}
