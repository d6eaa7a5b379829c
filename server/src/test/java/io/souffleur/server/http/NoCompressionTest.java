package io.souffleur.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.souffleur.server.testing.Doors;
import io.souffleur.server.testing.FakeConversations;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class NoCompressionTest {

  @Test
  void whatever_a_client_offers_no_extension_is_agreed_on() throws Exception {
    try (Doors doors = Doors.open(new FakeConversations());
        Socket socket = new Socket("localhost", doors.port())) {
      socket
          .getOutputStream()
          .write(
              """
              GET /v1/desk HTTP/1.1
              Host: localhost
              Upgrade: websocket
              Connection: Upgrade
              Sec-WebSocket-Version: 13
              Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==
              Sec-WebSocket-Protocol: souffleur.desk.v1
              Sec-WebSocket-Extensions: permessage-deflate

              """
                  .replace("\n", "\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      BufferedReader answer =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
      assertThat(answer.readLine()).startsWith("HTTP/1.1 101 ");
      for (String header = answer.readLine(); !header.isEmpty(); header = answer.readLine()) {
        assertThat(header).doesNotStartWithIgnoringCase("Sec-WebSocket-Extensions");
      }
    }
  }
}
