package io.souffleur.server.http;

import io.souffleur.server.config.Running;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;

/** What can be said of the files of TLS before anybody is shown them. */
public final class TlsFiles {
  private TlsFiles() {}

  /**
   * Reads them as a start does.
   *
   * @throws IOException when they can't be used, with what to do
   */
  public static void check(Running.Tls files) throws IOException {
    TlsIdentity.read(files.certificate(), files.key());
  }

  /** A warning when the time of the server's own certificate is over, or has not come. */
  public static Optional<String> warning(Running.Tls files, Instant now) {
    try {
      X509Certificate own = TlsIdentity.chain(files.certificate())[0];
      Instant begin = own.getNotBefore().toInstant();
      Instant end = own.getNotAfter().toInstant();
      if (now.isAfter(end)) {
        return Optional.of(
            files.certificate() + ": this certificate ended at " + end + ": renew it");
      }
      return now.isBefore(begin)
          ? Optional.of(
              files.certificate()
                  + ": this certificate begins at "
                  + begin
                  + ": look at the clock of this machine")
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty(); // Told by check, and by the start.
    }
  }
}
