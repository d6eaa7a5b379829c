package io.souffleur.server.channel;

import io.souffleur.server.core.conversation.ChannelName;
import io.souffleur.server.http.BearerKeys;
import io.souffleur.server.http.Gate;
import io.souffleur.server.http.SocketRoute;
import io.souffleur.server.lane.Conversations;
import io.souffleur.wire.Ping;
import io.souffleur.wire.json.ChannelCodec;
import java.time.Clock;
import java.util.Optional;

/** The door for channels that keep a WebSocket open. */
public final class ChannelDoor {
  private static final int UNAUTHORISED = 401;

  private ChannelDoor() {}

  /** The door, open to who shows one of {@code keys}. */
  public static SocketRoute route(Conversations conversations, BearerKeys keys, Clock clock) {
    Gate gate =
        request ->
            keys.owner(request)
                .map(ChannelName::new)
                .<Gate.Answer>map(
                    channel ->
                        new Gate.Answer.Admitted(
                            outlet -> new ChannelPeer(conversations, channel, outlet)))
                .orElseGet(
                    () ->
                        new Gate.Answer.Refused(
                            UNAUTHORISED, "Authorization must be: Bearer, then the channel's key"));
    return new SocketRoute(
        "/v1/channel",
        Optional.of("souffleur.channel.v1"),
        gate,
        Optional.of(() -> ChannelCodec.encode(new Ping(clock.instant()))));
  }
}
