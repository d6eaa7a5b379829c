package io.souffleur.server.channel;

import io.souffleur.server.access.Caller;
import io.souffleur.server.http.Gate;
import io.souffleur.server.http.Guard;
import io.souffleur.server.http.SocketRoute;
import io.souffleur.server.lane.Conversations;
import io.souffleur.wire.Ping;
import io.souffleur.wire.json.ChannelCodec;
import java.time.InstantSource;
import java.util.Optional;

/** The door for channels that keep a WebSocket open. */
public final class ChannelDoor {
  private static final int FORBIDDEN = 403;

  private ChannelDoor() {}

  /** The door, open to who may open a channel. */
  public static SocketRoute route(Conversations conversations, InstantSource clock) {
    Gate gate =
        request ->
            Guard.identity(request).caller() instanceof Caller.Connector connector
                ? new Gate.Answer.Admitted(
                    outlet -> new ChannelPeer(conversations, connector, outlet))
                : new Gate.Answer.Refused(FORBIDDEN, "only a channel may open this");
    return new SocketRoute(
        "/v1/channel",
        Optional.of("souffleur.channel.v1"),
        gate,
        Optional.of(() -> ChannelCodec.encode(new Ping(clock.instant()))));
  }
}
