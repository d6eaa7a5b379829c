package io.souffleur.server.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * A great many desks that one thread reads, so that they cost next to nothing beside the server
 * that is measured. Any thread may dial; frames are handed over on the reading thread.
 */
final class DeskFleet implements AutoCloseable {

  private static final int MOST_READ = 1 << 16;
  private static final byte[] PING = FrameBytes.bytes("{\"type\":\"ping\"");
  private static final byte[] PONG = FrameBytes.framed("{\"type\":\"pong\"}");
  private static final byte[] PROTOCOL_PONG = {(byte) 0x8a, (byte) 0x80, 0, 0, 0, 0};
  private static final int OPCODE_TEXT = 1;
  private static final int OPCODE_PING = 9;

  private final InetSocketAddress address;
  private final byte[] upgrade;
  private final Heard heard;
  private final Selector selector = Selector.open();
  private final Queue<SocketChannel> dialled = new ConcurrentLinkedQueue<>();

  /** What becomes of text frames other than pings. */
  interface Heard {
    void frame(byte[] payload);
  }

  /** What of a frame has come so far; nothing between frames. */
  private static final class Rest {
    byte[] bytes = new byte[0];
  }

  DeskFleet(int port, Heard heard) throws IOException {
    this.address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    this.heard = heard;
    this.upgrade =
        FrameBytes.bytes(
            """
            GET /v1/desk HTTP/1.1\r
            Host: 127.0.0.1:%1$d\r
            Upgrade: websocket\r
            Connection: Upgrade\r
            Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
            Sec-WebSocket-Version: 13\r
            Sec-WebSocket-Protocol: souffleur.desk.v1\r
            Origin: http://127.0.0.1:%1$d\r
            \r
            """
                .formatted(port));
    Thread.ofPlatform().daemon().name("fleet").start(this::read);
  }

  /** Lets one more desk in, which says {@code frames} at once. */
  void dial(String... frames) throws IOException {
    SocketChannel channel = SocketChannel.open(address);
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    write(channel, upgrade);
    ByteBuffer answer = ByteBuffer.allocate(2_048);
    while (!FrameBytes.text(answer.array()).contains("\r\n\r\n")) {
      if (channel.read(answer) < 0) {
        throw new IOException("no WebSocket: " + FrameBytes.text(answer.array()));
      }
    }
    if (!FrameBytes.text(answer.array()).startsWith("HTTP/1.1 101")) {
      throw new IOException("no WebSocket: " + FrameBytes.text(answer.array()));
    }
    for (String frame : frames) {
      write(channel, FrameBytes.framed(frame));
    }
    channel.configureBlocking(false);
    dialled.add(channel);
    selector.wakeup();
  }

  private static void write(SocketChannel channel, byte[] bytes) throws IOException {
    ByteBuffer from = ByteBuffer.wrap(bytes);
    while (from.hasRemaining()) {
      channel.write(from);
    }
  }

  private void read() {
    ByteBuffer buffer = ByteBuffer.allocateDirect(MOST_READ);
    try {
      while (selector.isOpen()) {
        selector.select(key -> take(key, buffer));
        for (SocketChannel one = dialled.poll(); one != null; one = dialled.poll()) {
          one.register(selector, SelectionKey.OP_READ, new Rest());
        }
      }
    } catch (ClosedSelectorException e) {
      // The end of the load: the counts tell whether it was too soon.
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void take(SelectionKey key, ByteBuffer buffer) {
    SocketChannel channel = (SocketChannel) key.channel();
    Rest rest = (Rest) key.attachment();
    buffer.clear().put(rest.bytes);
    try {
      if (channel.read(buffer) < 0) {
        key.cancel();
        channel.close();
        return;
      }
      buffer.flip();
      while (takeFrame(channel, buffer)) {
        // As many as have come whole.
      }
    } catch (IOException e) {
      key.cancel();
      return;
    }
    rest.bytes = new byte[buffer.remaining()];
    buffer.get(rest.bytes);
  }

  /** Takes one frame, which no server masks; false when it has not come whole. */
  private boolean takeFrame(SocketChannel channel, ByteBuffer from) throws IOException {
    int start = from.position();
    if (from.remaining() < 2) {
      return false;
    }
    int opcode = from.get() & 0x0f;
    int length = from.get();
    if (length == 126) {
      length = from.remaining() < 2 ? MOST_READ : from.getShort() & 0xffff;
    } else if (length == 127) {
      throw new IOException("a frame of 64 KiB or more");
    }
    if (from.remaining() < length) {
      from.position(start);
      return false;
    }
    byte[] payload = new byte[length];
    from.get(payload);
    if (opcode == OPCODE_PING) {
      write(channel, PROTOCOL_PONG);
    } else if (opcode == OPCODE_TEXT) {
      if (FrameBytes.startsWith(payload, PING)) {
        write(channel, PONG);
      } else {
        heard.frame(payload);
      }
    }
    return true;
  }

  @Override
  public void close() throws IOException {
    for (SelectionKey key : selector.keys()) {
      key.channel().close();
    }
    selector.close();
  }
}
