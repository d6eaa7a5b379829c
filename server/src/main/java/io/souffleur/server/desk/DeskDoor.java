package io.souffleur.server.desk;

import io.souffleur.server.access.Rosters;
import io.souffleur.server.access.Witness;
import io.souffleur.server.http.Gate;
import io.souffleur.server.http.Origins;
import io.souffleur.server.http.SocketRoute;
import io.souffleur.server.lane.Conversations;
import io.souffleur.wire.Ping;
import io.souffleur.wire.json.DeskCodec;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/** The door for desks: pages in browsers, and so open to known origins only. */
public final class DeskDoor {
  private static final int FORBIDDEN = 403;

  private DeskDoor() {}

  /**
   * The door, open to who shows a ticket.
   *
   * @param rosters which agents a supervisor looks after
   */
  public static SocketRoute route(
      Conversations conversations,
      Tickets tickets,
      Rosters rosters,
      Origins origins,
      DeskLimits limits,
      InstantSource clock) {
    return route(conversations, tickets, rosters, origins, limits, clock, Witness.none());
  }

  /**
   * The same.
   *
   * @param witness sees what is looked at
   */
  public static SocketRoute route(
      Conversations conversations,
      Tickets tickets,
      Rosters rosters,
      Origins origins,
      DeskLimits limits,
      InstantSource clock,
      Witness witness) {
    Executor executor = Executors.newVirtualThreadPerTaskExecutor();
    Gate gate =
        request ->
            origins.admit(request)
                ? new Gate.Answer.Admitted(
                    outlet ->
                        new DeskPeer(
                            conversations,
                            tickets,
                            rosters,
                            clock,
                            limits,
                            executor,
                            witness,
                            outlet))
                : new Gate.Answer.Refused(
                    FORBIDDEN, "the page's origin is not among the allowed origins");
    return new SocketRoute(
        "/v1/desk",
        Optional.of("souffleur.desk.v1"),
        gate,
        Optional.of(() -> DeskCodec.encode(new Ping(clock.instant()))));
  }
}
