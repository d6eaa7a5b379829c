package io.souffleur.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.souffleur.server.access.Witness;
import io.souffleur.server.config.Running;
import io.souffleur.server.testing.SelfSigned;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class TlsTest {
  @TempDir Path folder;

  private static WebServer serve(Path certificate, Path key) throws IOException {
    Running plain = Running.standard();
    return WebServer.start(
        new WebServer.Plan(
            "localhost",
            0,
            Pages.shipped(),
            Origins.own(),
            Callers.none(),
            SocketLimits.standard(),
            () -> true,
            Map.of(),
            List.of(),
            new Running(
                Optional.of(new Running.Tls(certificate, key)),
                Optional.empty(),
                Optional.empty(),
                plain.logs(),
                plain.logLevel(),
                plain.drain()),
            Witness.none()));
  }

  /** What a client saw. */
  private record Seen(SSLSession session, String subject, String answer) {}

  private static Seen ask(int port, String... protocols) throws Exception {
    AtomicReference<String> subject = new AtomicReference<>("");
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, new TrustManager[] {new Remembering(subject)}, null);
    try (SSLSocket socket =
        (SSLSocket) context.getSocketFactory().createSocket("localhost", port)) {
      socket.setSoTimeout((int) Duration.ofSeconds(20).toMillis());
      if (protocols.length > 0) {
        socket.setEnabledProtocols(protocols);
      }
      socket
          .getOutputStream()
          .write(
              "GET /health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                  .getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      return new Seen(socket.getSession(), subject.get(), answer);
    }
  }

  /** Trusts everybody, and remembers whom. */
  private record Remembering(AtomicReference<String> subject) implements X509TrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String kind) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind) {
      subject.set(chain[0].getSubjectX500Principal().getName());
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"RSA", "EC", "Ed25519"})
  void it_speaks_tls_with_a_key_of_any_usual_kind(String algorithm) throws Exception {
    SelfSigned pair = SelfSigned.in(folder, "one", algorithm);
    try (WebServer server = serve(pair.certificate(), pair.key())) {
      Seen seen = ask(server.port());
      assertThat(seen.answer()).startsWith("HTTP/1.1 200");
      assertThat(seen.session().getProtocol()).isEqualTo("TLSv1.3");
      assertThat(seen.answer()).containsIgnoringCase("Strict-Transport-Security: max-age=31536000");
    }
  }

  @Test
  void version_1_2_is_still_spoken_with_forward_secrecy_and_nothing_older() throws Exception {
    SelfSigned pair = SelfSigned.in(folder, "one", "RSA");
    try (WebServer server = serve(pair.certificate(), pair.key())) {
      assertThat(ask(server.port(), "TLSv1.2").session().getCipherSuite())
          .startsWith("TLS_ECDHE_RSA_");
      assertThatThrownBy(() -> ask(server.port(), "TLSv1.1")).isInstanceOf(SSLException.class);
    }
  }

  @Test
  void a_renewed_certificate_is_shown_without_a_restart_and_a_broken_one_never() throws Exception {
    SelfSigned first = SelfSigned.in(folder, "first", "EC");
    SelfSigned second = SelfSigned.in(folder, "second", "RSA");
    Path certificate = folder.resolve("shown.crt");
    Path key = folder.resolve("shown.key");
    Files.copy(first.certificate(), certificate);
    Files.copy(first.key(), key);
    try (WebServer server = serve(certificate, key)) {
      assertThat(ask(server.port()).subject()).isEqualTo("CN=first");

      Files.writeString(certificate, "half a cert");
      later(certificate, 10);
      assertThat(ask(server.port()).subject()).isEqualTo("CN=first");

      Files.copy(second.certificate(), certificate, StandardCopyOption.REPLACE_EXISTING);
      Files.copy(second.key(), key, StandardCopyOption.REPLACE_EXISTING);
      later(certificate, 20);
      String shown = "";
      long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
      while (!shown.equals("CN=second") && System.nanoTime() < end) {
        shown = ask(server.port()).subject();
      }
      assertThat(shown).isEqualTo("CN=second");
    }
  }

  private static void later(Path file, int seconds) throws IOException {
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(seconds)));
  }

  @Test
  void a_certificate_whose_time_is_over_is_warned_of() throws Exception {
    SelfSigned pair = SelfSigned.in(folder, "one", "EC");
    Running.Tls files = new Running.Tls(pair.certificate(), pair.key());
    Instant now = Instant.now();
    assertThat(TlsFiles.warning(files, now.plusSeconds(60))).isEmpty();
    assertThat(TlsFiles.warning(files, now.plus(Duration.ofDays(400))))
        .hasValueSatisfying(
            text ->
                assertThat(text)
                    .startsWith(pair.certificate() + ": this certificate ended at ")
                    .endsWith(": renew it"));
    assertThat(TlsFiles.warning(files, now.minus(Duration.ofDays(1))))
        .hasValueSatisfying(text -> assertThat(text).contains("look at the clock"));
  }

  @Test
  void files_that_do_not_belong_together_are_told_apart() throws Exception {
    SelfSigned one = SelfSigned.in(folder, "one", "EC");
    SelfSigned other = SelfSigned.in(folder, "other", "EC");
    assertThatThrownBy(() -> serve(one.certificate(), other.key()).close())
        .isInstanceOf(IOException.class)
        .hasMessageContaining("other.key is not the key of the first certificate in");
    assertThatThrownBy(() -> serve(one.key(), one.key()).close())
        .isInstanceOf(IOException.class)
        .hasMessageContaining("one.key holds no certificates in PEM");
    assertThatThrownBy(() -> serve(one.certificate(), one.certificate()).close())
        .isInstanceOf(IOException.class)
        .hasMessageContaining("one.crt holds no private key in PEM");
    Path old = folder.resolve("old.key");
    Files.writeString(old, Files.readString(one.key()).replace("PRIVATE", "EC PRIVATE"));
    assertThatThrownBy(() -> serve(one.certificate(), old).close())
        .isInstanceOf(IOException.class)
        .hasMessageContaining("openssl pkcs8 -topk8 -nodes -in old.key");
  }
}
