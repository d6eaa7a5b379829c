package io.souffleur.server.benchmark;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A WebSocket client (RFC 6455) that costs next to nothing, so that a load measures the server and
 * not the client: unfragmented text frames, a mask of zeros, one reading thread.
 *
 * <p>Any thread may send; frames are handed to the reader's thread.
 */
final class LeanSocket implements AutoCloseable {

  private static final int OPCODE_TEXT = 1;
  private static final int OPCODE_CLOSE = 8;
  private static final int OPCODE_PING = 9;

  private final Socket socket;
  private final OutputStream out;
  private final DataInputStream in;

  LeanSocket(
      int port, String path, String subprotocol, @Nullable String key, Consumer<byte[]> heard)
      throws IOException {
    this(port, path, subprotocol, key, 0, Thread.ofPlatform().daemon().name("load" + path), heard);
  }

  /** The same, which reads on a thread of that kind. */
  LeanSocket(
      int port,
      String path,
      String subprotocol,
      @Nullable String key,
      Thread.Builder reader,
      Consumer<byte[]> heard)
      throws IOException {
    this(port, path, subprotocol, key, 0, reader, heard);
  }

  /**
   * The same.
   *
   * @param buffer bytes that the system keeps for the reader; 0: as it likes
   */
  LeanSocket(
      int port,
      String path,
      String subprotocol,
      @Nullable String key,
      int buffer,
      Thread.Builder reader,
      Consumer<byte[]> heard)
      throws IOException {
    socket = new Socket();
    if (buffer > 0) {
      socket.setReceiveBufferSize(buffer);
    }
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    socket.setTcpNoDelay(true);
    out = socket.getOutputStream();
    in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), 1 << 16));
    shakeHands(port, path, subprotocol, key);
    reader.start(() -> readAll(heard));
  }

  private void shakeHands(int port, String path, String subprotocol, @Nullable String key)
      throws IOException {
    String request =
        "GET "
            + path
            + " HTTP/1.1\r\nHost: 127.0.0.1:"
            + port
            + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n"
            + "Sec-WebSocket-Protocol: "
            + subprotocol
            + "\r\n"
            + (key == null
                ? "Origin: http://127.0.0.1:" + port + "\r\n"
                : "Authorization: Bearer " + key + "\r\n")
            + "\r\n";
    out.write(request.getBytes(StandardCharsets.US_ASCII));
    StringBuilder answer = new StringBuilder();
    while (answer.indexOf("\r\n\r\n") < 0) {
      answer.append((char) in.readUnsignedByte());
    }
    if (!answer.toString().startsWith("HTTP/1.1 101")) {
      throw new IOException("no WebSocket at " + path + ": " + answer);
    }
  }

  /** Sends one text frame; blocks while the server does not read. */
  void send(String text) {
    write(FrameBytes.framed(text));
  }

  private synchronized void write(byte[] frame) {
    try {
      out.write(frame);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void readAll(Consumer<byte[]> heard) {
    try {
      while (true) {
        int opcode = in.readUnsignedByte() & 0x0f;
        long length = in.readUnsignedByte();
        if (length == 126) {
          length = in.readUnsignedShort();
        } else if (length == 127) {
          length = in.readLong();
        }
        byte[] payload = new byte[(int) length];
        in.readFully(payload);
        if (opcode == OPCODE_TEXT) {
          heard.accept(payload);
        } else if (opcode == OPCODE_PING) {
          write(new byte[] {(byte) 0x8a, (byte) 0x80, 0, 0, 0, 0});
        } else if (opcode == OPCODE_CLOSE) {
          return;
        }
      }
    } catch (IOException closed) {
      // The end of the load, or of the server: the counts tell which.
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
