package io.souffleur.wire.json;

import io.souffleur.wire.Ack;
import io.souffleur.wire.ChannelEvent;
import io.souffleur.wire.ChannelReply;
import io.souffleur.wire.ChannelRequest;
import io.souffleur.wire.Ping;
import io.souffleur.wire.Pong;
import io.souffleur.wire.Refused;
import java.util.Set;

/** What goes over the channel door, in both directions, as JSON. */
public final class ChannelCodec {

  private static final Types<ChannelRequest> REQUESTS =
      new Types<ChannelRequest>().with(EventJson.TYPES).with("pong", AnswerJson::pong);

  private static final Types<ChannelReply> REPLIES =
      new Types<ChannelReply>()
          .with("ack", AnswerJson::ack)
          .with("refused", AnswerJson::refused)
          .with("ping", AnswerJson::ping);

  private ChannelCodec() {}

  static Set<String> requestTypes() {
    return REQUESTS.names();
  }

  static Set<String> replyTypes() {
    return REPLIES.names();
  }

  /** Reads an event. */
  public static ChannelEvent decode(String json) throws RefusalException {
    return JsonReader.read(json, EventJson.TYPES::read);
  }

  /** Reads an event from UTF-8. */
  public static ChannelEvent decode(byte[] json) throws RefusalException {
    return JsonReader.read(json, EventJson.TYPES::read);
  }

  /** Reads whatever a channel may send over its socket. */
  public static ChannelRequest decodeRequest(String json) throws RefusalException {
    return JsonReader.read(json, REQUESTS::read);
  }

  /** Reads whatever the server may answer a channel. */
  public static ChannelReply decodeReply(String json) throws RefusalException {
    return JsonReader.read(json, REPLIES::read);
  }

  /** Writes an event, or the answer to a ping. */
  public static String encode(ChannelRequest request) {
    return switch (request) {
      case ChannelEvent event -> EventJson.write(event);
      case Pong pong -> AnswerJson.writePong();
    };
  }

  /** Writes an answer to a channel. */
  public static String encode(ChannelReply reply) {
    return switch (reply) {
      case Ack ack -> AnswerJson.write(ack);
      case Refused refused -> AnswerJson.write(refused);
      case Ping ping -> AnswerJson.write(ping);
    };
  }
}
