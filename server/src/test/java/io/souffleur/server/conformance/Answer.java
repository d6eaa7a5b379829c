package io.souffleur.server.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.souffleur.server.testing.RawSocket;
import java.util.HexFormat;

/** One frame that a door must answer with. */
sealed interface Answer {
  /** Fails when {@code frame} is another one. */
  void is(RawSocket.Frame frame);

  /** The event was understood: its key comes back. */
  record Acknowledged(String id) implements Answer {
    @Override
    public void is(RawSocket.Frame frame) {
      assertThat(frame.opcode()).isEqualTo(RawSocket.TEXT);
      assertThat(frame.text()).startsWith("{\"type\":\"ack\"").contains("\"id\":\"" + id + "\"");
    }
  }

  /** The message came, and the contract refuses it (docs/protocol.md, “Refusals”). */
  record Refused(String code) implements Answer {
    @Override
    public void is(RawSocket.Frame frame) {
      assertThat(frame.opcode()).isEqualTo(RawSocket.TEXT);
      assertThat(frame.text())
          .startsWith("{\"type\":\"refused\"")
          .contains("\"code\":\"" + code + "\"");
    }
  }

  /** The answer to a ping, with its payload (RFC 6455, section 5.5.3). */
  record Pong(String hex) implements Answer {
    Pong(byte[] payload) {
      this(HexFormat.of().formatHex(payload));
    }

    @Override
    public void is(RawSocket.Frame frame) {
      assertThat(frame.opcode()).isEqualTo(RawSocket.PONG);
      assertThat(HexFormat.of().formatHex(frame.payload())).isEqualTo(hex);
    }
  }

  /** The last frame, after which the line ends. */
  record Closed(int code) implements Answer {
    @Override
    public void is(RawSocket.Frame frame) {
      assertThat(frame.opcode()).as("opcode of %s", frame.text()).isEqualTo(RawSocket.CLOSE);
      assertThat(frame.closeCode()).isEqualTo(code);
    }
  }
}
