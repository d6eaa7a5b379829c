package io.souffleur.server.benchmark;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** One connection on which a host asks for its agents' tickets, one after the other. */
final class TicketLine implements AutoCloseable {

  private static final String LENGTH = "content-length:";
  private static final String TICKET = "\"ticket\":\"";

  private final int port;
  private final Socket socket;
  private final InputStream in;

  TicketLine(int port) throws IOException {
    this.port = port;
    this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    this.in = new BufferedInputStream(socket.getInputStream());
  }

  String ticketFor(String agent) throws IOException {
    byte[] body =
        FrameBytes.bytes("{\"agent\":{\"key\":\"" + agent + "\",\"name\":\"Inès Morel\"}}");
    byte[] head =
        """
        POST /v1/desk/tickets HTTP/1.1\r
        Host: 127.0.0.1:%d\r
        Authorization: Bearer %s\r
        Content-Type: application/json\r
        Content-Length: %d\r
        \r
        """
            .formatted(port, BenchmarkServer.HOST_KEY, body.length)
            .getBytes(StandardCharsets.US_ASCII);
    byte[] request = Arrays.copyOf(head, head.length + body.length);
    System.arraycopy(body, 0, request, head.length, body.length);
    socket.getOutputStream().write(request);
    String answer = answer();
    int from = answer.indexOf(TICKET);
    if (from < 0) {
      throw new IOException("no ticket: " + answer);
    }
    from += TICKET.length();
    return answer.substring(from, answer.indexOf('"', from));
  }

  private String answer() throws IOException {
    int length = 0;
    String line = line();
    while (!line.isEmpty()) {
      if (line.toLowerCase(Locale.ROOT).startsWith(LENGTH)) {
        length = Integer.parseInt(line.substring(LENGTH.length()).strip());
      }
      line = line();
    }
    return new String(in.readNBytes(length), StandardCharsets.UTF_8);
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new IOException("the server ended");
      }
      line.append((char) next);
    }
    return line.toString().strip();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
