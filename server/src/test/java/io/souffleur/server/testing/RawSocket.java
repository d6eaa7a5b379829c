package io.souffleur.server.testing;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * A WebSocket client without manners (RFC 6455), by hand over TCP: it sends whatever bytes a test
 * wants, and reads only when it is told to. Writing is for any thread, reading for one.
 */
public final class RawSocket implements AutoCloseable {
  public static final int CONTINUATION = 0x0;
  public static final int TEXT = 0x1;
  public static final int CLOSE = 0x8;
  public static final int PING = 0x9;
  public static final int PONG = 0xA;

  private static final int FIN = 0x80;
  private static final int MASKED = 0x80;
  private static final int PATIENCE_MS = 20_000;

  private final Socket socket;
  private final OutputStream out;
  private final DataInputStream in;

  /** One frame from the server. */
  public static final class Frame {
    private final int opcode;
    private final byte[] payload;

    private Frame(int opcode, byte[] payload) {
      this.opcode = opcode;
      this.payload = payload;
    }

    /** Such as {@link #TEXT}. */
    public int opcode() {
      return opcode;
    }

    public String text() {
      return new String(payload, StandardCharsets.UTF_8);
    }

    public byte[] payload() {
      return payload.clone();
    }

    /** The code of a close frame, or 1005 when it has none (RFC 6455, section 7.1.5). */
    public int closeCode() {
      return payload.length < 2 ? 1005 : ((payload[0] & 0xff) << 8) | (payload[1] & 0xff);
    }
  }

  private RawSocket(Socket socket) throws IOException {
    this.socket = socket;
    this.out = socket.getOutputStream();
    this.in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), 1 << 14));
  }

  /** A TCP connection, with nothing said yet. */
  public static RawSocket connect(int port) throws IOException {
    return connect(port, 0);
  }

  /**
   * The same, with a receive buffer of so many bytes, so that the server's window closes soon.
   *
   * @param buffer 0 for the usual one
   */
  public static RawSocket connect(int port, int buffer) throws IOException {
    Socket socket = new Socket();
    if (buffer > 0) {
      socket.setReceiveBufferSize(buffer);
    }
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(PATIENCE_MS);
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MS);
    return new RawSocket(socket);
  }

  /** A channel's socket, open. */
  public static RawSocket channel(int port, String key) throws IOException {
    RawSocket socket = connect(port);
    socket.upgrade(
        port, "/v1/channel", "souffleur.channel.v1", Map.of("Authorization", "Bearer " + key));
    return socket;
  }

  /** A desk's socket, open, its ticket not shown yet. */
  public static RawSocket desk(int port) throws IOException {
    return desk(port, 0);
  }

  /** The same, with a receive buffer of so many bytes. */
  public static RawSocket desk(int port, int buffer) throws IOException {
    RawSocket socket = connect(port, buffer);
    socket.upgrade(port, "/v1/desk", "souffleur.desk.v1", Map.of());
    return socket;
  }

  /** Shakes hands; gives the server's answer, which is 101. */
  public String upgrade(int port, String path, String subprotocol, Map<String, String> headers)
      throws IOException {
    String head = shakeHands(port, path, subprotocol, headers);
    if (!head.startsWith("HTTP/1.1 101 ")) {
      throw new IOException("no socket at " + path + ": " + head);
    }
    return head;
  }

  /** Shakes hands; gives the head of the server's answer, whatever it is. */
  public String shakeHands(int port, String path, String subprotocol, Map<String, String> headers)
      throws IOException {
    StringBuilder request =
        new StringBuilder("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\n")
            .append("Upgrade: websocket\r\nConnection: Upgrade\r\n")
            .append("Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n")
            .append("Sec-WebSocket-Version: 13\r\nSec-WebSocket-Protocol: ")
            .append(subprotocol)
            .append("\r\n");
    headers.forEach(
        (name, value) -> request.append(name).append(": ").append(value).append("\r\n"));
    say(request.append("\r\n").toString());
    return head();
  }

  /** Sends bytes as they are. */
  public void say(String text) throws IOException {
    say(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Sends bytes as they are. */
  public synchronized void say(byte[] bytes) throws IOException {
    out.write(bytes);
  }

  /** Sends a whole text frame. */
  public void send(String text) throws IOException {
    send(TEXT, true, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Sends one frame, with a mask of zeros. */
  public void send(int opcode, boolean last, byte[] payload) throws IOException {
    say(frame(opcode, last, payload));
  }

  /** One frame from a client, with a mask of zeros (RFC 6455, section 5.2). */
  public static byte[] frame(int opcode, boolean last, byte[] payload) {
    int head = payload.length < 126 ? 6 : payload.length < 1 << 16 ? 8 : 14;
    byte[] frame = new byte[head + payload.length];
    frame[0] = (byte) ((last ? FIN : 0) | opcode);
    if (payload.length < 126) {
      frame[1] = (byte) (MASKED | payload.length);
    } else if (payload.length < 1 << 16) {
      frame[1] = (byte) (MASKED | 126);
      frame[2] = (byte) (payload.length >>> 8);
      frame[3] = (byte) payload.length;
    } else {
      frame[1] = (byte) (MASKED | 127);
      for (int i = 0; i < 4; i++) {
        frame[6 + i] = (byte) (payload.length >>> (8 * (3 - i)));
      }
    }
    System.arraycopy(payload, 0, frame, head, payload.length);
    return frame;
  }

  /** The head of an HTTP answer, with the empty line; what there is of it when the line ends. */
  public String head() throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int one = in.read();
      if (one < 0) {
        break;
      }
      head.append((char) one);
    }
    return head.toString();
  }

  /** All that comes until the line ends. */
  public String rest() throws IOException {
    return new String(in.readAllBytes(), StandardCharsets.UTF_8);
  }

  /**
   * The next frame; empty when the line has ended.
   *
   * @throws IOException also when it is in parts, has reserved bits, or is masked: this server
   *     sends whole frames, and none may mask (RFC 6455, section 5.1)
   */
  public Optional<Frame> next() throws IOException {
    int first = in.read();
    if (first < 0) {
      return Optional.empty();
    }
    long length = in.readUnsignedByte();
    if ((first & 0xf0) != FIN || length >= MASKED) {
      throw new IOException("no frame of a server: " + first + ", " + length);
    }
    int opcode = first & 0x0f;
    if (length == 126) {
      length = in.readUnsignedShort();
    } else if (length == 127) {
      length = in.readLong();
    }
    byte[] payload = new byte[Math.toIntExact(length)];
    in.readFully(payload);
    return Optional.of(new Frame(opcode, payload));
  }

  /** The next text frame; empty when the line has ended, in order or not. */
  public Optional<String> nextText() throws IOException {
    Optional<Frame> frame = next();
    while (frame.isPresent() && frame.get().opcode() != TEXT) {
      if (frame.get().opcode() == CLOSE) {
        return Optional.empty();
      }
      frame = next();
    }
    return frame.map(Frame::text);
  }

  /** Reads on until the server closes; the code, or empty when it hung up without one. */
  public Optional<Integer> closed() throws IOException {
    Optional<Frame> frame = next();
    while (frame.isPresent() && frame.get().opcode() != CLOSE) {
      frame = next();
    }
    return frame.map(Frame::closeCode);
  }

  /** Whether the server has hung up, once everything that it sent was read. */
  public boolean ended() throws IOException {
    try {
      return in.read() < 0;
    } catch (java.net.SocketException reset) {
      return true;
    }
  }

  /** Whether the server says something within some time; it is left to be read. */
  public boolean heard(int millis) throws IOException {
    socket.setSoTimeout(millis);
    in.mark(1);
    try {
      return in.read() >= 0;
    } catch (java.net.SocketTimeoutException silent) {
      return false;
    } finally {
      in.reset();
      socket.setSoTimeout(PATIENCE_MS);
    }
  }

  /** Whether the server hangs up within some time, having said nothing meanwhile. */
  public boolean endsWithin(int millis) throws IOException {
    socket.setSoTimeout(millis);
    try {
      return ended();
    } catch (java.net.SocketTimeoutException silent) {
      return false;
    } finally {
      socket.setSoTimeout(PATIENCE_MS);
    }
  }

  /** Whether the server ends the line within some time, with nothing lost and nothing more said. */
  public boolean endsInOrder(int millis) throws IOException {
    socket.setSoTimeout(millis);
    try {
      return in.read() < 0;
    } catch (java.net.SocketException | java.net.SocketTimeoutException otherwise) {
      return false;
    } finally {
      socket.setSoTimeout(PATIENCE_MS);
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
